// Colours and sizes of the document. Sizes in points; every colour of text has a contrast of 7 to 1 or more on its ground.
import type { Style } from './letters.ts'

const INK = '#1a1a1a'
const QUIET = '#4a4a4a'
export const GREY = '#8a8a8a'
/** Where contact is forbidden. */
export const STOP = { ink: '#8b0f0f', ground: '#fdecea' }
/** Where it is allowed. */
export const GO = { ink: '#14532d', ground: '#e7f3ec' }

export const style = (size: number, weight: Style['weight'], colour: string): Style => ({ size, weight, colour })
export const PLAIN = style(10, 400, INK)
export const STRONG = style(10, 700, INK)
export const FAINT = style(8.5, 400, QUIET)
export const TITLE = style(17, 700, INK)
export const HEADING = style(13, 700, INK)
