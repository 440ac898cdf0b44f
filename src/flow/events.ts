import type { Answer } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import type { MessageKey } from '../wording/keys.ts'

/** What can happen to a conversation. Channels translate into these and nothing else ever reaches a machine. */
export type FlowEvent =
  | { readonly type: 'ANSWER'; readonly question: QuestionId; readonly value: Answer }
  | { readonly type: 'SKIP'; readonly question: QuestionId }
  /** Own words at a question with options: kept for a worker; the question stays open. */
  | { readonly type: 'WORDS' }
  /** Go on from a pause, the emergency card or the queue. */
  | { readonly type: 'GO_ON' }
  /** Answer an earlier question anew; later answers are kept where they still apply. */
  | { readonly type: 'CHANGE'; readonly question: QuestionId }
  | { readonly type: 'BACK' }
  | { readonly type: 'REPEAT' }
  | { readonly type: 'PERSON' }
  | { readonly type: 'EMERGENCY' }
  | { readonly type: 'LEAVE' }
  | { readonly type: 'LANGUAGE' }
  | { readonly type: 'WORKER_JOINED' }
  | { readonly type: 'WORKER_LEFT' }
  | { readonly type: 'CLOSED' }

/** Why something was not done; each has a plain sentence in `messages.json` under the same key. */
export type Note = Extract<MessageKey, 'stale' | 'cannotSkip' | 'nothingBefore' | 'notAnOption' | 'wordsKept'>

/** What a step asks the world to do: data, performed by others after the turn is saved. */
export type Effect =
  | { readonly type: 'say'; readonly message: MessageKey }
  | { readonly type: 'card'; readonly card: MessageKey }
  | { readonly type: 'note'; readonly note: Note }
  | { readonly type: 'ask'; readonly question: QuestionId }
  | { readonly type: 'pause'; readonly message: MessageKey }
  /** A person was asked for; `urgent` alerts everybody on duty. */
  | { readonly type: 'handover'; readonly urgent: boolean }
