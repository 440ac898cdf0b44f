// Somebody changes the dialogue: each change is named in words, and nothing else is.
import { describe, expect, test } from 'vitest'
import { DIALOGUE } from '../../src/dialogue.ts'
import { changesBetween } from '../../src/flow/account/changes.ts'
import type { Dialogue } from '../../src/flow/account/dialogue.ts'
import { type DialogueFacts, factsOfDialogue } from '../../src/flow/account/facts.ts'
import type { Flow } from '../../src/flow/flow.ts'
import { ask, type Step, say, wait, when } from '../../src/flow/language.ts'
import { all, any, is, on } from '../../src/questions/condition.ts'
import { english } from './english.ts'

const words = await english()

const base: Flow = {
  ...DIALOGUE.flow,
  sections: {
    friend: [say('friend'), ask('friendSafe'), ask('survivorAware'), ask('signsSeen'), wait()],
    survivor: [ask('fear'), when(is('fear', 'very'), [ask('tech')]), ask('pets'), wait()]
  },
  cards: [{ when: is('neck', 'lastFewDays'), card: 'medical' }]
}
const dialogue: Dialogue = { ...DIALOGUE, flow: base }
const facts = factsOfDialogue(dialogue, words)

const withSection = (name: string, steps: readonly Step[]): Dialogue => ({
  ...dialogue,
  flow: { ...base, sections: { ...base.sections, [name]: steps } }
})
const without = (name: string): Dialogue => {
  const { [name]: _gone, ...sections } = base.sections
  return { ...dialogue, flow: { ...base, sections } }
}
const [friend = [], survivor = []] = [base.sections.friend, base.sections.survivor]

/** What is on file, changed as an edit of the words would change it. */
function reworded(edit: (facts: DialogueFacts) => void): DialogueFacts {
  const copy = structuredClone(facts)
  edit(copy)
  return copy
}
// biome-ignore lint/suspicious/noExplicitAny: the facts are read-only everywhere but here.
const open = (part: unknown): any => part

const flagChanged = (id: string, condition: ReturnType<typeof is>): Dialogue => ({
  ...dialogue,
  flags: dialogue.flags.map(flag => (flag.id === id ? { ...flag, when: any(flag.when, condition) } : flag))
})
const secondCard = { ...base, cards: [...base.cards, { when: is('fear', 'very'), card: 'medical' as const }] }
const shortMode = 'any' in base.shortMode ? base.shortMode.any : [base.shortMode]
const longerShort = { name: 'rule-shortMode' as const, when: any(...shortMode, is('fear', 'very')) }

