// Nothing arrives late: the carrier is told how long a text is worth, and what has waited too long is not sent at all.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SMS_VALID } from '../../../src/limits.ts'
import { TextLine } from './line.ts'
import { NEUTRAL, numbers } from './words.ts'

let line: TextLine
beforeAll(async () => {
  line = await TextLine.open()
})
afterAll(() => line.close())

const waiting = numbers(10)
const validityOf = (number: string) =>
  line.carrier.sent.filter(({ to }) => to === number).map(({ validityPeriod }) => validityPeriod)

/** Somebody has texted, and the answer waits because the carrier is away; the process is stopped then. */
async function waitingFor(): Promise<string> {
  const her = waiting.shift() ?? ''
  line.carrier.faults.atRandom({ seed: 1, share: 1, kinds: ['away'] })
  await line.carrier.text(her, 'hi')
  await expect
    .poll(() => line.rows(`select count(*)::int as tried from outbox where state = 'pending' and attempts > 0`), {
      timeout: 20_000
    })
    .toEqual([{ tried: 1 }])
  await line.stop()
  line.carrier.faults.none()
  return her
}

test('a text is valid for as long as it may still arrive, and no longer', async () => {
  const her = waiting.shift() ?? ''
  await line.text(her, 'hi')
  const [validity = 0] = validityOf(her)
  expect(validity).toBeLessThanOrEqual(SMS_VALID / 1000)
  expect(validity).toBeGreaterThan(SMS_VALID / 1000 - 60)
})

test('what has waited is valid for what is left', async () => {
  const her = await waitingFor()
  await line.rows(`update outbox set not_after = now() + interval '90 seconds' where state = 'pending'`)
  await line.start()
  await line.settle({ hurried: true })
  const [validity = 0] = validityOf(her)
  expect(validity).toBeLessThanOrEqual(90)
  expect(validity).toBeGreaterThan(30)
  expect(line.heard(her)).toEqual([NEUTRAL])
})

test('a process that slept sends nothing that is too late, and notes it', async () => {
  const her = await waitingFor()
  await line.rows(`update outbox set not_after = now() - interval '1 second' where state = 'pending'`)
  await line.start()
  await line.settle({ hurried: true })
  expect(line.heard(her)).toEqual([])
  expect(await line.rows('select state, reason from outbox order by id desc limit 1')).toEqual([
    { state: 'dropped', reason: 'late' }
  ])
  // They ask again, and are answered.
  await line.text(her, 'hello?')
  expect(line.heard(her)).toEqual([NEUTRAL])
})
