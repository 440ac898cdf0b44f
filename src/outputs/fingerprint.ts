// What the record was at the end of a day: the number of its last row and its fingerprint, to be kept by others.

export interface Fingerprint {
  readonly number: number
  readonly fingerprint: string
}

/** The fingerprint a delivery tells, where it tells one. */
export function fingerprintIn(kind: string, reference: string): Fingerprint | null {
  if (kind !== 'record.fingerprint') return null
  const [number, fingerprint = ''] = reference.split(' ')
  return { number: Number(number), fingerprint }
}
