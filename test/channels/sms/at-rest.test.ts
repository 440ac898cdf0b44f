// What lies on the disk, and what is written to the log, when somebody has texted: neither their number nor a word of it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureLog } from '../../captured-log.ts'
import { knock, textParams } from './knock.ts'
import { TextLine } from './line.ts'

const HERS = '+447700900456'
const THEIRS = 'the lamp in the hall is green'
const OURS = 'Is anyone in danger right now?'

const captured = captureLog()
let line: TextLine

/** Somebody talks, waits, leaves; the carrier fails in every way it can; strangers knock. */
beforeAll(async () => {
  line = await TextLine.open({}, { log: captured.log })
  const { carrier } = line
  for (const text of ['hi', '1', '2', THEIRS, 'P', THEIRS]) {
    carrier.faults.next('busy', 'broken', 'reset', 'reset-after')
    await carrier.text(HERS, text)
    await line.settle({ hurried: true })
  }
  carrier.faults.next('notMobile')
  await line.text(HERS, THEIRS)
  await knock(line, { params: textParams(line, { From: HERS, Body: THEIRS }), token: 'another' })
  await knock(line, { params: textParams(line, { From: `whatsapp:${HERS}`, Body: THEIRS }) })
  await knock(line, { params: textParams(line, { From: HERS, Body: THEIRS, AccountSid: 'AC' }) })
  // One that is kept and not taken up yet.
  await line.stop()
  await line.start()
  await carrier.text(HERS, THEIRS)
  await line.settle()
}, 120_000)
afterAll(() => line.close())

/** Every value of every table, as text and as the bytes are. */
async function everythingStored(): Promise<string> {
  const tables = await line.rows<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`
  )
  expect(tables.length).toBeGreaterThan(10)
  const stored: string[] = []
  for (const { name } of tables) {
    for (const row of await line.rows(`select * from ${name}`)) {
      for (const value of Object.values(row)) {
        stored.push(
          Buffer.isBuffer(value) ? `${value.toString('latin1')} ${value.toString('hex')}` : JSON.stringify(value)
        )
      }
    }
  }
  return stored.join('\n')
}

const digits = HERS.slice(1)
const traces = (text: string) =>
  [digits, digits.slice(2), '900456', THEIRS, 'lamp in the hall', Buffer.from(digits).toString('hex')].filter(trace =>
    text.includes(trace)
  )

test('nothing in the database shows a number or a word', async () => {
  const stored = await everythingStored()
  expect(stored.length).toBeGreaterThan(5_000)
  expect(traces(stored)).toEqual([])
  // The sentences of a flow lie in no table either: what was asked is sealed like what was said.
  expect(stored).not.toContain(OURS)
})

test('and this would see it: a number that is stored as it is', async () => {
  await line.rows('create table careless (number text)')
  await line.rows('insert into careless values ($1)', [HERS])
  expect(traces(await everythingStored())).not.toEqual([])
  await line.rows('drop table careless')
})

test('nothing in the log shows a number, a word or the token', () => {
  const log = captured.text()
  // What went wrong is there.
  expect(log).toContain('a request to the text channel was refused')
  expect(log).toContain('it is not from a plain phone number')
  expect(traces(log)).toEqual([])
  expect(log).not.toContain(line.carrier.account.authToken)
})
