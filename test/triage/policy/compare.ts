// Holds one version of the risk policy against another: for whom would the new one show less concern?
import type { Answers } from '../../../src/questions/answer.ts'
import { QUESTIONS } from '../../../src/questions/catalogue.ts'
import { assess, type BandName } from '../../../src/triage/band.ts'
import { concern } from '../../../src/triage/concern.ts'
import { raised } from '../../../src/triage/flags.ts'
import type { Policy, PolicyChange } from '../../../src/triage/policy.ts'
import { factsOf, join, type Witness, witnesses } from './witnesses.ts'

/** What a case came to when its policy was stored. */
export interface Decided extends Witness {
  readonly band: BandName
  readonly flags: readonly string[]
}

export interface StoredPolicy {
  readonly policy: Policy
  readonly cases: readonly Decided[]
}

const flagsOf = (policy: Policy) => [...policy.immediate, ...policy.high, ...policy.medium]

const decide = (policy: Policy, one: Witness): Decided => ({
  ...one,
  band: assess(factsOf(one), policy).band,
  flags: raised(flagsOf(policy), factsOf(one))
})

/** Always the same numbers: a case that was stored must be found again. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** The key questions answered with an option that raises nothing. */
function calm(policy: Policy): Witness[] {
  return policy.keyQuestions.flatMap(question => {
    const options: readonly string[] = QUESTIONS[question].options
    const tried = options.map(option => ({ answers: { [question]: option } as Answers, signals: [] }))
    return tried.find(one => decide(policy, one).flags.length === 0) ?? []
  })
}

/** Cases that touch every edge of a policy: each way to raise each flag, alone, together, and with 0 to 11 known answers. */
function casesOf(policy: Policy, mixed: number): Witness[] {
  const flags = flagsOf(policy)
  const single = flags.flatMap(flag => witnesses(flag.when))
  const quiet = calm(policy)
  const next = numbers(policy.version)
  const pick = (from: readonly Witness[]): Witness => from[next(from.length)] ?? { answers: {}, signals: [] }
  const together = Array.from({ length: mixed }, () => {
    let one = pick(single)
    for (let more = next(4); more > 0; more--) one = join(one, pick(single)) ?? one
    const known = next(quiet.length + 1)
    for (const more of quiet.slice(0, known)) one = join(one, more) ?? one
    return one
  })
  const silent = quiet.map((_, known) =>
    quiet.slice(0, known + 1).reduce<Witness>((all, one) => join(all, one) ?? all, { answers: {}, signals: [] })
  )
  // A professional's "standard" is where a single M flag, or one too few, decides the band.
  const medium = policy.medium.flatMap(flag => witnesses(flag.when))
  const pairs = medium.flatMap((one, at) => join(one, medium[(at + 1) % medium.length] ?? one) ?? [])
  const referred = (['medium', 'standard'] as const).flatMap(referrerRisk =>
    [...silent, ...medium, ...pairs].map(one => ({ ...one, answers: { ...one.answers, referrerRisk } }))
  )
  return [...single, ...silent, ...referred, ...together]
}

/** What is kept of a version: its data, and what it came to, so that a change in how it is read shows as well. */
export const store = (policy: Policy): StoredPolicy => ({
  policy,
  cases: casesOf(policy, 150)
    .filter((_, index) => index % 7 === 0)
    .map(one => decide(policy, one))
})

/** Everything a stored version is held to: its stored cases, and fresh ones as it decides them. */
export const decidedBy = (before: StoredPolicy, mixed: number): Decided[] => [
  ...before.cases,
  ...casesOf(before.policy, mixed).map(one => decide(before.policy, one))
]

/** For whom `now` shows less concern than was decided before: a lower band, or a flag that is no longer raised. */
export const lowered = (before: readonly Decided[], now: Policy): Decided[] =>
  before.filter(one => {
    const after = decide(now, one)
    return concern(after.band) < concern(one.band) || one.flags.some(flag => !after.flags.includes(flag))
  })

/** What is missing before a version that shows less concern may be used. Null: two different people stand by it. */
export function agreementFault(change: PolicyChange | undefined, isLower: boolean): string | null {
  if (!change) return 'the version in force has no entry in POLICY_CHANGES: say what, why, when and who'
  if (!isLower) return null
  const names = new Set(
    change.loweringAgreedBy.map(({ name }) => name.trim().toLowerCase()).filter(name => name !== '')
  )
  return names.size >= 2 ? null : `version ${change.version} lowers sensitivity: two named people must agree to it`
}
