// How long somebody waited for a person, in classes: an exact wait would find one contact again among few.
const MINUTE = 60_000

/** Upper ends in minutes. */
const CLASSES = [
  ['under5', 5],
  ['5to20', 20],
  ['20to60', 60]
] as const

export type TimeToPerson = (typeof CLASSES)[number][0] | 'over60' | 'nobodyCame' | 'nobodyAskedFor'

/** From asking for a person to a worker joining. */
export function timeToPerson(requestedAt: Date | null, acceptedAt: Date | null): TimeToPerson {
  if (requestedAt === null) return 'nobodyAskedFor'
  if (acceptedAt === null) return 'nobodyCame'
  const minutes = (acceptedAt.getTime() - requestedAt.getTime()) / MINUTE
  return CLASSES.find(([, end]) => minutes < end)?.[0] ?? 'over60'
}
