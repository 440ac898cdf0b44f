// What a handover remembers beside its state, and the pure questions its machine asks of it.
import type { Colleague, HandoverEvent, HandoverStart } from '../conversation/handover.ts'
import type { Channel } from '../questions/answer.ts'

export interface Memory {
  readonly channel: Channel
  readonly urgent: boolean
  readonly open: boolean
  readonly mayCallBack: boolean
  readonly front: boolean
  readonly worker: Colleague | null
  readonly last: Colleague | null
  /** A colleague is asked to take over. */
  readonly isOffered: boolean
  /** Whom; null where anybody may. */
  readonly offeredTo: Colleague | null
  readonly helpers: readonly Colleague[]
}

export const startOf = (start: HandoverStart): Memory => ({
  ...start,
  front: false,
  worker: null,
  last: null,
  isOffered: false,
  offeredTo: null,
  helpers: []
})

export type ByColleague = Extract<HandoverEvent, { by: Colleague }>
export const byOf = (event: { readonly type: string }): Colleague | null =>
  'by' in event ? (event as ByColleague).by : null

export const isOwner = ({ worker }: Memory, by: Colleague | null): boolean => worker !== null && worker.id === by?.id

/** Whoever was asked may take it; where nobody was named anybody may, but for the one who asks. */
export const mayAccept = (memory: Memory, by: Colleague | null): boolean =>
  memory.isOffered &&
  by !== null &&
  !isOwner(memory, by) &&
  (memory.offeredTo === null || memory.offeredTo.id === by.id)

export const without = (helpers: readonly Colleague[], one: Colleague | null): Colleague[] =>
  helpers.filter(({ id }) => id !== one?.id)
