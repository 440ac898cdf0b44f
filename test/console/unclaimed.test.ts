// Somebody who left, or went quiet, before anybody was asked to join them: staff may know and read, and can do nothing.
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wentWords } from '../../src/console/unclaimed-entry.tsx'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import { LEFT_SHOWN, QUIET_SHOWN } from '../../src/limits.ts'
import { PocketPhone } from '../../src/pocket-phone.ts'
import { sendNext } from '../../src/store/outbox.ts'
import { answer, opening } from '../opening.ts'
import { openTestDesk, type TestDesk, type Worker } from './desk.ts'

let desk: TestDesk
let sam: Worker
let kim: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  sam = await desk.signIn('Sam')
  kim = await desk.signIn('Kim')
})
afterAll(() => desk.close())

const SAFE = [answer('channelOk', 'yes'), answer('dangerNow', 'no'), answer('audience', 'survivor')]
const WATCHED = [...SAFE, answer('personNear', 'no'), answer('deviceWatched', 'yes')]
const ASKED = [...opening(), answer('wantsNow', 'questions')]
const CHOKED = [
  ...ASKED,
  answer('wants', 'talk'),
  { type: 'typed', text: 'he choked me last year' } as const,
  answer('neck', 'before')
]
const LEAVES: PersonEvent = { type: 'leave' }

interface Somebody {
  readonly id: string
  readonly reference: string
}

async function somebody(events: readonly PersonEvent[], channel: 'web' | 'sms' = 'web'): Promise<Somebody> {
  const { conversations } = desk.product
  const secret = randomBytes(32)
  const access = channel === 'web' ? secret : null
  const id = await conversations.begin({ channel, locale: 'en', access, peer: access ? null : secret })
  await does({ id }, ...events)
  return { id, reference: (await conversations.read(id))?.conversation.reference ?? '' }
}

async function does({ id }: Pick<Somebody, 'id'>, ...events: readonly PersonEvent[]): Promise<void> {
  for (const event of events) {
    await desk.product.conversations.receive({ conversation: id, messageId: randomUUID(), event })
  }
}

/** As if they had last been heard so long ago. */
const wasHeard = ({ id }: Somebody, ago: number) =>
  desk.product.connection.db
    .updateTable('unclaimed')
    .set({ heard_at: new Date(Date.now() - ago) })
    .where('conversation_id', '=', id)
    .execute()

const rowOf = ({ id }: Somebody) =>
  desk.product.connection.db
    .selectFrom('unclaimed')
    .select(['band', 'went'])
    .where('conversation_id', '=', id)
    .executeTakeFirst()

/** What stands on the desk about them, as text; empty when nothing does. */
async function entry({ reference }: Somebody): Promise<string> {
  const { body } = await sam.get('/')
  const item = body.split('<li').find(part => part.includes(`>${reference}<`)) ?? ''
  return item.slice(0, item.indexOf('</li>')).replace(/<[^>]+>/g, '\n')
}

