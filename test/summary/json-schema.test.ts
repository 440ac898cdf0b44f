import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { summaryJsonSchema } from '../../src/summary/json-schema.ts'
import { type Summary, summarySchema } from '../../src/summary/schema.ts'
import { NOTHING_RECORDED } from '../../src/summary/worker-record.ts'
import { START, summaryOf } from './readings.ts'

const root = join(import.meta.dirname, '../..')
const file = join(root, 'docs/referral-summary.schema.json')

/** In the house's layout, so that the file passes the same checks as everything else. */
function written(schema: object): string {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const run = spawnSync(process.execPath, [biome, 'format', '--stdin-file-path=docs/referral-summary.schema.json'], {
    cwd: root,
    input: JSON.stringify(schema, null, 2),
    encoding: 'utf8'
  })
  expect(run.status, run.stderr).toBe(0)
  return run.stdout
}

test('the shipped schema is the one the code keeps to (to write it anew, run this file with -u)', async () => {
  expect(existsSync(file)).toBe(true)
  await expect(written(summaryJsonSchema())).toMatchFileSnapshot(file)
})

const ajv = new Ajv2020({ formats: { 'date-time': true } })
const accepts = ajv.compile<Summary>(summaryJsonSchema())
const both = (data: unknown): [boolean, boolean] => [accepts(data), summarySchema.safeParse(data).success]

const full = summaryOf(
  [
    { question: 'channelOk', value: 'yes' },
    { question: 'audience', value: 'professional' },
    { question: 'referralConsent', value: 'yes' },
    { question: 'referrerWants', value: 'sanctuary' },
    { question: 'area', value: 'southampton' },
    { question: 'livesWith', value: 'sometimes' },
    { question: 'fear', value: 'aBit' },
    { question: 'fear', value: 'very', verbatim: 'so scared', said: 'named' },
    { question: 'contactMethod', value: 'call' },
    { question: 'contactDetail', value: '07700 900123' },
    { question: 'contactTimes', value: ['weekend'] }
  ],
  { conversation: { owner: { kind: 'worker', id: 'w1', name: 'Asha' } } },
  {
    worker: {
      ...NOTHING_RECORDED,
      bands: [{ band: 'high', reason: 'what I heard', worker: 'Asha', at: START.toISOString() }],
      decisions: [{ service: 'soton.pippa', accepted: false, reason: 'other', by: 'Asha', at: START.toISOString() }],
      withoutConsent: { reason: 'a child', approvedBy: 'Ada' },
      safeguarding: { action: 'told the lead', by: 'Asha', at: START.toISOString() }
    }
  }
)

test('a whole summary and an empty one are accepted by the written schema and by the code', () => {
  expect(both(full)).toEqual([true, true])
  expect(both(JSON.parse(JSON.stringify(summaryOf([]))))).toEqual([true, true])
})

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every place in a value, as the path to it. */
function placesIn(value: Json, path: (string | number)[] = []): (string | number)[][] {
  const inside = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : []
  return [path, ...inside.flatMap(([key, item]) => placesIn(item, [...path, key]))]
}

function at(value: Json, path: readonly (string | number)[]): Json {
  return path.reduce<Json>((here, key) => (here as { [key: string]: Json })[key] as Json, value)
}

test('whatever is taken away, added or changed, the written schema and the code agree on whether it is a summary', () => {
  const places = placesIn(full as unknown as Json).filter(path => path.length > 0)
  const verdicts = { accepted: 0, refused: 0 }
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.constantFrom<'remove' | 'add' | 'change'>('remove', 'add', 'change'),
      fc.constantFrom<Json>(null, '', 'made up', 7, -1, true, false, [], {}),
      (path, how, value) => {
        const damaged: Json = JSON.parse(JSON.stringify(full))
        const parent = at(damaged, path.slice(0, -1)) as { [key: string]: Json }
        const key = path.at(-1) as string
        if (how === 'remove' && !Array.isArray(parent)) delete parent[key]
        else if (how === 'add' && isObject(parent[key] as Json)) (parent[key] as { [key: string]: Json }).extra = value
        else parent[key] = value
        const [byFile, byCode] = both(damaged)
        verdicts[byCode ? 'accepted' : 'refused'] += 1
        return byFile === byCode
      }
    ),
    { numRuns: 600 }
  )
  expect(verdicts.refused).toBeGreaterThan(100)
  expect(verdicts.accepted).toBeGreaterThan(10)
})
