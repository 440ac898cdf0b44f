// What a change of the memory brings about: cards, and calling people. Pure; the machine performs it.
import type { Facts } from '../questions/condition.ts'
import type { Effect } from './events.ts'
import type { Flow } from './flow.ts'
import { becomesUrgent, type Memory, newCards } from './memory.ts'

export interface Settled {
  readonly memory: Memory
  readonly effects: readonly Effect[]
  /** The state it leads to; left out where the person stays. */
  readonly to?: string
}

/** Every answer, however it came, is looked at for cards and for danger. `repeated`: it was given once before. */
export function settle(flow: Flow, before: Facts, memory: Memory, repeated = false): Settled {
  const brought = newCards(before, memory, flow.cards, repeated)
  const cards = brought.flatMap((index): Effect[] => {
    const rule = flow.cards[index]
    return rule ? [{ type: 'card', card: rule.card }] : []
  })
  const shown = brought.length > 0 ? [...new Set([...memory.shown, ...brought])] : memory.shown
  const settled = { ...memory, shown }
  if (!becomesUrgent(settled, flow.urgent)) return { memory: settled, effects: cards }
  const called = call(settled, true)
  return { memory: called.memory, effects: [...cards, ...called.effects] }
}

/** Asks for a person, once; urgently, once more. */
export function call(memory: Memory, urgent: boolean): Settled {
  if (urgent ? memory.urgent : memory.handover) return { memory, effects: [] }
  return {
    memory: { ...memory, handover: true, urgent: memory.urgent || urgent },
    effects: [{ type: 'handover', urgent }]
  }
}
