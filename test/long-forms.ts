// Every long test has two forms: in `npm test` a short one that can still fail, in `npm run soak` the long one.
const isSoak = process.env.SIDEDOOR_SOAK === '1'

/** The short form of something, or the long one. */
export const shortOr = <T>(short: T, long: T): T => (isSoak ? long : short)
