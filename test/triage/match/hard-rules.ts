// The hard rules of the domain guide, section 4.3, and law 11: each as a sentence about one match. Null: it holds.
import type { Facts } from '../../../src/questions/condition.ts'
import { DIRECTORY } from '../../../src/triage/directory/directory.ts'
import type { Kind } from '../../../src/triage/directory/entry.ts'
import type { Match } from '../../../src/triage/match.ts'

const ACCOMMODATION: readonly Kind[] = [
  'refuge',
  'specialist',
  'dispersed',
  'second_stage',
  'sanctuary',
  'supported_housing'
]
const SANCTUARY = ['hants.sanctuary', 'soton.dove', 'soton.blue_lamp']
const WOMEN_ONLY = ['hants.refuge', 'soton.refuge']

const isAccommodation = (id: string): boolean => ACCOMMODATION.includes(DIRECTORY.get(id)?.kind ?? 'gap')
const offers = ({ services }: Match, ids: readonly string[]): boolean => services.some(id => ids.includes(id))
const includes = (answer: unknown, option: string): boolean =>
  Array.isArray(answer) ? answer.includes(option) : answer === option

type HardRule = (facts: Facts, found: Match) => boolean

export const HARD_RULES: Readonly<Record<string, HardRule>> = {
  '(b) no sanctuary of any kind unless the person causing harm does not live there': ({ answers }, found) =>
    answers.livesWith === 'no' || !offers(found, SANCTUARY),
  '(c) a man is never matched to a local refuge for women': ({ answers }, found) =>
    answers.gender !== 'man' || !offers(found, WOMEN_ONLY),
  '(d) a household with a son over 16 is never matched to those refuges': ({ answers }, found) =>
    !includes(answers.movingWith, 'son16Plus') || !offers(found, WOMEN_ONLY),
  '(e) who worries about their own behaviour is never shown accommodation': ({ answers }, found) =>
    answers.audience !== 'harmer' || !found.services.some(isAccommodation),
  '(f) nobody under 16 is matched to accommodation for adults': ({ answers }, found) =>
    answers.ageBand !== 'under16' || !found.services.some(isAccommodation),
  '(g) who asks where somebody is gets no accommodation, and no other service': ({ signals }, found) =>
    !signals?.includes('locationSeeking') || found.services.every(id => id === 'hants.advice_line'),
  '(11) every accommodation match names its rule and a line of a document': (_facts, found) =>
    found.matched
      .filter(({ service }) => isAccommodation(service))
      .every(
        ({ by }) => by.length > 0 && by.every(({ rule, sources }) => rule !== '' && sources.some(s => 'file' in s))
      ),
  'who said that it is not OK to write gets nothing': ({ answers }, found) =>
    answers.channelOk !== 'no' || (found.services.length === 0 && found.notes.length === 0),
  'every service is in the directory, and is listed once': (_facts, { services }) =>
    new Set(services).size === services.length && services.every(id => DIRECTORY.has(id)),
  'nothing is both offered and blocked, and every block has its source': (_facts, { services, blocked }) =>
    blocked.every(({ service, sources }) => !services.includes(service) && sources.length > 0),
  "Southampton's people are never sent to the county's own places": (_facts, found) =>
    found.region !== 'southampton' || !offers(found, ['hants.refuge', 'hants.dispersed', 'hants.sanctuary']),
  'prompts about places and homes are not for the young, for those who harm, or about somebody who is looked for': (
    { answers, signals },
    { prompts }
  ) => {
    const hasOwnRoute =
      answers.audience === 'harmer' || answers.ageBand === 'under16' || signals?.includes('locationSeeking') === true
    return !hasOwnRoute || !prompts.some(({ id }) => /^R-(REF|DIS|SAN|STAY|HOU|2ND|BNB|HBA|SPEC)/.test(id))
  }
}

/** The rules this match breaks. */
export const broken = (facts: Facts, found: Match): string[] =>
  Object.keys(HARD_RULES).filter(name => !HARD_RULES[name]?.(facts, found))
