// A story: what one invented person does, in order, through the channel they came by.
import type { Answer, Channel } from '../../src/questions/answer.ts'
import type { QuestionId } from '../../src/questions/catalogue.ts'
import type { PageId } from '../../src/wording/keys.ts'

type Given = { readonly [Q in QuestionId]?: Answer }
export type Pressed = 'leave' | 'person' | 'emergency' | 'back' | 'repeat' | 'goOn'

export type Step =
  /** Known from here on: given whenever it is asked. Each must be asked in the end. */
  | { readonly kind: 'answers'; readonly given: Given }
  /** Sets everything else aside until this is asked; nothing: until nothing is. */
  | { readonly kind: 'until'; readonly question: QuestionId | null }
  /** Types this, where they stand. */
  | { readonly kind: 'says'; readonly text: string }
  /** The answer to a plain question about what they wrote. */
  | { readonly kind: 'confirms'; readonly yes: boolean }
  | { readonly kind: 'presses'; readonly rail: Pressed }
  | { readonly kind: 'reads'; readonly page: PageId }
  | { readonly kind: 'changes'; readonly question: QuestionId }
  | { readonly kind: 'speaks'; readonly locale: string }
  | { readonly kind: 'silence'; readonly minutes: number }

export interface Story {
  readonly id: string
  readonly title: string
  readonly channel: Channel
  readonly locale?: string
  readonly outOfHours?: boolean
  /** Nobody is there, though the line is open. */
  readonly nobodyThere?: boolean
  readonly steps: readonly Step[]
}

export const answers = (given: Given): Step => ({ kind: 'answers', given })
export const until = (question: QuestionId): Step => ({ kind: 'until', question })
export const skipsTheRest: Step = { kind: 'until', question: null }
export const says = (text: string): Step => ({ kind: 'says', text })
export const confirms = (answer: 'yes' | 'no'): Step => ({ kind: 'confirms', yes: answer === 'yes' })
export const presses = (rail: Pressed): Step => ({ kind: 'presses', rail })
export const reads = (page: PageId): Step => ({ kind: 'reads', page })
export const changes = (question: QuestionId): Step => ({ kind: 'changes', question })
export const speaks = (locale: string): Step => ({ kind: 'speaks', locale })
export const silence = (minutes: number): Step => ({ kind: 'silence', minutes })
