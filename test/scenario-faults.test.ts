import { describe, expect, test } from 'vitest'
import { QUESTION_IDS, QUESTIONS } from '../src/questions/catalogue.ts'
import { readScenarios } from '../src/scenario.ts'
import { scenarioFaults } from '../src/scenario-faults.ts'
import file from './scenarios.json' with { type: 'json' }

const faultsOf = (answers: object, id = 'X'): string[] =>
  scenarioFaults(readScenarios(JSON.stringify({ id, context: { channel: 'web' }, answers })))

describe('a scenario', () => {
  test('that can be played has no fault', () => {
    expect(scenarioFaults(readScenarios(JSON.stringify(file)))).toEqual([])
  })

  test('may give every option of every question, and skip whatever may be skipped', () => {
    for (const id of QUESTION_IDS) {
      const { kind, options, skip } = QUESTIONS[id]
      for (const option of options) {
        expect(faultsOf({ [id]: option })).toEqual([])
        expect(faultsOf({ [id]: [option] }).length, `${id} as a list`).toBe(kind === 'many' ? 0 : 1)
      }
      expect(faultsOf({ [id]: 'skip' }).length, `${id} skipped`).toBe(skip ? 0 : 1)
      if (kind === 'text') expect(faultsOf({ [id]: 'some words' })).toEqual([])
    }
  })

  test.each([
    ['an option that there is not', { relationship: 'ex' }, 'relationship has no option "ex"; there are: partner, '],
    ['one among others that there are', { signsSeen: ['hurt', 'shouted'] }, 'signsSeen has no option "shouted"; '],
    [
      'a list of one where one is picked',
      { wants: ['safePlace'] },
      'wants takes one option and no list, not ["safePlace"]; '
    ],
    ['a list of two where one is picked', { fear: ['aBit', 'very'] }, 'fear takes one option and no list'],
    ['a list of nothing', { signsSeen: [] }, 'signsSeen takes each option once, and "none" beside no other, not []'],
    ['"none" beside another', { needs: ['none', 'deaf'] }, 'needs takes each option once, and "none" beside no other'],
    ['the same one twice', { signsSeen: ['hurt', 'hurt'] }, 'signsSeen takes each option once'],
    ['a skip where none is taken', { channelOk: 'skip' }, 'channelOk has no option "skip"; there are: yes, no, unsure'],
    ['a skip within a list', { signsSeen: ['skip'] }, 'signsSeen has no option "skip"; '],
    ['a list where words are written', { friendWorry: ['one'] }, 'friendWorry takes own words'],
    ['nothing where words are written', { friendWorry: ' ' }, 'friendWorry takes own words'],
    ['a question that there is not', { scared: 'very' }, 'there is no question "scared"; there are: channelOk, '],
    ['a name that every object has', { constructor: 'yes' }, 'there is no question "constructor"']
  ])('with %s is told so', (_, answers, fault) => {
    const [found, ...more] = faultsOf(answers, 'S99')
    expect(found).toContain(`Scenario "S99": ${fault}`)
    expect(more).toEqual([])
  })

  test('with several faults is told all of them, in the order they stand', () => {
    const found = faultsOf({ wants: ['safePlace'], relationship: 'ex', fear: 'very', scared: 'very' })
    expect(found.map(fault => fault.split(' ').slice(0, 3).at(-1))).toEqual(['wants', 'relationship', 'there'])
  })
})