describe('the staff list names somebody who was never handed over', () => {
  test('when they left by the exit: when, how worried to be, and not to contact them', async () => {
    const person = await somebody([...CHOKED, LEAVES])
    expect(await entry(person)).toMatch(/Left by quick exit at (?:\d+ \w+, )?\d\d:\d\d\. Do not contact\.\s+High/)
  })

  test('when they went quiet, and not while they may still be writing', async () => {
    const person = await somebody(CHOKED)
    await wasHeard(person, QUIET_SHOWN - 60_000)
    expect(await entry(person)).toBe('')
    await wasHeard(person, QUIET_SHOWN)
    expect(await entry(person)).toMatch(/Went quiet at (?:\d+ \w+, )?\d\d:\d\d\. Do not contact\.\s+High/)
    await does(person, answer('area', 'gosport'))
    expect(await entry(person)).toBe('')
  })

  test('as quiet, from their last word on, when their page was emptied by silence', async () => {
    const person = await somebody(CHOKED)
    await wasHeard(person, QUIET_SHOWN)
    const before = await entry(person)
    await does(person, { type: 'leave', silent: true })
    expect(before).toMatch(/Went quiet at/)
    expect(await entry(person)).toBe(before)
  })

  test('by text message, from the first word that is not sure', async () => {
    const person = await somebody(
      [
        { type: 'typed', text: 'hi' },
        { type: 'typed', text: '3' }
      ],
      'sms'
    )
    await wasHeard(person, QUIET_SHOWN)
    expect(await entry(person)).toMatch(/Went quiet[^\n]*\s+Not enough known yet: treat as at least medium\s+SMS/)
  })

  test('in the order of concern, and of two alike the one who was heard last', async () => {
    const high = await somebody([...CHOKED, LEAVES])
    const medium = await somebody([
      ...ASKED,
      answer('wants', 'talk'),
      { type: 'typed', text: 'he hits me' },
      answer('physical', 'before'),
      LEAVES
    ])
    const unknown = await somebody([...WATCHED, LEAVES])
    const later = await somebody([...WATCHED, LEAVES])
    const { body } = await sam.get('/')
    const mine = [high, medium, unknown, later].map(({ reference }) => reference)
    const order = [...body.matchAll(/<p class="reference">([^ <]+)/g)].map(([, reference = '']) => reference)
    expect(order.filter(reference => mine.includes(reference))).toEqual(
      [high, later, unknown, medium].map(({ reference }) => reference)
    )
  })

  test('for about a shift, and no longer than their conversation is kept', async () => {
    const person = await somebody([...CHOKED, LEAVES])
    await wasHeard(person, LEFT_SHOWN)
    expect(await entry(person)).toBe('')
    const { db } = desk.product.connection
    await db.deleteFrom('conversation').where('id', '=', person.id).execute()
    expect(await rowOf(person)).toBeUndefined()
  })

  test('at the time of the clock in London', () => {
    const words = desk.product.wordbook.in('en')
    const item = { conversation: '', reference: 'A', channel: 'web', locale: 'en', band: 'high' } as const
    const heardAt = new Date('2026-07-01T13:02:00Z')
    expect(wentWords({ ...item, went: 'exit', heardAt }, words, heardAt)).toBe(
      'Left by quick exit at 14:02. Do not contact.'
    )
    expect(wentWords({ ...item, went: 'quiet', heardAt }, words, new Date('2026-07-02T13:02:00Z'))).toBe(
      'Went quiet at 1 Jul, 14:02. Do not contact.'
    )
  })
})

describe('nobody else is in it:', () => {
  const READER = [...WATCHED, answer('ageBand', '18plus'), answer('privacyLimits', 'ok')]
  test.each<[string, readonly PersonEvent[]]>([
    ['who opened the page and left at once', [LEAVES]],
    ['who said that it is OK to write, and left', [answer('channelOk', 'yes'), LEAVES]],
    ['who said that it is not OK to write', [answer('channelOk', 'no')]],
    ['who answered that nobody is in danger', [...opening(), LEAVES]],
    ['who came to read pages, whatever device they read on', [...READER, answer('wantsNow', 'information'), LEAVES]],
    [
      'who is worried about how they act',
      [answer('channelOk', 'yes'), answer('dangerNow', 'unsure'), answer('audience', 'harmer'), LEAVES]
    ]
  ])('not somebody %s', async (_who, events) => {
    const person = await somebody(events)
    expect(await rowOf(person)).toBeUndefined()
    expect(await entry(person)).toBe('')
  })

  test('not somebody who asked for a person: they stand in the queue, once', async () => {
    const person = await somebody(CHOKED)
    expect(await rowOf(person)).toEqual({ band: 'high', went: 'quiet' })
    await does(person, { type: 'person' })
    expect(await rowOf(person)).toBeUndefined()
    await does(person, LEAVES)
    expect(await rowOf(person)).toBeUndefined()
    expect((await sam.get('/')).body.split(`>${person.reference}<`)).toHaveLength(1)
  })

  test('not somebody who took back what raised it', async () => {
    const person = await somebody([answer('channelOk', 'yes'), answer('dangerNow', 'unsure')])
    expect(await rowOf(person)).toEqual({ band: 'not_enough_known', went: 'quiet' })
    await does(person, { type: 'change', question: 'dangerNow' }, answer('dangerNow', 'no'))
    expect(await rowOf(person)).toBeUndefined()
  })

  test('what they wrote raises it before it was asked about, and a doubt about the town does not', async () => {
    expect(await rowOf(await somebody([...SAFE, { type: 'typed', text: 'he choked me last year' }]))).toBeDefined()
    expect(
      await rowOf(await somebody([...ASKED, answer('wants', 'talk'), { type: 'typed', text: 'southamton' }]))
    ).toBe(undefined)
  })
})

