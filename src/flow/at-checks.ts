// What becomes of something that was asked because of what they wrote: an answer, a yes, a no, a skip. Pure; the machine performs it.
import { type Answer, SKIP } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import type { EarAnswer } from './check.ts'
import type { Flow } from './flow.ts'
import { confirmSignal, type Due, dropCheck, hear, saidDanger } from './hearing.ts'
import { factsOf, type Memory, reopen, tell } from './memory.ts'
import { call, type Settled, settle } from './settle.ts'
import { CHECK, EMERGENCY, onwards } from './states.ts'

const back = (memory: Memory): Settled => ({ memory, effects: [], to: onwards(memory) })

/** Danger now, said before its turn: the card stands, and nothing is asked until they go on. */
function inDanger(memory: Memory): Settled {
  const called = call({ ...saidDanger(memory), crisis: 'danger', misses: 0 }, true)
  return { ...called, to: EMERGENCY }
}

/** An answer given before its turn, or once more: it counts at once, and the path goes on from where it stands now. */
function given(flow: Flow, before: Memory, dropped: Memory, question: QuestionId, value: Answer): Settled {
  if (question === 'dangerNow' && value === 'yes') return inDanger(dropped)
  const index = before.log.findIndex(entry => entry.question === question)
  const entry = before.log[index]
  const settled = settle(flow, factsOf(before), tell(entry ? reopen(dropped, index) : dropped, question, value))
  return { ...settled, to: entry?.step ?? onwards(settled.memory) }
}

export function answerCheck(flow: Flow, memory: Memory, due: Due, value: Answer): Settled {
  if (due.put.kind !== 'question') return { memory, effects: [] }
  return given(flow, memory, dropCheck(memory, due), due.put.question, value)
}

/** A question that was spoken of and skipped is not asked a second time; an answer it had before stands. */
export function skipCheck(flow: Flow, memory: Memory, due: Due): Settled {
  if (due.put.kind !== 'question') return { memory, effects: [] }
  const { question } = due.put
  const dropped = dropCheck(memory, due)
  const isAnswered = factsOf(memory).answers[question] !== undefined
  const settled = settle(flow, factsOf(memory), isAnswered ? dropped : tell(dropped, question, SKIP))
  return { ...settled, to: onwards(settled.memory) }
}

export function confirmCheck(flow: Flow, memory: Memory, due: Due): Settled {
  const { put } = due
  const dropped = { ...dropCheck(memory, due), misses: 0 }
  if (put.kind === 'audience') return given(flow, memory, dropped, 'audience', put.audience)
  const signalled = put.kind === 'signal' ? confirmSignal(dropped, put.signal) : dropped
  const meant = put.kind === 'meant' ? tell(signalled, put.question, put.value) : signalled
  const settled = settle(flow, factsOf(memory), meant)
  return { ...settled, to: onwards(settled.memory) }
}

/** Asked what they meant, they say it in other words. */
export function sayWhatWasMeant(flow: Flow, memory: Memory, due: Due, question: QuestionId, value: Answer): Settled {
  const settled = settle(flow, factsOf(memory), tell(dropCheck(memory, due), question, value))
  return { ...settled, to: onwards(settled.memory) }
}

/** Set aside: nothing is raised and nothing is lowered. `misses`: what the count of messages that were not understood is then. */
export const leaveCheck = (memory: Memory, due: Due | undefined, misses: number): Settled =>
  back({ ...(due ? dropCheck(memory, due) : memory), misses })

/** What they say to the second ear. It can bring help, or another question; it lowers nothing. */
export function answerEar(flow: Flow, memory: Memory, due: Due, said: EarAnswer): Settled {
  const dropped = { ...dropCheck(memory, due), misses: 0 }
  switch (said) {
    case 'neither':
      return back(dropped)
    case 'unsure':
      return { memory: hear(dropped, [{ kind: 'rail', rail: 'person' }], []), effects: [], to: CHECK }
    case 'aboutMe':
      return given(flow, memory, dropped, 'audience', 'survivor')
    default: {
      const life = said === 'danger' ? dropped : hear(dropped, [{ kind: 'concern', concern: 'suicide' }], [])
      const danger = said === 'life' ? life : saidDanger(life)
      const called = call({ ...danger, crisis: CRISES[said] }, true)
      return { ...called, to: EMERGENCY }
    }
  }
}

const CRISES = { danger: 'danger', life: 'suicide', both: 'both' } as const
