// What another system receives as data keeps to the file it was given, for everybody there is a scenario of.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { EXPORTS } from '../../src/console/exports.ts'
import { english } from './readings.ts'
import { PEOPLE, summaryOfPerson } from './scenario-summary.ts'

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/referral-summary.schema.json'), 'utf8'))
const accepts = new Ajv2020({ formats: { 'date-time': true }, allErrors: true }).compile(schema)
const asJson = EXPORTS.find(({ ending }) => ending === 'json')

test.each(PEOPLE.map(person => [person.id, person] as const))(
  'the copy of %s as data is what the shipped schema describes',
  async (_id, person) => {
    const data = JSON.parse(String(await asJson?.make(summaryOfPerson(person), english)))
    accepts(data)
    expect(accepts.errors).toBeNull()
    // A reader may rely on it: nothing beside it is let through.
    expect(accepts({ ...data, more: 1 })).toBe(false)
  }
)

test('there are scenarios to hold it against', () => expect(PEOPLE.length).toBeGreaterThan(10))
