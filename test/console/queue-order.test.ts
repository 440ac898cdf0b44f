import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import { answer, opening } from '../opening.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'

let desk: TestDesk
let sam: Worker
beforeEach(async () => {
  await desk?.close()
  desk = await openTestDesk()
  sam = await desk.signIn('Sam')
})
afterAll(() => desk.close())

const BEFORE_FEAR = [
  ...opening(),
  answer('wantsNow', 'questions'),
  answer('wants', 'talk'),
  answer('area', 'gosport'),
  answer('safeTonight', 'yes'),
  answer('relationship', 'partner'),
  answer('livesWith', 'no')
]
const asks = (...more: PersonEvent[]) => Person.asks(desk.product, [...BEFORE_FEAR, ...more])
const inDanger = () => Person.asks(desk.product, [answer('channelOk', 'yes'), answer('dangerNow', 'yes')])

/** References of those who wait, as they stand on the page from top to bottom. */
async function queue(): Promise<string[]> {
  const { body } = await sam.get('/')
  return [...body.matchAll(/<p class="reference">([^ <]+)/g)].map(([, reference = '']) => reference)
}

async function decides(person: Person, band: string, reason = 'We have spoken') {
  await sam.post(`/c/${person.reference}/take`)
  const answered = await sam.post(`/c/${person.reference}/band`, { band, reason })
  await sam.post(`/c/${person.reference}/release`)
  return answered
}

const columnsOf = ({ id }: Person) =>
  desk.product.connection.db
    .selectFrom('handover')
    .select(['band', 'worker_band'])
    .where('conversation_id', '=', id)
    .executeTakeFirstOrThrow()

describe('the queue', () => {
  test('is in the order of concern, and what is answered while waiting moves somebody in it', async () => {
    const medium = await asks(answer('fear', 'very'))
    const unknown = await asks(answer('fear', 'not'))
    const high = await asks(answer('fear', 'not'), answer('believesSerious', 'yes'))
    expect(await queue()).toEqual([high.reference, unknown.reference, medium.reference])
    expect(await columnsOf(unknown)).toEqual({ band: 'not_enough_known', worker_band: null })
    await unknown.does({ type: 'change', question: 'fear' })
    await unknown.does(answer('fear', 'very'))
    expect(await columnsOf(unknown)).toEqual({ band: 'medium', worker_band: null })
    expect(await queue()).toEqual([high.reference, medium.reference, unknown.reference])
  })

  test("follows a worker's own band from then on, up and down, and says whose band it is", async () => {
    const high = await asks(answer('fear', 'not'), answer('believesSerious', 'yes'))
    const unknown = await asks()
    await decides(high, 'standard')
    expect(await queue()).toEqual([unknown.reference, high.reference])
    expect((await sam.get('/')).body).toContain('Standard, set by a worker. The triage aid said: High')
    await decides(high, 'high', 'They told me more')
    expect(await queue()).toEqual([high.reference, unknown.reference])
    expect(await columnsOf(high)).toEqual({ band: 'high', worker_band: 'high' })
  })

  test('keeps somebody in danger at the front, whatever band a worker sets', async () => {
    const high = await asks(answer('fear', 'not'), answer('believesSerious', 'yes'))
    const danger = await inDanger()
    await decides(danger, 'standard')
    expect(await queue()).toEqual([danger.reference, high.reference])
  })

  test("puts somebody at the front who is in danger after a worker's lower band", async () => {
    const high = await asks(answer('fear', 'not'), answer('believesSerious', 'yes'))
    const calm = await asks()
    await decides(calm, 'standard')
    expect(await queue()).toEqual([high.reference, calm.reference])
    await calm.does({ type: 'emergency' })
    expect(await queue()).toEqual([calm.reference, high.reference])
  })

  test('knows no band that was not kept: none without a reason, and never one of the two places alone', async () => {
    const person = await asks()
    await decides(person, 'high', ' ')
    expect(await columnsOf(person)).toMatchObject({ worker_band: null })
    await sam.post(`/c/${person.reference}/take`)
    const { conversations, staff } = desk.product
    const worker = (await staff.byReference(person.reference, new Date()))?.worker
    // The database refuses this one when its name is written beside the queue: then nothing of the turn may stay.
    const wrong = { band: 'loud' as never, reason: 'We have spoken' }
    await expect(conversations.setBand(person.id, worker ?? { id: '', name: '' }, wrong, 'once')).rejects.toThrow()
    expect((await conversations.read(person.id))?.workerBands).toEqual([])
    expect(await columnsOf(person)).toMatchObject({ worker_band: null })
  })
})
