// One case: somebody in a situation writes something, and what is right is written beside it in a form that can be held against the product.
import type { Answer, Answers, Channel } from '../../src/questions/answer.ts'
import type { QuestionId } from '../../src/questions/catalogue.ts'
import { standing, type Where, type Who } from './places.ts'
import { answersAt, checksAt, deskKnows, marksAt, shortAt, type Turn, write, writeAll } from './talk.ts'

/** Every part that is given must hold. Expressions are matched against all that was said, without regard to case. */
export interface Right {
  readonly said?: readonly string[]
  readonly never?: readonly string[]
  readonly silent?: true
  /** How the key of a card begins that must be shown. `only`: and nothing beside it. `one`: whatever is said is one text. */
  readonly card?: string
  readonly only?: true
  readonly one?: boolean
  readonly noCard?: true
  /** The question, or the name of the check, that is put next. */
  readonly asks?: string
  readonly place?: string
  readonly left?: true
  readonly stays?: true
  readonly hushed?: true
  readonly short?: true
  readonly urgent?: true
  /** A card at once, or a question about it. */
  readonly urgentOrAsked?: true
  readonly asked?: true
  readonly marks?: readonly string[]
  readonly notMark?: readonly string[]
  readonly signals?: readonly string[]
  /** What waits to be asked, or is being asked, or was answered by it. */
  readonly heard?: readonly string[]
  /** Nothing is raised: no card, nobody called, nothing to ask about but what they meant. */
  readonly calm?: true
  /** The fixed answer to what they asked is the first thing said. */
  readonly topicFirst?: true
  /** Staff see that there is something. */
  readonly known?: true
  /** The value of the question where they stood. `answerOr`: or it is asked back, or left open. */
  readonly answer?: Answer
  readonly answerOr?: Answer
  readonly notAnswered?: readonly string[]
  readonly answered?: Answers
}

export interface Case {
  readonly id: string
  readonly situation: string
  readonly channel: Channel
  readonly who: Who
  readonly at: Where
  readonly told?: Answers
  readonly before?: readonly string[]
  readonly text: string
  readonly expect: Right
}

export async function play({ channel, who, at, told, before = [], text }: Case): Promise<Turn> {
  const there = await standing(channel, who, at, told)
  const turns = await writeAll(there, before)
  return write(turns.at(-1)?.after ?? there, text)
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const nameAt = ({ to }: Turn): string =>
  to.kind === 'question' ? to.question : to.kind === 'check' ? to.name : to.kind

/** Every part that does not hold, in words; nothing where it is right. */
export function wrongs({ at, channel, expect }: Case, turn: Turn): string[] {
  const { said, after } = turn
  const all = said.map(({ text }) => text).join('\n')
  const cards = said.filter(({ kind }) => kind === 'card')
  const given = answersAt(after)[at as QuestionId]
  const { signals } = after.conversation.snapshot.memory
  const heard = [...checksAt(after), nameAt(turn)]
  const isCalm =
    cards.length === 0 && !turn.urgent && !turn.asked && checksAt(after).every(name => name.startsWith('meant.'))
  const has = (list: readonly string[], wanted: readonly string[] = []) => wanted.every(each => list.includes(each))
  const parts: Readonly<Record<keyof Right, () => boolean>> = {
    said: () => (expect.said ?? []).every(each => new RegExp(each, 'im').test(all)),
    never: () => !(expect.never ?? []).some(each => new RegExp(each, 'im').test(all)),
    silent: () => said.length === 0,
    card: () => cards.some(({ key }) => key?.startsWith(expect.card ?? '')),
    only: () => said.length === 1,
    one: () => expect.one !== true || said.length <= 1,
    noCard: () => cards.length === 0,
    asks: () => nameAt(turn) === expect.asks,
    place: () => turn.to.kind === expect.place,
    left: () => turn.left,
    stays: () => !turn.left,
    hushed: () => turn.hushed,
    short: () => shortAt(after),
    urgent: () => after.conversation.snapshot.memory.urgent,
    urgentOrAsked: () => turn.urgent || turn.to.kind === 'check',
    asked: () => after.conversation.snapshot.memory.handover,
    marks: () => has(marksAt(after), expect.marks),
    notMark: () => !(expect.notMark ?? []).some(mark => (marksAt(after) as readonly string[]).includes(mark)),
    signals: () => has(signals, expect.signals),
    heard: () => has(heard, expect.heard),
    calm: () => isCalm,
    topicFirst: () => said[0]?.kind === 'note' && said[0].key === undefined,
    known: () => deskKnows(turn),
    answer: () => same(given, expect.answer),
    answerOr: () => given === undefined || same(given, expect.answerOr),
    notAnswered: () => ![given].flat().some(value => expect.notAnswered?.includes(String(value))),
    answered: () =>
      Object.entries(expect.answered ?? {}).every(([question, value]) =>
        same(answersAt(after)[question as QuestionId], value)
      )
  }
  const failed = Object.keys(expect).filter(part => !parts[part as keyof Right]())
  const isOneText = channel !== 'sms' || said.length <= 1
  return [...failed, ...(isOneText ? [] : ['more than one text'])]
}
