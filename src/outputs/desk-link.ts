/** Where staff open a conversation. Whoever is not signed in sees nothing there. */
export const deskLink = (staffUrl: string, reference: string): string =>
  `${staffUrl.replace(/\/+$/, '')}/c/${encodeURIComponent(reference)}`