describe('a worker', () => {
  const listed = () => somebody([...CHOKED, LEAVES])
  const quiet = async () => {
    const person = await somebody(CHOKED)
    await wasHeard(person, QUIET_SHOWN)
    return person
  }

  test('reads the summary, on record before it is opened, and another worker may as well', async () => {
    for (const person of [await listed(), await quiet()]) {
      const { body, statusCode } = await sam.get(`/c/${person.reference}`)
      expect(statusCode).toBe(200)
      expect(body).toContain('he choked me last year')
      expect(body).toContain('Do not contact.')
      expect((await kim.get(`/c/${person.reference}`)).statusCode).toBe(200)
      const { db } = desk.product.connection
      const record = await db.selectFrom('audit').select('action').where('conversation_id', '=', person.id).execute()
      expect(record).toEqual([{ action: 'summary_open' }, { action: 'summary_open' }])
    }
  })

  test('opens nobody who may still be writing, and nobody who raised nothing', async () => {
    expect((await sam.get(`/c/${(await somebody(CHOKED)).reference}`)).statusCode).toBe(410)
    expect((await sam.get(`/c/${(await somebody([...opening(), LEAVES])).reference}`)).statusCode).toBe(410)
  })

  test('finds no form about them on any page, and no copy to take away', async () => {
    for (const person of [await listed(), await quiet()]) {
      const pages = [(await sam.get('/')).body, (await sam.get(`/c/${person.reference}`)).body].join('')
      expect(pages).not.toContain(`action="/c/${person.reference}`)
      for (const ending of ['txt', 'json', 'pdf']) {
        expect((await sam.get(`/c/${person.reference}/summary.${ending}`)).statusCode).toBe(410)
      }
    }
  })

  test.each(['take', 'say', 'release', 'close', 'band', 'bring-back'])(
    'changes nothing by a form made by hand: %s',
    async act => {
      for (const person of [await listed(), await quiet()]) {
        const before = await desk.product.conversations.read(person.id)
        await sam.post(`/c/${person.reference}/${act}`, { text: 'Hello', band: 'high', reason: 'We have spoken' })
        const after = await desk.product.conversations.read(person.id)
        expect(after).toEqual(before)
        expect(after?.conversation.owner).toEqual({ kind: 'assistant' })
      }
    }
  )

  test('takes none of them, even past the desk: the conversation itself refuses', async () => {
    const { conversations, staff } = desk.product
    const worker = { id: randomUUID(), name: 'Sam' }
    expect(await conversations.join((await listed()).id, worker, randomUUID())).toBe('left')
    expect(await conversations.join((await quiet()).id, worker, randomUUID())).toBe('notYours')
    expect(await staff.byReference((await listed()).reference, new Date())).toBeNull()
  })

  test('sends nothing to somebody who texted, whatever they do', async () => {
    const { connection, vault } = desk.product
    const phone = new PocketPhone()
    const drain = async () => {
      while (await sendNext(connection, vault, phone, () => new Date()));
    }
    const person = await somebody(
      [
        { type: 'typed', text: 'hi' },
        { type: 'typed', text: '3' }
      ],
      'sms'
    )
    await drain()
    const sent = phone.texts.length
    await wasHeard(person, QUIET_SHOWN)
    await sam.get('/')
    await sam.get(`/c/${person.reference}`)
    for (const act of ['take', 'say']) await sam.post(`/c/${person.reference}/${act}`, { text: 'Are you there?' })
    await drain()
    expect(phone.texts).toHaveLength(sent)
  })
})
