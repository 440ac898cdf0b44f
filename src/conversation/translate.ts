// From what a person did to events of the flow. What they typed is read at the place where they stand (read-typed.ts).
import type { FlowEvent } from '../flow/events.ts'
import { QUESTIONS } from '../questions/catalogue.ts'
import { hearBeside } from './hear.ts'
import type { Setting } from './open-at.ts'
import type { PersonEvent } from './person-event.ts'
import { RAIL_EVENTS } from './rail-events.ts'
import { readTyped, type Taken } from './read-typed.ts'

const done = (...events: FlowEvent[]): Taken => ({ events, owes: [], reading: null })

/** The flow's events for what a person did, the one that matters first; none for what does not concern the flow. */
export function translate(event: PersonEvent, setting: Setting): Taken {
  switch (event.type) {
    case 'answer': {
      // Own words in answer to a question are heard too; a name, a number or a safe word is not.
      const told = event.question === 'friendWorry' ? String(event.value) : (event.words ?? '')
      const answer = { type: 'ANSWER', question: event.question, value: event.value } as const
      return done(answer, ...(told && !QUESTIONS[event.question].masked ? hearBeside(told, setting) : []))
    }
    case 'skip':
      return done({ type: 'SKIP', question: event.question })
    case 'confirm':
      return done({ type: event.yes ? 'CONFIRM' : 'DENY', check: event.check })
    case 'ear':
      return done({ type: 'EAR', said: event.said })
    case 'read':
      return done({ type: 'READ', page: event.page })
    case 'change':
      return done({ type: 'CHANGE', question: event.question })
    case 'typed':
      return readTyped(event, setting)
    case 'language':
      // A page shows everything anew; a phone shows what is said to it.
      if (setting.channel !== 'sms') return done({ type: 'LANGUAGE' })
      return done({ type: setting.isBack ? 'RETURN' : 'REPEAT' })
    case 'withhold':
    case 'mayKnow':
    case 'stay':
    case 'callBack':
      return done()
    default:
      return done({ type: RAIL_EVENTS[event.type] })
  }
}
