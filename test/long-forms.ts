// Every long test has two forms: in `npm test` a short one that can still fail, in `npm run soak` the long one.
const isSoak = process.env.SIDEDOOR_SOAK === '1'

/** The short form of something, or the long one. */
export const shortOr = <T>(short: T, long: T): T => (isSoak ? long : short)

/** A number as somebody has set it, to have a run once more; otherwise the usual one. */
export const countFrom = (name: string, usual: number): number => Number(process.env[name] ?? usual)
