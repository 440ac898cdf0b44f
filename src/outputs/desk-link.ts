/** Where staff open a conversation. Whoever is not signed in sees nothing there. */
export const deskLink = (staffUrl: string, reference: string): string =>
  `${staffUrl.replace(/\/+$/, '')}/c/${encodeURIComponent(reference)}`

/** Where an auditor compares a fingerprint with the record. */
export const recordLink = (staffUrl: string): string => `${staffUrl.replace(/\/+$/, '')}/audit`
