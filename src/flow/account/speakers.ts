// Who comes to a section, and who is asked a question there: words differ by whom they are about.

import type { Channel } from '../../questions/answer.ts'
import { QUESTION_IDS, QUESTIONS, type QuestionId } from '../../questions/catalogue.ts'
import { type Perspective, perspectiveOf } from '../../questions/perspective.ts'
import type { Flow } from '../flow.ts'
import type { Step } from '../language.ts'
import { decided } from './decided.ts'

const AUDIENCES = QUESTIONS.audience.options

interface Walk {
  readonly sections: Set<string>
  /** `section/question`. */
  readonly asked: Set<string>
}

/** Everything somebody with this answer to `audience` can come to. */
function walkOf(flow: Flow, audience: string, channel: Channel | null): Walk {
  const found: Walk = { sections: new Set(), asked: new Set() }
  const known = { answer: { question: 'audience', is: audience }, ...(channel ? { channel } : {}) } as const
  const enter = (section: string): void => {
    if (found.sections.has(section)) return
    found.sections.add(section)
    through(flow.sections[section] ?? [], section)
  }
  /** True when nothing after these steps is reached. */
  const through = (steps: readonly Step[], section: string): boolean => {
    for (const step of steps) {
      if (step.kind === 'ask') found.asked.add(`${section}/${step.question}`)
      if (step.kind === 'go') enter(step.section)
      if (step.kind === 'go' || step.kind === 'wait' || step.kind === 'leave') return true
      if (step.kind !== 'when') continue
      const holds = decided(step.condition, known)
      if (holds !== false && through(step.steps, section) && holds === true) return true
    }
    return false
  }
  enter(flow.start)
  return found
}

export interface Speakers {
  /** Who is asked a question in a section, in the order self, friend, professional. */
  of(section: string, question: QuestionId): Perspective[]
  /** Whether anybody comes to a section. */
  reach(section: string): boolean
  /** The questions that nobody is ever asked who comes to a section. */
  never(section: string): ReadonlySet<QuestionId>
}

/** On one channel, or on either. */
export function speakersOf(flow: Flow, channel: Channel | null): Speakers {
  const walks = AUDIENCES.map(audience => ({
    about: perspectiveOf({ audience }),
    walk: walkOf(flow, audience, channel)
  }))
  return {
    of: (section, question) => [
      ...new Set(walks.filter(({ walk }) => walk.asked.has(`${section}/${question}`)).map(({ about }) => about))
    ],
    reach: section => walks.some(({ walk }) => walk.sections.has(section)),
    never(section) {
      const here = walks.filter(({ walk }) => walk.sections.has(section))
      const asked = new Set(here.flatMap(({ walk }) => [...walk.asked].map(place => place.split('/')[1])))
      return new Set(QUESTION_IDS.filter(id => !asked.has(id)))
    }
  }
}
