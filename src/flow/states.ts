// From a flow's data to the names and neighbours of its states. The compiler and the proofs read the same list.
import type { QuestionId } from '../questions/catalogue.ts'
import type { Condition } from '../questions/condition.ts'
import type { MessageKey, PageId } from '../wording/keys.ts'
import type { Flow } from './flow.ts'
import type { Step } from './language.ts'
import type { Memory } from './memory.ts'

/** Where a conversation rests when no flow step is in charge. */
export const WAITING = 'waiting'
export const EMERGENCY = 'emergency'
export const WORKER = 'worker'
export const LEFT = 'left'
export const CLOSED = 'closed'
/** Asked plainly about something they wrote. */
export const CHECK = 'check'
/** Somebody came back: is it safe to go on? Nothing else is said before they answer. */
export const RETURNED = 'returned'

interface Base {
  readonly id: string
  /** State that follows. */
  readonly next: string
}
export type State = Base &
  (
    | { readonly kind: 'ask'; readonly question: QuestionId; readonly more?: MessageKey }
    | { readonly kind: 'branch'; readonly condition: Condition; readonly inside: string }
    | { readonly kind: 'say'; readonly message: MessageKey }
    | { readonly kind: 'pause'; readonly message: MessageKey }
    | { readonly kind: 'shelf'; readonly message: MessageKey; readonly pages: readonly PageId[] }
    | { readonly kind: 'page'; readonly page: PageId }
    | { readonly kind: 'handover' }
    | { readonly kind: 'rest' }
  )

const stateId = (section: string, step: Step, index: number): string =>
  step.kind === 'ask' ? `${section}/${step.question}` : `${section}/${step.kind}${index}`

/** Whether a state is the place of that question. A page may bear the name of a question; its state lies below its shelf. */
export const asks = (state: string, question: QuestionId): boolean => state.slice(state.indexOf('/') + 1) === question

/** Where a check or a return leads back to. */
export const onwards = ({ aside, at }: Memory): string => aside || at || WAITING

/** The state of one page of a shelf; its shelf is where it leads back to. */
export const pageState = (shelf: string, page: PageId): string => `${shelf}/${page}`

/** The state a section begins with. */
const entry = (section: string): string => `${section}/start`

/** Every state of a flow, section by section. Throws, naming the place, on data no compiler should accept. */
export function statesOf(flow: Flow): State[] {
  return Object.entries(flow.sections).flatMap(([section, steps]) => {
    let count = 0
    const walk = (list: readonly Step[], after: string): { first: string; states: State[] } => {
      const ids = list.map(step => stateId(section, step, count++))
      const states = list.flatMap((step, index): State[] => {
        const id = ids[index] as string
        const next = ids[index + 1] ?? after
        switch (step.kind) {
          case 'ask':
            return [{ id, next, kind: 'ask', question: step.question, ...(step.more ? { more: step.more } : {}) }]
          case 'say':
          case 'pause':
            return [{ id, next, kind: step.kind, message: step.message }]
          case 'handover':
            return [{ id, next, kind: 'handover' }]
          case 'go':
            if (!flow.sections[step.section]) throw new Error(`${section}: there is no section '${step.section}'`)
            return [{ id, next: entry(step.section), kind: 'rest' }]
          case 'wait':
            return [{ id, next: WAITING, kind: 'rest' }]
          case 'leave':
            return [{ id, next: LEFT, kind: 'rest' }]
          case 'shelf': {
            const { message, pages } = step
            return [
              { id, next: id, kind: 'shelf', message, pages },
              ...pages.map(page => ({ id: pageState(id, page), next: id, kind: 'page', page }) as const)
            ]
          }
          default: {
            const inside = walk(step.steps, next)
            return [{ id, next, kind: 'branch', condition: step.condition, inside: inside.first }, ...inside.states]
          }
        }
      })
      return { first: ids[0] ?? after, states }
    }
    const { first, states } = walk(steps, '')
    const open = states.find(state => state.next === '')
    if (open) throw new Error(`${section}: ${open.id} leads nowhere; end the section with go, wait or leave`)
    // A question names its state, so that a stored place survives new steps around it: one place each in a section.
    const twice = states.find(({ id }, index) => states.findIndex(other => other.id === id) !== index)
    if (twice) throw new Error(`${section}: ${twice.id} stands in two places; put one in a section of its own`)
    return [{ id: entry(section), next: first, kind: 'rest' } as const, ...states]
  })
}

/** The states a state may lead to within its flow, `waiting` and `left` included. */
export function following(state: State): readonly string[] {
  if (state.kind === 'branch') return [state.inside, state.next]
  return state.kind === 'shelf' ? state.pages.map(page => pageState(state.id, page)) : [state.next]
}

/** The pauses that may follow a question before the next question is asked. */
export function pausesAfter(states: readonly State[], question: State): string[] {
  const found = new Set<string>()
  const walk = (state: State) => {
    for (const next of states.filter(other => following(state).includes(other.id))) {
      if (next.kind === 'ask' || found.has(next.id)) continue
      found.add(next.id)
      walk(next)
    }
  }
  walk(question)
  return states.flatMap(state => (state.kind === 'pause' && found.has(state.id) ? [state.id] : []))
}
