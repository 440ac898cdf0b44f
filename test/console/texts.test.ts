import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { windowEnd } from '../../src/conversation/contact-window.ts'
import { Door } from '../conversation/door.ts'
import { openTestDesk, type TestDesk, type Worker } from './desk.ts'
import { freeHands } from './free-hands.ts'
import { isLog, isPart, Stream } from './stream.ts'
import { NUMBER, Texter } from './texter.ts'

let desk: TestDesk
let sam: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  sam = await desk.signIn('Sam')
  await desk.origin.listen({ port: 0, host: '127.0.0.1' })
})
afterEach(() => freeHands(desk.product))
afterAll(() => desk.close())

const UNTOLD = 'They have not been told that you are here.'

const pageOf = async ({ reference }: Texter) => (await sam.get(`/c/${reference}`)).body
const bannerOf = async (texter: Texter) => /<div id="banner".*?<\/section>/s.exec(await pageOf(texter))?.[0] ?? ''
const take = ({ reference }: Texter) => sam.post(`/c/${reference}/take`)
const write = ({ reference }: Texter, text: string) => sam.post(`/c/${reference}/say`, { text })
const taken = async () => {
  const texter = await Texter.waits(desk.product)
  await take(texter)
  await texter.send()
  return texter
}
/** The line of the chat with these words, and all that stands in it. */
const lineWith = (html: string, words: string) =>
  html.split('<div class="entry').find(entry => entry.includes(words)) ?? ''

describe('each text of ours in the chat', () => {
  test('shows how far it got', async () => {
    const texter = await taken()
    await write(texter, 'Hello, I am Sam.')
    const mark = async () => lineWith(await pageOf(texter), 'Hello, I am Sam.')
    expect(await mark()).toContain('Not sent yet')
    await texter.send()
    expect(await mark()).toContain('>Sent<')
    await texter.report('delivered')
    expect(await mark()).toContain('Delivered')
    expect((await sam.get(`/c/${texter.reference}/log`)).body).toContain('Delivered')
  })

  test('says when it has not come, and why', async () => {
    const texter = await taken()
    await write(texter, 'Are you there?')
    await texter.send()
    await texter.report('undelivered')
    expect(lineWith(await pageOf(texter), 'Are you there?')).toContain('Not delivered: it did not come to their phone.')
    await write(texter, 'I am still here.')
    await texter.texts('X')
    expect(lineWith(await pageOf(texter), 'I am still here.')).toContain('Not sent: it was not safe any more')
  })

  test('is not marked where the person wrote it, nor in a web chat', async () => {
    const texter = await taken()
    await texter.texts('my own words')
    expect(lineWith(await pageOf(texter), 'my own words')).not.toContain('delivery')
  })
})

describe('on an open page', () => {
  const follow = async (texter: Texter) => {
    const { lastSeq } = (await texter.reading()).conversation
    const stream = await Stream.open(desk, sam, `/c/${texter.reference}/events?after=${lastSeq}`)
    await stream.until(isPart(`delivery-${lastSeq}`))
    return { stream, lastSeq }
  }

  test('an older line alone is changed when its text gets further: the field stays, and no line comes twice', async () => {
    const texter = await taken()
    await write(texter, 'Hello, I am Sam.')
    const { stream, lastSeq } = await follow(texter)
    await texter.send()
    expect((await stream.next()).data).toMatchObject({
      id: `delivery-${lastSeq}`,
      html: expect.stringContaining('>Sent<')
    })
    await texter.report('delivered')
    expect((await stream.next()).data).toMatchObject({
      id: `delivery-${lastSeq}`,
      html: expect.stringContaining('>Delivered<')
    })
    await stream.close()
  })

  test('nobody is read out each step of a text, but everybody that one has not come', async () => {
    const texter = await taken()
    await write(texter, 'Hello, I am Sam.')
    const { stream, lastSeq } = await follow(texter)
    await texter.send()
    const mark = isPart(`delivery-${lastSeq}`)
    expect((await stream.until(mark)).data.html).toContain('aria-live="off"')
    await texter.report('failed')
    expect((await stream.until(mark)).data.html).not.toContain('aria-live')
    await stream.close()
  })

  test('what they write still comes as a new line', async () => {
    const texter = await taken()
    const { stream } = await follow(texter)
    await texter.texts('is somebody there')
    expect((await stream.until(isLog)).data.html).toContain('is somebody there')
    await stream.close()
  })
})

