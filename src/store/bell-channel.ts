/** The channel every process listens on; payloads are ids only. */
export const BELL_CHANNEL = 'sidedoor'
