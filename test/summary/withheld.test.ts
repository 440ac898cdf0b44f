import { describe, expect, test } from 'vitest'
import type { WithholdRecord } from '../../src/questions/answer.ts'
import type { QuestionId } from '../../src/questions/catalogue.ts'
import { summarise } from '../../src/summary/build.ts'
import type { Summary } from '../../src/summary/schema.ts'
import { told } from '../../src/summary/told.ts'
import { mayKnowIn, withheldIn } from '../../src/summary/withheld.ts'
import { answer, contextFor, english, held, readingOf, START } from './readings.ts'
import { RENDERINGS } from './renderings.ts'

const at = START.toISOString()
const keep = (question: QuestionId): WithholdRecord => ({ question, withheld: true, at })
const giveBack = (question: QuestionId): WithholdRecord => ({ question, withheld: false, at })
const mayKnow = (yes: boolean): WithholdRecord => ({ mayKnow: yes, at })

/** Somebody who told of money and pets, and what they decided about it. Neither raises a flag. */
function summaryAfter(...withheld: WithholdRecord[]): Summary {
  const { reading, facts } = readingOf([
    { question: 'wants', value: 'money' },
    { question: 'pets', value: ['dog'] },
    { question: 'fear', value: 'aBit' }
  ])
  return summarise({ ...reading, withheld }, contextFor(facts))
}

const SENTENCE = english.staff('referralKeptBack')
const ABOUT_KEEPING = /kept? (?:something )?back|keptBack"?: ?true|withh/i

describe('whether a worker may know that something is kept back', () => {
  test.each<[string, readonly WithholdRecord[], boolean]>([
    ['is no where nobody said anything about it', [keep('wants')], false],
    ['is yes once the person says so', [keep('wants'), mayKnow(true)], true],
    ['is no again when they take it back', [keep('wants'), mayKnow(true), mayKnow(false)], false],
    ['holds for the next line kept back while one is', [keep('wants'), mayKnow(true), keep('pets')], true],
    ['ends with the last line given back', [keep('wants'), mayKnow(true), giveBack('wants'), keep('pets')], false],
    ['holds while one of two is still kept', [keep('wants'), keep('pets'), mayKnow(true), giveBack('pets')], true],
    ['is never said of nothing', [mayKnow(true), keep('wants')], false]
  ])('%s', (_what, withheld, expected) => {
    expect(mayKnowIn({ withheld })).toBe(expected)
  })

  test('changes nothing about what is kept back', () => {
    expect([...withheldIn({ withheld: [keep('wants'), mayKnow(true), mayKnow(false)] })]).toEqual(['wants'])
  })

  test('comes from the person alone, over the road, and can be undone', async () => {
    const opening = [answer('channelOk', 'yes'), answer('dangerNow', 'no')]
    const kept = { type: 'withhold', question: 'dangerNow', withheld: true } as const
    const decided = async (...yes: boolean[]) => {
      const events = yes.map(one => ({ type: 'mayKnow', mayKnow: one }) as const)
      const { reading, facts } = await held('web', [...opening, kept, ...events])
      const shown = told(reading, facts, english).mayKnow
      expect(summarise(reading, contextFor(facts)).consent.keptBack).toBe(shown)
      return shown
    }
    expect([await decided(), await decided(true), await decided(true, false)]).toEqual([false, true, false])
  })
})

describe.each(Object.keys(RENDERINGS))('the summary as %s', ending => {
  const render = async (...withheld: WithholdRecord[]) => (await RENDERINGS[ending]?.(summaryAfter(...withheld))) ?? ''

  test('says nothing of keeping back unless the person agreed', async () => {
    const silent = await render(keep('wants'))
    expect(silent).not.toBe('')
    expect(silent).not.toMatch(ABOUT_KEEPING)
    expect(await render(keep('wants'), mayKnow(true), mayKnow(false))).toBe(silent)
    // The same word stands for "nothing is kept back" and for "they did not agree".
    expect(await render()).not.toMatch(ABOUT_KEEPING)
  })

  test('says that something is kept back where they agreed, and neither what nor how much', async () => {
    const one = await render(keep('wants'), mayKnow(true))
    const linesOf = (text: string) => text.split('\n')
    const silent = linesOf(await render(keep('wants')))
    const said = linesOf(one).filter(line => !silent.includes(line))
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(ending === 'json.txt' ? /^ *"keptBack": true,$/ : new RegExp(SENTENCE.slice(0, 40)))
    const both = linesOf(await render(keep('wants'), keep('pets'), mayKnow(true)))
    expect(both.filter(line => line === said[0])).toHaveLength(1)
  })
})