describe('before they write, a worker reads', () => {
  test('until when a text may go', async () => {
    const texter = await Texter.waits(desk.product)
    expect(await bannerOf(texter)).toMatch(
      /You may answer here, by text, until .*\d\d:\d\d\. They last wrote at (?:\d+ \w+, )?\d\d:\d\d\./
    )
  })

  test('that somebody may look at the phone, so that no text of theirs names what this is', async () => {
    const sentence = 'Somebody may look at this phone: keep it short, and name no service and no topic.'
    const unsure = await Texter.writes(desk.product, 'hi', '3', 'PERSON')
    expect(await bannerOf(unsure)).toContain(sentence)
    // Who said that it is OK, and whom nobody has asked about the phone yet.
    expect(await bannerOf(await Texter.waits(desk.product))).not.toContain(sentence)
  })

  test('that nobody has said that texts are OK', async () => {
    const texter = await Texter.isInDanger(desk.product)
    expect(await bannerOf(texter)).toContain('They have not said that it is OK to text.')
    await take(texter)
    const refused = await write(texter, 'Can you talk?')
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('Not sent. They have not said yet that it is OK to text.')
    expect(refused.body).toContain('Can you talk?</textarea>')
  })

  test('that they have gone quiet, and at which times they may be texted all the same', async () => {
    const times = ['weekend', 'weekdayMorning'].find(window => windowEnd(window, new Date()) === null) ?? ''
    const texter = await Texter.agrees(desk.product, NUMBER, times)
    await texter.silentFor(61)
    const banner = await bannerOf(texter)
    expect(banner).toMatch(/No text goes to them now\. They last wrote at .*, so you could answer until /)
    expect(banner).toMatch(/You can also text at the times they agreed to: (Weekend|Weekday morning)/)
    await take(texter)
    expect((await write(texter, 'Are you there?')).body).toContain('Not sent. They have not written for over an hour')
  })

  test('nothing of times that were agreed for another phone', async () => {
    const texter = await Texter.agrees(desk.product, '07700 900456', 'anyTime')
    await texter.silentFor(61)
    expect(await bannerOf(texter)).toContain('No text goes to them now.')
    expect(await bannerOf(texter)).not.toContain('You can also text')
  })

  test('that texts are blocked, in the queue too', async () => {
    const texter = await Texter.waits(desk.product)
    const entry = async () =>
      [...(await sam.get('/')).body.matchAll(/<li.*?<\/li>/gs)].find(([item]) => item.includes(texter.reference))?.[0]
    expect(await entry()).toContain('SMS')
    expect(await entry()).not.toContain('Texts blocked')
    await texter.report('undelivered', '21610')
    expect(await entry()).toContain('Texts blocked')
    expect(await bannerOf(texter)).toContain('Texts to this number are blocked')
    await take(texter)
    expect((await write(texter, 'Hello')).body).toContain('Not sent. Texts to this number are blocked')
  })

  test('that somebody else may have the phone', async () => {
    const texter = await Texter.waits(desk.product)
    await desk.product.connection.db
      .updateTable('conversation')
      .set({ decoy_at: new Date() })
      .where('id', '=', texter.id)
      .execute()
    expect(await bannerOf(texter)).toContain('No text goes to them now. Somebody else may have this phone.')
  })

  test('nothing of texts in a web chat', async () => {
    const door = new Door(desk.product)
    const { conversation } = await door.reading((await door.somebody()).id)
    const { body } = await sam.get(`/c/${conversation.reference}`)
    expect(body).not.toMatch(/by text|No text goes|id="texts"|id="delivery/)
  })
})

describe('a worker who joins', () => {
  test('is announced where texts may go, and reads nothing of it', async () => {
    const texter = await taken()
    expect(texter.phone.texts.at(-1)?.text).toContain('Sam')
    expect(await bannerOf(texter)).not.toContain(UNTOLD)
  })

  test('is not announced to somebody who has not said that it is OK, and reads so', async () => {
    const texter = await Texter.isInDanger(desk.product)
    expect(await bannerOf(texter)).not.toContain(UNTOLD)
    await take(texter)
    await texter.send()
    expect(texter.phone.texts.at(-1)?.text).not.toContain('Sam')
    expect(await bannerOf(texter)).toContain(UNTOLD)
  })

  test('is not announced to somebody who has gone quiet; when they write again, the first words say it', async () => {
    const texter = await Texter.waits(desk.product)
    await texter.silentFor(61)
    await take(texter)
    expect(await bannerOf(texter)).toContain(`When they write again, you can. ${UNTOLD}`)
    await texter.silentFor(0)
    expect(await bannerOf(texter)).toContain(`${UNTOLD} Say so in your first text.`)
    await write(texter, 'Hello, I am Sam.')
    expect(await bannerOf(texter)).not.toContain(UNTOLD)
  })

  test('reads so too when they were announced before and had gone, and when the announcement did not come', async () => {
    const kim = await desk.signIn('Kim')
    const texter = await Texter.waits(desk.product)
    for (const worker of [kim, sam]) {
      await worker.post(`/c/${texter.reference}/take`)
      await worker.post(`/c/${texter.reference}/release`)
    }
    await texter.silentFor(61)
    await take(texter)
    expect(await bannerOf(texter)).toContain(UNTOLD)
    const other = await taken()
    expect(await bannerOf(other)).not.toContain(UNTOLD)
    await other.report('undelivered')
    expect(await bannerOf(other)).toContain(UNTOLD)
  })
})

test('a text that would take too many stays in the field, and the worker reads how many may be', async () => {
  const texter = await taken()
  const refused = await write(texter, `${'long '.repeat(61)}end`)
  expect(refused.statusCode).toBe(409)
  expect(refused.body).toContain('Not sent. It would take more than 2 texts. Send it in parts.')
  expect(refused.body).toContain('long end</textarea>')
  expect((await write(texter, `${'long '.repeat(60)}end`)).statusCode).toBe(303)
})
