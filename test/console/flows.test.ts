// Staff read what people are asked, and play a path through: nothing of it is about anybody.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathNames } from '../../src/flow/account/checks-path.ts'
import { openTestDesk, type TestDesk, type Worker } from './desk.ts'

let desk: TestDesk
let sam: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  sam = await desk.signIn('Sam')
})
afterAll(() => desk.close())

const page = async (url: string): Promise<string> => (await sam.get(url)).body.replaceAll('&amp;', '&')
const OPENING = '/flows/try?channelOk=yes&dangerNow=no&audience=friend'

describe('the paths', () => {
  test('are all on one list, each with its sheets for both channels', async () => {
    const list = await page('/flows')
    const paths = [...list.matchAll(/href="(\/flows\/path\/\w+)"/g)].map(([, url = '']) => url)
    expect(paths).toHaveLength(pathNames(desk.product.dialogue.flow).length)
    for (const url of paths) {
      const body = await page(url)
      expect(body, url).toMatch(/<svg /)
      expect(body, url).not.toMatch(/<svg[^>]*>.*(style=|<script)/)
    }
  })

  test('that are not there are said to be missing', async () => {
    for (const url of ['/flows/path/nowhere', '/flows/path/constructor', '/flows/path/__proto__']) {
      expect((await sam.get(url)).statusCode, url).toBe(404)
    }
  })

  test('can be played from where they begin', async () => {
    const [, start = ''] = /href="(\/flows\/try\?[^"]+)"/.exec(await page('/flows/path/friend')) ?? []
    expect(start).toContain('audience=friend')
    expect(await page(start)).toContain('Next question:')
  })
})

describe('a path that is played', () => {
  test('shows both channels side by side, with the length of every text message', async () => {
    const body = await page(OPENING)
    expect(body).toContain('id="said-web"')
    expect(body).toContain('id="said-sms"')
    expect(body).toContain('1 segment')
  })

  test('goes on by pressing an answer, without script', async () => {
    const body = await page(OPENING)
    expect(body).toContain('<input type="hidden" name="audience" value="friend"')
    const [, question, value] = /<fieldset>.*?<button type="submit" name="(\w+)" value="(\w+)">/s.exec(body) ?? []
    const after = await page(`${OPENING}&${question}=${value}`)
    expect(after).toContain(`<input type="hidden" name="${question}" value="${value}"`)
    expect(after).toContain(`href="${OPENING}&there=onDuty"`)
  })

  test('takes nothing from its address but ids there are', async () => {
    const body = await page(
      '/flows/try?channelOk=<b>&friendWorry=my+words&nonsense=1&__proto__=x&dangerNow=yes&dangerNow=no&there=moon'
    )
    expect(body).not.toContain('my words')
    expect(body).not.toContain('nonsense')
    expect(body).toContain('Next question: channelOk')
  })

  test('says who is there only as chosen', async () => {
    const danger = '/flows/try?channelOk=yes&dangerNow=yes'
    expect(await page(`${danger}&there=onDuty`)).toContain('Our team is alerted')
    expect(await page(`${danger}&there=nobody`)).not.toContain('Our team is alerted')
  })

  test('leaves no trace: no conversation begins', async () => {
    await page('/flows/try?channelOk=yes&dangerNow=yes')
    const { rows } = await desk.product.connection.pool.query('select count(*)::int as n from conversation')
    expect(rows[0].n).toBe(0)
  })
})