describe('a change of the flow is said in words:', () => {
  test.each<[string, Dialogue, string[]]>([
    [
      'a question moves',
      withSection('friend', [say('friend'), ask('survivorAware'), ask('friendSafe'), ask('signsSeen'), wait()]),
      ["friend: 'friendSafe' is now asked after 'survivorAware'"]
    ],
    [
      'a question gets another condition',
      withSection('survivor', [ask('fear'), when(is('fear', 'very', 'aBit'), [ask('tech')]), ask('pets'), wait()]),
      ["survivor: 'tech' is now asked when “fear” is 'very' or 'aBit' (was: when “fear” is 'very')"]
    ],
    [
      'a question loses its condition',
      withSection('survivor', [ask('fear'), ask('tech'), ask('pets'), wait()]),
      ["survivor: 'tech' is now asked always (was: when “fear” is 'very')"]
    ],
    [
      'a question is taken out',
      withSection(
        'survivor',
        survivor.filter(step => step.kind !== 'ask' || step.question !== 'pets')
      ),
      ["survivor: 'pets' is no longer asked"]
    ],
    [
      'a question is added inside two conditions',
      withSection('survivor', [
        ask('fear'),
        when(is('fear', 'very'), [ask('tech'), when(is('tech', 'yes'), [ask('sexual')])]),
        ...survivor.slice(2)
      ]),
      ["survivor: 'sexual' is now asked after 'tech', when “fear” is 'very' and “tech” is 'yes'"]
    ],
    [
      'a sentence is no longer said',
      withSection('friend', friend.slice(1)),
      ["friend: the step 'say friend' is gone, it was there always"]
    ],
    [
      'a step is added',
      withSection('friend', [{ kind: 'handover' }, ...friend]),
      ["friend: new step 'handover' first, always"]
    ],
    ['a path is taken out', without('friend'), ['friend: this path is gone']],
    ['a path is added', withSection('young', [wait()]), ['young: this path is new']],
    [
      'a card comes after one more answer',
      { ...dialogue, flow: secondCard },
      ["card 'medical' now also comes when “fear” is 'very'"]
    ],
    [
      'a card comes no longer',
      { ...dialogue, flow: { ...base, cards: [] } },
      ["card 'medical' no longer comes when “neck” is 'lastFewDays'"]
    ],
    [
      'a flag is raised by one more answer',
      flagChanged('M-fear', is('fear', 'aBit')),
      ["flag M-fear is now also raised when “fear” is 'aBit'"]
    ],
    [
      'a flag is taken out',
      { ...dialogue, flags: dialogue.flags.filter(({ id }) => id !== 'M-fear') },
      ["flag M-fear is no longer raised when “fear” is 'very'"]
    ],
    [
      'a shared rule holds more often, wherever it is used',
      { ...dialogue, rules: [longerShort, { name: 'rule-quiet', when: all(on('sms'), longerShort.when) }] },
      ["“short mode is on” now also holds when “fear” is 'very'"]
    ]
  ])('%s', (_what, after, said) => {
    expect(changesBetween(facts, factsOfDialogue(after, words), words)).toEqual(said)
  })

  test('two changes are two sentences', () => {
    const after = withSection('survivor', [
      ask('pets'),
      ask('fear'),
      when(all(is('fear', 'aBit')), [ask('tech')]),
      wait()
    ])
    expect(changesBetween(facts, factsOfDialogue(after, words), words)).toHaveLength(2)
  })
})

describe('a change of the words is said in words:', () => {
  test.each<[string, DialogueFacts, string]>([
    [
      'a question by SMS',
      reworded(({ questions }) => {
        open(questions.fear).texts['by SMS'] = 'Scared?'
      }),
      `wording of 'fear' by SMS changed from “Scared?” to “${words.question('fear', 'sms').text}”`
    ],
    [
      'a label',
      reworded(({ questions }) => {
        open(questions.fear).options.very = 'A lot'
      }),
      "the option 'very' of 'fear' changed from “A lot” to “Very”"
    ],
    [
      'an option that is new',
      reworded(({ questions }) => {
        delete open(questions.fear).options.aBit
      }),
      "'fear' has a new option 'aBit': “A bit”"
    ],
    [
      'an option that is gone',
      reworded(({ questions }) => {
        open(questions.fear).options.some = 'Some'
      }),
      "'fear' no longer has the option 'some'"
    ],
    [
      'the order of options',
      reworded(({ questions }) => {
        open(questions.fear).options = { very: 'Very', aBit: 'A bit', not: 'Not scared' }
      }),
      "the options of 'fear' now stand in the order 'not', 'aBit', 'very'"
    ],
    [
      'whether it must be answered',
      reworded(({ questions }) => {
        open(questions.fear).remarks = ['must be answered']
      }),
      "'fear', no longer: must be answered"
    ],
    [
      'the words of a card',
      reworded(({ sentences }) => {
        open(sentences.medical)['on the web'] = 'See a doctor.'
      }),
      `wording of 'medical' on the web changed from “See a doctor.” to “${words.message('medical')}”`
    ]
  ])('%s', (_what, before, said) => {
    expect(changesBetween(before, facts, words)).toEqual([said])
  })
})

test('nothing is said when nothing has changed, though the facts were written to a file and read back', () => {
  expect(changesBetween(JSON.parse(JSON.stringify(facts)), facts, words)).toEqual([])
})
