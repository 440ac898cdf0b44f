// What is different between two dialogues, in plain sentences: for the person who has to agree to it.
import type { Words } from '../../wording/words.ts'
import type { Alternatives, DialogueFacts, QuestionFact } from './facts.ts'
import { changesOfPath } from './path-changes.ts'

type Texts = Readonly<Record<string, string>>

const keysOfBoth = (one: object, other: object): string[] => [...new Set([...Object.keys(one), ...Object.keys(other)])]

function texts(words: Words, name: string, before: Texts, after: Texts): string[] {
  return keysOfBoth(before, after).flatMap(where => {
    const [was, now] = [before[where], after[where]]
    if (was === now) return []
    if (was === undefined) return [words.drawn('change-ownWording', { name, where, now: now ?? '' })]
    if (now === undefined) return [words.drawn('change-noOwnWording', { name, where, was })]
    return [words.drawn('change-wording', { name, where, was, now })]
  })
}

function options(words: Words, question: string, before: Texts, after: Texts): string[] {
  const lines = keysOfBoth(before, after).flatMap(option => {
    const [was, now] = [before[option], after[option]]
    if (was === now) return []
    if (was === undefined) return [words.drawn('change-newOption', { question, option, now: now ?? '' })]
    if (now === undefined) return [words.drawn('change-noOption', { question, option })]
    return [words.drawn('change-label', { question, option, was, now })]
  })
  const shared = (one: Texts, other: Texts) => Object.keys(one).filter(option => option in other)
  const order = shared(after, before)
  if (order.join() !== shared(before, after).join()) {
    lines.push(words.drawn('change-optionOrder', { question, order: order.map(option => `'${option}'`).join(', ') }))
  }
  return lines
}

function question(words: Words, name: string, before: QuestionFact, after: QuestionFact): string[] {
  const gone = before.remarks.filter(remark => !after.remarks.includes(remark))
  const added = after.remarks.filter(remark => !before.remarks.includes(remark))
  return [
    ...texts(words, name, before.texts, after.texts),
    ...options(words, name, before.options, after.options),
    ...added.map(remark => words.drawn('change-nowRemark', { question: name, remark })),
    ...gone.map(remark => words.drawn('change-noRemark', { question: name, remark }))
  ]
}

const KINDS = ['flag', 'card', 'rule'] as const

function alternatives(words: Words, kind: (typeof KINDS)[number], before: Alternatives, after: Alternatives): string[] {
  return keysOfBoth(before, after).flatMap(name => {
    const [was = [], now = []] = [before[name], after[name]]
    const added = now.filter(condition => !was.includes(condition))
    const gone = was.filter(condition => !now.includes(condition))
    return [
      ...added.map(condition => words.drawn(`nowAlso-${kind}`, { name, condition })),
      ...gone.map(condition => words.drawn(`noLonger-${kind}`, { name, condition }))
    ]
  })
}

/** Each difference as one sentence; none when nothing a person reads or is asked has changed. */
export function changesBetween(before: DialogueFacts, after: DialogueFacts, words: Words): string[] {
  const paths = keysOfBoth(before.paths, after.paths).flatMap(path => {
    const [was, now] = [before.paths[path], after.paths[path]]
    if (!was) return [words.drawn('change-newPath', { path })]
    return now ? changesOfPath(words, path, was, now) : [words.drawn('change-noPath', { path })]
  })
  const inBoth = <Fact>(one: Readonly<Record<string, Fact>>, other: Readonly<Record<string, Fact>>) =>
    Object.entries(one).flatMap(([name, was]) => {
      const now = other[name]
      return now === undefined ? [] : [{ name, was, now }]
    })
  return [
    ...paths,
    ...inBoth(before.questions, after.questions).flatMap(({ name, was, now }) => question(words, name, was, now)),
    ...inBoth(before.sentences, after.sentences).flatMap(({ name, was, now }) => texts(words, name, was, now)),
    ...alternatives(words, 'flag', before.flags, after.flags),
    ...alternatives(words, 'card', before.cards, after.cards),
    ...alternatives(words, 'rule', before.rules, after.rules)
  ]
}
