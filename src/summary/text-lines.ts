// Plain text has no frame: what somebody wrote could stand as a line of ours, or turn what stands beside it. Whatever holds words of
// people goes through here on its way into a text.

/** Every sign at which some program begins a new line. */
const BREAK = /\r\n|[\n\r\u2028\u2029\u0085\v\f]/g
/** Signs that move, delete, hide or turn: control characters, direction on command (Unicode Annex 9), tags, the byte order mark. */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu
/** Before what goes on: no line of ours begins so. */
const GOES_ON = '\n    | '

/** One entry of a text: its own line, and whatever it goes on with set in below it. */
export const asEntry = (text: string): string =>
  text
    .split(BREAK)
    .map(line => line.replaceAll('\t', ' ').replace(UNSEEN, ''))
    .join(GOES_ON)

/** Words between quotation marks of ours: theirs do not end them. */
export const quoted = (text: string): string => `"${text.replaceAll('"', "'")}"`
