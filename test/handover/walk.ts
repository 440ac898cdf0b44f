// Any life a handover may have: random events and passing time, stepped as the store steps them, with what must hold at every moment.
import fc from 'fast-check'
import type {
  Colleague,
  HandoverEffect,
  HandoverEvent,
  HandoverState,
  Handovers
} from '../../src/conversation/handover.ts'

export const SAM: Colleague = { id: 's', name: 'Sam' }
export const KIM: Colleague = { id: 'k', name: 'Kim' }
export const ADA: Colleague = { id: 'a', name: 'Ada' }
export const NOON = new Date('2026-11-26T12:00:00Z')

const by = fc.constantFrom(SAM, KIM, ADA)
const plain = (...types: string[]) => fc.constantFrom(...types.map(type => ({ type }) as HandoverEvent))

/** `wait`: so much time passes, in ms, and every clock that falls due meanwhile runs. */
export type Move = { readonly do: HandoverEvent } | { readonly wait: number }

const time = fc.oneof(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 90_000, max: 20 * 60_000 }))
const happening = fc
  .oneof(
    fc.record({
      type: fc.constant('HEARD' as const),
      urgent: fc.boolean(),
      mayCallBack: fc.boolean(),
      asks: fc.boolean()
    }),
    plain('STAY', 'CALL_BACK', 'RETURNED', 'DESK_OPENED', 'DESK_CLOSED', 'WORKER_GONE', 'WORKER_BACK'),
    plain('CALLED_BACK', 'CALL_BACK_ENDED'),
    fc.record({ type: fc.constantFrom('CLAIM', 'CLAIM', 'SPOKE', 'RELEASE', 'CLOSE', 'RECORDED'), by }),
    fc.record({ type: fc.constant('TRANSFER'), by, to: fc.option(by, { nil: null }) }),
    fc.record({ type: fc.constantFrom('SEEN', 'ACCEPT', 'DECLINE', 'CANCEL'), by }),
    fc.record({ type: fc.constantFrom('SUPERVISOR_JOINS', 'SUPERVISOR_LEAVES'), by })
  )
  .map(event => ({ do: event as HandoverEvent }))

export const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: time.map(wait => ({ wait })) },
  { weight: 20, arbitrary: happening },
  // Rare, because little happens afterwards.
  { weight: 1, arbitrary: fc.constantFrom<Move>({ do: { type: 'LEFT' } }, { do: { type: 'PURGE' } }) }
)

export interface Moment {
  readonly before: HandoverState | null
  readonly event: HandoverEvent | null
  readonly state: HandoverState
  readonly effects: readonly HandoverEffect[]
  readonly now: Date
}

/** Walks, and calls back at every step that was taken. Events that are refused must leave nothing behind, so nothing is seen of them. */
export function walk(
  rules: Handovers,
  start: Parameters<Handovers['begin']>[0],
  moves: readonly Move[],
  see: (moment: Moment) => void
): void {
  let now = NOON
  const begun = rules.begin(start, now)
  let { state } = begun
  see({ before: null, event: null, ...begun, now })
  const take = (event: HandoverEvent) => {
    const stepped = rules.step(state, event, now)
    if (!stepped) return
    const before = state
    // As the store does: nothing but data survives.
    state = JSON.parse(JSON.stringify(stepped.state)) as HandoverState
    see({ before, event, state, effects: stepped.effects, now })
  }
  for (const one of moves) {
    if ('do' in one) {
      take(one.do)
      continue
    }
    const end = new Date(now.getTime() + one.wait)
    for (let due = next(state, end); due; due = next(state, end)) {
      now = due.at
      take({ type: 'TIMER', timer: due.timer })
    }
    now = end
  }
}

function next(state: HandoverState, end: Date): { timer: string; at: Date } | null {
  const due = Object.entries(state.due)
    .map(([timer, at]) => ({ timer, at: new Date(at) }))
    .filter(({ at }) => at <= end)
    .sort((one, other) => one.at.getTime() - other.at.getTime())
  return due[0] ?? null
}
