import type { EarAnswer } from '../flow/check.ts'
import type { Answer } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import type { PageId } from '../wording/keys.ts'

/** What a person did, as a channel reports it. A channel makes these and nothing else. */
export type PersonEvent =
  /** Chose options; `words` are what they wrote beside them. For a text question the value is the text. */
  | { readonly type: 'answer'; readonly question: QuestionId; readonly value: Answer; readonly words?: string }
  | { readonly type: 'skip'; readonly question: QuestionId }
  /** Typed something: an SMS, or own words on the page. It is read before anything is made of it. */
  | {
      readonly type: 'typed'
      readonly text: string
      readonly question?: QuestionId
      /** By text: when it reached us. */
      readonly at?: Date
      /** By text: a picture came with it, or something else that is not opened here. */
      readonly picture?: boolean
    }
  | { readonly type: 'change'; readonly question: QuestionId }
  /** The plain yes to a check, by its name; otherwise no, or a skip. */
  | { readonly type: 'confirm'; readonly check: string; readonly yes: boolean }
  /** What they say to the second ear's one question. */
  | { readonly type: 'ear'; readonly said: EarAnswer }
  /** Opened a page of the shelf. */
  | { readonly type: 'read'; readonly page: PageId }
  | { readonly type: 'goOn' | 'back' | 'repeat' | 'person' | 'emergency' }
  /** Nobody is free: wait on, or be contacted later in the safe way they gave. */
  | { readonly type: 'stay' | 'callBack' }
  /** `silent`: they did nothing, and nothing would lead back to their page. */
  | { readonly type: 'leave'; readonly silent?: true }
  | { readonly type: 'language'; readonly locale: string }
  /** Keep a line of the summary from the worker, or give it back. */
  | { readonly type: 'withhold'; readonly question: QuestionId; readonly withheld: boolean }
  /** Let the worker know that something is kept back, or do not. */
  | { readonly type: 'mayKnow'; readonly mayKnow: boolean }

/** One message as it reaches the road. */
export interface Inbound {
  readonly conversation: string
  /** The same message always carries the same id: it is handled once, however often it arrives. */
  readonly messageId: string
  readonly event: PersonEvent
}
