import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Door, type Somebody } from '../conversation/door.ts'
import { DECOY, SAFE } from '../with-words.ts'
import { openTestDesk, type TestDesk, type Worker } from './desk.ts'

const SECOND_WORD = 'The second word was used: somebody may have made them open this. Do not contact.'
const LOCKED = 'Two wrong safe words were tried. Somebody else may have this phone. Do not contact.'

let desk: TestDesk
let door: Door
let sam: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  door = new Door(desk.product)
  sam = await desk.signIn('Sam')
})
afterAll(() => desk.close())

const referenceOf = async ({ id }: Somebody) => (await door.reading(id)).conversation.reference
const bannerOf = async (person: Somebody) => {
  const { body } = await sam.get(`/c/${await referenceOf(person)}`)
  return /<div id="banner".*?<\/section>/s.exec(body)?.[0] ?? ''
}
const lineOf = async (person: Somebody) => {
  const { body } = await sam.get('/')
  const reference = await referenceOf(person)
  return [...body.matchAll(/<li.*?<\/li>/gs)].map(([item]) => item).find(item => item.includes(reference)) ?? ''
}

describe('a worker', () => {
  test('reads first of all that the second word was used, and when', async () => {
    const person = await door.withWords()
    expect(await bannerOf(person)).not.toContain('Somebody else')
    await door.say(person, DECOY)
    const banner = await bannerOf(person)
    expect(banner).toMatch(/class="no-contact"[^>]*><p role="alert"><strong>/)
    expect(banner).toContain(SECOND_WORD)
    expect(banner).toMatch(/At \d\d:\d\d\./)
    expect(await lineOf(person)).toContain(SECOND_WORD)
  })

  test('reads that they have come back since, and still how it was', async () => {
    const person = await door.withWords()
    await door.say(person, DECOY)
    await door.say(person, SAFE)
    const banner = await bannerOf(person)
    expect(banner).toContain(SECOND_WORD)
    expect(banner).toContain('They have come back with their safe word since')
  })

  test('reads that two wrong words were tried, and nothing after one', async () => {
    const person = await door.withWords()
    await door.say(person, 'red lamp')
    expect(await lineOf(person)).not.toContain('Do not contact')
    await door.say(person, 'green lamp')
    expect(await bannerOf(person)).toContain(LOCKED)
    expect(await lineOf(person)).toContain(LOCKED)
  })

  test('takes it away in every copy that nobody may be contacted, and no word with it', async () => {
    const person = await door.withWords()
    await door.say(person, 'red lamp')
    await door.say(person, 'green lamp')
    for (const kind of ['txt', 'json']) {
      const { body, statusCode } = await sam.get(`/c/${await referenceOf(person)}/summary.${kind}`)
      expect(statusCode).toBe(200)
      expect(body).toContain('Do not contact. Somebody else may be using this phone or chat.')
      expect(body).not.toMatch(/scrypt|lamp/i)
    }
  })

  test('cannot write to it, is told why, and has their words back; they can close it', async () => {
    const person = await door.withWords()
    const address = `/c/${await referenceOf(person)}`
    await sam.post(`${address}/take`)
    await door.say(person, DECOY)
    const refused = await sam.post(`${address}/say`, { text: 'are you there' })
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('Somebody else may have this phone. Nothing goes to it')
    expect(refused.body).toContain('are you there</textarea>')
    expect((await sam.post(`${address}/close`, { outcome: 'not_our_service' })).statusCode).toBe(303)
    expect(await door.say(person, SAFE)).toEqual({ came: 'noMatch', opens: null })
  })

  test('hears of it at once on a page that is open', async () => {
    const person = await door.withWords()
    let rung = 0
    const stop = desk.product.bell.listen(person.id, () => {
      rung += 1
    })
    await door.say(person, DECOY, randomUUID())
    await expect.poll(() => rung).toBe(1)
    stop()
  })
})
