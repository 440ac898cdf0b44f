// Going back to what was answered, and coming back after a while: where that leads, and what of it counts again. Pure.
import type { Answer } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import type { Flow } from './flow.ts'
import { dueCheck, hear } from './hearing.ts'
import { type Memory, reopen, restate, tell } from './memory.ts'
import type { Settled } from './settle.ts'
import { asks, CHECK, onwards, WORKER } from './states.ts'

/** The answer before, opened again; null where there is none. */
export function goBack(memory: Memory): Settled | null {
  const last = memory.log.at(-1)
  return last ? { memory: reopen(memory, memory.log.length - 1), effects: [], to: last.step } : null
}

/** An earlier question, answered anew. */
export function changeAnswer(flow: Flow, memory: Memory, question: QuestionId): Settled {
  const index = memory.log.findIndex(entry => entry.question === question)
  const entry = memory.log[index]
  if (entry) return { memory: reopen(memory, index), effects: [], to: entry.step }
  // Given before its turn: asked where they stand, or at its own place if that is where they are.
  const told = memory.told.filter(other => other.question !== question)
  if (asks(memory.at, question)) return { memory: { ...memory, told }, effects: [], to: memory.at }
  const opened = hear({ ...memory, told }, [{ kind: 'question', question }], [])
  if (!dueCheck(flow, opened)) return { memory, effects: [{ type: 'note', note: 'stale' }] }
  return { memory: opened, effects: [], to: CHECK }
}

/** They are back, and it is safe. Null: they had not got past the first question, and this is its answer. */
export function goOnSafely(memory: Memory, value: Answer): Settled | null {
  const [first] = memory.log
  // By SMS short mode ends the questions early: the path is walked again, with what was answered.
  const isQuieter = memory.channel === 'sms' && value === 'unsure' && first?.value !== 'unsure'
  if (first && isQuieter) {
    const again = { ...tell(reopen(memory, 0), 'channelOk', value), at: first.step, aside: '' }
    return { memory: again, effects: [], to: memory.aside === WORKER ? WORKER : first.step }
  }
  if (first) {
    const isGreeted = memory.channel === 'web' && memory.aside !== WORKER
    const effects = isGreeted ? [{ type: 'say', message: 'welcomeBack' } as const] : []
    return { memory: restate(memory, 'channelOk', value), effects, to: onwards(memory) }
  }
  // Somebody may be with them or called already.
  return memory.aside === '' ? null : { memory: tell(memory, 'channelOk', value), effects: [], to: memory.aside }
}
