// The words a flow file is written in. Every helper returns plain data: no functions, no rails, nothing that can act.
import type { QuestionId } from '../questions/catalogue.ts'
import type { Condition } from '../questions/condition.ts'
import type { MessageKey, PageId, WordedQuestion } from '../wording/keys.ts'

export interface Ask {
  readonly kind: 'ask'
  readonly question: QuestionId
  /** For an `ack` question: what "tell me more" says before it asks again. */
  readonly more?: MessageKey
}
export interface When<Steps = unknown> {
  readonly kind: 'when'
  readonly condition: Condition
  readonly steps: Steps
}
/** One sentence of the assistant; the flow goes straight on. */
export interface Say {
  readonly kind: 'say'
  readonly message: MessageKey
}
/** A sentence that waits: nothing more is asked until the person chooses to go on. */
export interface Pause {
  readonly kind: 'pause'
  readonly message: MessageKey
}
/** Ask for a person now; the questions that follow are a help while waiting, never a toll. */
export interface RequestHandover {
  readonly kind: 'handover'
}
export interface Go<Section extends string = string> {
  readonly kind: 'go'
  readonly section: Section
}
/** Nothing left to ask: the person rests here until somebody joins. */
export interface Wait {
  readonly kind: 'wait'
}
/** End in silence: not one word more until the person writes again. */
export interface Leave {
  readonly kind: 'leave'
}
/** A shelf of short pages to read: the person opens one, comes back to the shelf, or goes to a person. Nothing is asked. */
export interface Shelf {
  readonly kind: 'shelf'
  readonly message: MessageKey
  readonly pages: readonly PageId[]
}
export type End = Go | Wait | Leave | Shelf
export type Step = Ask | When<readonly Step[]> | Say | Pause | RequestHandover | End
/** A section's last step says where it leads, so that no path runs off its end. */
export type Section = readonly [...Step[], End]

export const ask = <const Q extends WordedQuestion>(question: Q, how: { more?: MessageKey } = {}) =>
  ({ kind: 'ask', question, ...how }) as const
export const when = <const Steps extends readonly Step[]>(condition: Condition, steps: Steps): When<Steps> => ({
  kind: 'when',
  condition,
  steps
})
export const say = (message: MessageKey): Say => ({ kind: 'say', message })
export const pause = (message: MessageKey): Pause => ({ kind: 'pause', message })
export const handover = (): RequestHandover => ({ kind: 'handover' })
export const go = <const S extends string>(section: S): Go<S> => ({ kind: 'go', section })
export const wait = (): Wait => ({ kind: 'wait' })
export const leave = (): Leave => ({ kind: 'leave' })
export const shelf = (message: MessageKey, ...pages: readonly PageId[]): Shelf => ({ kind: 'shelf', message, pages })

/** A section kept in its own file; `const` keeps the names it leads to for the compiler to check. */
export const section = <const S extends Section>(...steps: S): S => steps
