import type { Condition } from '../../questions/condition.ts'
import type { Words } from '../../wording/words.ts'
import { decided, type Known } from './decided.ts'
import type { NamedRule } from './dialogue.ts'

/** How conditions are said: `ids` keep their words when only a label is reworded, so that a comparison stays short. */
export interface Speech {
  readonly words: Words
  readonly rules: readonly NamedRule[]
  readonly options: 'labels' | 'ids'
}

const isSame = (one: Condition, other: Condition): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Named rules keep their name when a channel leaves only a part of them. */
export const speechWith = (speech: Speech, known: Known): Speech => ({
  ...speech,
  rules: speech.rules.flatMap(rule => {
    const when = decided(rule.when, known)
    return typeof when === 'boolean' ? [] : [{ ...rule, when }]
  })
})

/** A condition as a practice lead would say it: questions by their names, answers by their labels. */
export function conditionInWords(condition: Condition, speech: Speech): string {
  const { words, rules } = speech
  const ruleOf = (inner: Condition) => rules.find(({ when }) => isSame(when, inner))
  const named = ruleOf(condition)
  if (named) return words.drawn(named.name)
  const inWords = (inner: Condition): string => conditionInWords(inner, speech)
  const several = (inner: Condition): boolean =>
    !ruleOf(inner) && ('any' in inner ? inner.any.length > 1 : 'all' in inner && inner.all.length > 1)
  const bracketed = (inner: Condition): string =>
    several(inner) && !('all' in inner) ? `(${inWords(inner)})` : inWords(inner)
  if ('all' in condition) return condition.all.map(bracketed).join(words.drawn('if-and'))
  if ('any' in condition) {
    return condition.any.length > 0 ? condition.any.map(inWords).join(words.drawn('if-or')) : words.drawn('if-never')
  }
  if ('not' in condition)
    return words.drawn('if-not', {
      condition: several(condition.not) ? `(${inWords(condition.not)})` : inWords(condition.not)
    })
  if ('atLeast' in condition) {
    const of = condition.of.map(inWords).join('; ')
    return words.drawn('if-atLeast', { least: condition.atLeast, of })
  }
  if ('channel' in condition) return words.drawn(condition.channel === 'web' ? 'if-web' : 'if-sms')
  if ('signal' in condition) return words.drawn(`signal-${condition.signal}`)
  if ('given' in condition) return words.drawn('if-given', { question: condition.given })
  const { question, is } = condition
  const answers = is.map(option => {
    if (option === 'skip') return words.drawn('if-skipped')
    return speech.options === 'ids' ? `'${option}'` : `‘${words.option(question, option)}’`
  })
  const last = answers.pop() ?? ''
  const list = answers.length > 0 ? `${answers.join(', ')}${words.drawn('if-lastOr')}${last}` : last
  return words.drawn('if-is', { question, answers: list })
}
