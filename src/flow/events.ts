import type { Answer, Signal } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import type { Mark } from '../questions/mark.ts'
import type { Topic } from '../questions/topic.ts'
import type { MessageKey, PageId } from '../wording/keys.ts'
import type { Check, EarAnswer, YesOrNo } from './check.ts'

/** What can happen to a conversation. Channels translate into these and nothing else ever reaches a machine. */
export type FlowEvent =
  | { readonly type: 'ANSWER'; readonly question: QuestionId; readonly value: Answer }
  | { readonly type: 'SKIP'; readonly question: QuestionId }
  /** Own words at a question with options: kept for a worker; the question stays open. */
  | { readonly type: 'WORDS' }
  /** What was heard in own words: things to ask about plainly, and what only staff are told. `kept`: nothing else was read in them. */
  | {
      readonly type: 'HEARD'
      readonly checks: readonly Check[]
      readonly notices: readonly Signal[]
      readonly kept: boolean
    }
  /** They write that danger is happening now: help at once, nothing is asked first. `helper`: somebody else writes on their phone. */
  | { readonly type: 'DANGER'; readonly helper?: true }
  /** A life is at risk by their own hand, or somebody else's. `danger`: of danger now the same words tell as well. */
  | { readonly type: 'LIFE'; readonly act: boolean; readonly of: 'self' | 'other'; readonly danger: boolean }
  /** Somebody is near, or reads along: silence, the place is kept, people are called. */
  | { readonly type: 'NEAR' }
  /** Somebody else may have the phone, or the page. */
  | { readonly type: 'HANDS'; readonly who: 'asks' | 'taken' | 'wantsWords' }
  /** They may hurt somebody. `deed`: they tell what they did. */
  | { readonly type: 'MAY_HURT'; readonly deed: boolean }
  /** A question, or a remark, to the service. */
  | { readonly type: 'ASKS'; readonly topics: readonly Topic[] }
  /** The same grave words once more, by text, or a plea while they wait: nothing is said to it here, and people are called. */
  | { readonly type: 'AGAIN'; readonly as?: Mark }
  /** What they say to the second ear. */
  | { readonly type: 'EAR'; readonly said: EarAnswer }
  /** The plain yes or no to a check that is no question of the flow. */
  | { readonly type: 'CONFIRM' | 'DENY'; readonly check: string }
  /** Open a page of the shelf. */
  | { readonly type: 'READ'; readonly page: PageId }
  /** Somebody has come back: ask again whether it is safe before anything else is shown. */
  | { readonly type: 'RETURN' }
  /** Go on from a pause, the emergency card or the queue. */
  | { readonly type: 'GO_ON' }
  /** Answer an earlier question anew; later answers are kept where they still apply. */
  | { readonly type: 'CHANGE'; readonly question: QuestionId }
  | { readonly type: 'BACK' }
  | { readonly type: 'REPEAT' }
  | { readonly type: 'PERSON' }
  | { readonly type: 'EMERGENCY' }
  /** `as`: what staff should know of how they went. */
  | { readonly type: 'LEAVE'; readonly as?: Mark; readonly noContact?: true }
  | { readonly type: 'LANGUAGE' }
  | { readonly type: 'WORKER_JOINED' }
  | { readonly type: 'WORKER_LEFT' }
  | { readonly type: 'CLOSED' }

/** What was heard, as far as it decides what is said to it at once. */
export type HeardOf = 'neck' | 'theirSuicide' | 'selfHarm' | 'grave' | 'lesser'

/** Why something was not done; each has a plain sentence in `messages.json` under the same key. */
export type Note = Extract<
  MessageKey,
  'stale' | 'cannotSkip' | 'nothingBefore' | 'notAnOption' | 'wordsKept' | 'notFollowed' | 'answerFirst'
>

/** What a step asks the world to do: data, performed by others after the turn is saved. */
export type Effect =
  | { readonly type: 'say'; readonly message: MessageKey }
  | { readonly type: 'card'; readonly card: MessageKey }
  /** A sentence that stands alone: by text nothing follows it. */
  | { readonly type: 'last'; readonly message: MessageKey }
  | { readonly type: 'note'; readonly note: Note }
  /** Something grave, or something else, was heard: it never waits in silence. */
  | { readonly type: 'heard'; readonly of: HeardOf }
  | { readonly type: 'topic'; readonly topic: Topic }
  | { readonly type: 'ask'; readonly question: QuestionId }
  | { readonly type: 'pause'; readonly message: MessageKey }
  | { readonly type: 'check'; readonly check: YesOrNo }
  | { readonly type: 'shelf'; readonly message: MessageKey; readonly pages: readonly PageId[] }
  | { readonly type: 'page'; readonly page: PageId }
  /** A person was asked for; `urgent` alerts everybody on duty. */
  | { readonly type: 'handover'; readonly urgent: boolean }
