// How much the second ear adds to the rules, on messages that neither was made with. The figures are in decision 037.
import { describe, expect, it } from 'vitest'
import { raises, wonders } from '../../../src/reading/ear/ear.ts'
import { readAt } from '../read-english.ts'
import { type Held, readHeldOut } from './examples.ts'
import { type Count, inWords } from './folds.ts'

const held = readHeldOut().map(each => ({ ...each, reading: readAt(each.text, each.open) }))
type Read = (typeof held)[number]

const isUnheard = ({ reading: { reply, concerns, signals, notices, askFor, topics } }: Read): boolean =>
  reply.kind === 'words' && [...concerns, ...signals, ...notices, ...topics].length === 0 && askFor === null
const isAsked = ({ text, reading }: Read): boolean => wonders(text, reading)
const of = (...groups: readonly Held['group'][]): Read[] => held.filter(({ group }) => groups.includes(group))
const count = (all: readonly Read[], holds: (each: Read) => boolean): Count => ({
  hits: all.filter(holds).length,
  of: all.length
})

const danger = of('danger')
const quiet = of('harmless', 'answer', 'offtopic')
const wishes = of('wish')

describe('on messages that were put aside', () => {
  const alone = count(danger, isUnheard)
  const together = count(danger, each => isUnheard(each) && !isAsked(each))
  const asked = count(quiet, isAsked)

  it('says what it adds', () => {
    console.log(
      [
        `danger the rules heard nothing in: ${inWords(alone)}`,
        `and the ear raised nothing either: ${inWords(together)}`,
        `questions on harmless words, answers and other talk: ${inWords(asked)}`,
        `questions on wishes (a person, to stop, to skip): ${inWords(count(wishes, isAsked))}`,
        `questions on harm told of another time: ${inWords(count(of('past'), isAsked))}`,
        `by itself, on all danger: ${inWords(count(danger, ({ text }) => !raises(text)))} missed`,
        `by itself, on all harmless words: ${inWords(count(quiet, ({ text }) => raises(text)))} raised`
      ].join('\n')
    )
    expect(held.length).toBe(200)
  })

  it('a third or more of the danger that the rules missed is asked about', () => {
    expect(together.hits).toBeLessThanOrEqual((2 / 3) * alone.hits)
  })

  it('by itself it misses no more than a quarter of all danger', () => {
    expect(danger.filter(({ text }) => !raises(text)).length).toBeLessThanOrEqual(danger.length / 4)
  })

  it('few are asked for nothing', () => {
    expect(asked.hits).toBeLessThanOrEqual(0.08 * asked.of)
    expect(wishes.filter(isAsked).length).toBeLessThanOrEqual(0.2 * wishes.length)
  })
})
