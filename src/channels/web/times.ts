// How long the page's script waits, in ms. Only the page's script uses this: as names they are free, the bundler writes the numbers in.

/** An answer is slow; a page that leaves may stand still no longer. */
export const STALLED = 4000
/** A request has failed. */
export const GIVEN_UP = 20000

/** This often Shift within this time leaves the page. */
export const SHIFTS = 3
export const SHIFT_TIME = 5000

/** After a while without a touch the words fade, and later the screen is cleared. Domain guide, section 8. */
export const FADES = 180000
export const CLEARS = 600000

/** Asked for every so often where nothing can be streamed, then less and less often. */
export const POLL = 5000
export const POLL_MAX = 60000

/** What shows that the other one is writing goes away by itself, and is told no more often than this. */
export const GONE = 6000
export const EVERY = 4000
