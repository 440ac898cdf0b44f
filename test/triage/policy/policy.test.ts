import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../../../src/questions/condition.ts'
import { type Flag, POLICY, POLICY_CHANGES, type Policy } from '../../../src/triage/policy.ts'
import { agreementFault, decidedBy, lowered, type StoredPolicy, store } from './compare.ts'

const fileOf = (version: number): string => join(import.meta.dirname, `version-${version}.json`)
const read = (version: number): StoredPolicy => JSON.parse(readFileSync(fileOf(version), 'utf8'))

// A new version is stored once, with STORE_POLICY=1, and never written again.
if (process.env.STORE_POLICY === '1' && !existsSync(fileOf(POLICY.version)))
  writeFileSync(fileOf(POLICY.version), `${JSON.stringify(store(POLICY))}\n`)

const before = decidedBy(read(Math.max(1, POLICY.version - 1)), 4_000)

describe('the risk policy', () => {
  it('is exactly the stored version with its number: a change takes a new number', () => {
    expect(existsSync(fileOf(POLICY.version)), 'store it: STORE_POLICY=1, see docs/decisions/020').toBe(true)
    expect(JSON.parse(JSON.stringify(POLICY))).toEqual(read(POLICY.version).policy)
  })

  it('is still read as it was when it was stored', () => {
    expect(lowered(read(POLICY.version).cases, POLICY)).toEqual([])
  })

  it('is not less sensitive than the version before, unless two named people agreed', () => {
    const isLower = lowered(before, POLICY).length > 0
    expect(agreementFault(POLICY_CHANGES.at(-1), isLower)).toBeNull()
  })

  it('says of every version what changed, why, when and who drafted it', () => {
    const stored = readdirSync(import.meta.dirname).filter(name => /^version-\d+\.json$/.test(name))
    expect(POLICY_CHANGES.map(({ version }) => version)).toEqual(stored.map((_, index) => index + 1))
    expect(POLICY_CHANGES.at(-1)?.version).toBe(POLICY.version)
    for (const { on, what, why, draftedBy } of POLICY_CHANGES) {
      expect(on).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect([what, why, draftedBy].every(text => text.length > 10)).toBe(true)
    }
  })
})

/** Every condition with one option, or one part, taken out. */
function damaged(condition: Condition): Condition[] {
  if ('any' in condition)
    return condition.any.flatMap((part, at) => [
      ...(condition.any.length > 1 ? [{ any: condition.any.toSpliced(at, 1) }] : []),
      ...damaged(part).map(one => ({ any: condition.any.with(at, one) }))
    ])
  if ('all' in condition)
    return condition.all.flatMap((part, at) => damaged(part).map(one => ({ all: condition.all.with(at, one) })))
  if ('atLeast' in condition)
    return [
      { ...condition, atLeast: condition.atLeast + 1 },
      ...condition.of.map((_, at) => ({ ...condition, of: condition.of.toSpliced(at, 1) }))
    ]
  if ('question' in condition) return condition.is.map((_, at) => ({ ...condition, is: condition.is.toSpliced(at, 1) }))
  return []
}

const groups = ['immediate', 'high', 'medium'] as const

/** Every way to make the policy a little less sensitive. */
function quietPolicies(): [string, Policy][] {
  const flags = groups.flatMap(group =>
    POLICY[group].flatMap((flag, at): [string, Policy][] => {
      const less = (changed: readonly Flag[]): Policy => ({ ...POLICY, [group]: changed })
      return [
        [`${flag.id} is dropped`, less(POLICY[group].toSpliced(at, 1))],
        ...damaged(flag.when).map((when, nth): [string, Policy] => [
          `${flag.id} is weakened in its ${nth + 1}. place`,
          less(POLICY[group].with(at, { ...flag, when }))
        ])
      ]
    })
  )
  return [
    ...flags,
    ['three M are needed for medium', { ...POLICY, mediumTogether: 3 }],
    ['fewer answers are enough', { ...POLICY, enoughKnown: 7 }],
    ...POLICY.mediumAlone.map((id): [string, Policy] => [
      `${id} alone is no longer medium`,
      { ...POLICY, mediumAlone: POLICY.mediumAlone.filter(other => other !== id) }
    ])
  ]
}

describe('a policy that shows less concern is found:', () => {
  it('every flag dropped, every option dropped, every number loosened', () => {
    const quiet = quietPolicies()
    expect(quiet.length).toBeGreaterThan(80)
    const cases = decidedBy(store(POLICY), 0)
    const missed = quiet.filter(([, policy]) => lowered(cases, policy).length === 0).map(([what]) => what)
    expect(missed).toEqual([])
  })

  it('and a more careful one is free', () => {
    const careful: Policy = { ...POLICY, mediumTogether: 1, enoughKnown: 9 }
    expect(lowered(before, careful)).toEqual([])
  })

  it('and needs two different names', () => {
    const change = { ...POLICY_CHANGES[0], version: 2, loweringAgreedBy: [] } as (typeof POLICY_CHANGES)[number]
    const agreed = (...names: string[]) => ({
      ...change,
      loweringAgreedBy: names.map(name => ({ name, role: 'lead' }))
    })
    expect(agreementFault(change, true)).toContain('two named people')
    expect(agreementFault(agreed('A. Lead'), true)).toContain('two named people')
    expect(agreementFault(agreed('A. Lead', ' a. lead '), true)).toContain('two named people')
    expect(agreementFault(agreed('A. Lead', 'B. Lead'), true)).toBeNull()
    expect(agreementFault(change, false)).toBeNull()
    expect(agreementFault(undefined, false)).toContain('no entry')
  })
})
