// What a worker does, by keyboard alone: each act from where they are to where it is done, and they are somewhere afterwards.
import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { hashPassword } from '../../../src/staff/password.ts'
import { newSecret } from '../../../src/staff/totp.ts'
import { agreed } from '../../console/agreed.ts'
import { enter, hasFocus, tabTo } from '../keyboard.ts'
import { words } from '../screen.ts'
import { REFERS } from './conversation-pages.ts'
import { type Member, OpenConsole } from './open-console.ts'
import { NOW, onWednesday } from './wednesday.ts'

onWednesday()
let on: OpenConsole
let robin: Member
let kim: Member
beforeAll(async () => {
  on = await OpenConsole.open()
  robin = await on.signIn('Robin')
  kim = await on.signIn('Kim')
})
afterEach(() => on.empty())
afterAll(() => on?.close())

const at = (path: string) => (address: URL) => address.pathname === path

it('signs in, and leaves the way to each page behind with one press', async () => {
  const totp = newSecret()
  const hash = await hashPassword('correct horse battery')
  await on.product.credentials.setPassword(kim.id, 'kim', { hash, totp, step: 0 })
  const page = await on.page()
  await on.go(page, '/sign-in')
  await tabTo(page, page.locator('#login'))
  await page.keyboard.type('kim')
  await page.keyboard.press('Tab')
  await page.keyboard.type('correct horse battery')
  await page.keyboard.press('Tab')
  await page.keyboard.type(new TOTP({ secret: Secret.fromBase32(totp) }).generate())
  await page.keyboard.press('Enter')
  await page.waitForURL(at('/'))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await hasFocus(page.locator('#content'))).toBe(true)
  await page.context().close()
})

it('takes somebody, writes to them, sets their own band, and closes with what came of it', async () => {
  const { page, field } = kim
  const { reference } = await on.asks()
  await on.go(page, '/')
  await enter(page, page.locator('form[action$="/take"] button'))
  await page.waitForURL(at(`/c/${reference}`))
  // The skip link passes by the ways to other pages, never the banner.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await hasFocus(page.locator('#banner section'))).toBe(true)
  await tabTo(page, field)
  await page.keyboard.type('Hello, I am here now.')
  await page.keyboard.press('Enter')
  await page.locator('.from-worker', { hasText: 'Hello, I am here now.' }).waitFor()
  await expect.poll(() => field.inputValue()).toBe('')
  expect(await hasFocus(field)).toBe(true)

  await on.go(page, `/c/${reference}`)
  await enter(page, page.locator('#own-band summary'))
  await tabTo(page, page.locator('#own-band input[type=radio]').first())
  await page.keyboard.press('Space')
  await tabTo(page, page.locator('#reason'))
  await page.keyboard.type('I heard shouting')
  await enter(page, page.locator('#own-band button'))
  await page.locator('#summary', { hasText: 'I heard shouting' }).waitFor()
  expect(await hasFocus(page.locator('#reason'))).toBe(true)

  await enter(page, page.locator('#closing summary'))
  await tabTo(page, page.locator('#closing [name="outcome"]').first())
  await page.keyboard.press('Space')
  await enter(page, page.locator('#closing button'))
  await page.waitForURL(at('/'))
})

it('asks a colleague to take over, who does', async () => {
  const { reference } = await on.with(kim)
  await on.go(kim.page, `/c/${reference}`)
  await enter(kim.page, kim.page.locator('details[data-keep="take-over"] summary'))
  await tabTo(kim.page, kim.page.locator('#to'))
  await kim.page.keyboard.type('Robin')
  await enter(kim.page, kim.page.locator('form[action$="/transfer"] button'))
  await kim.page.locator('form[action$="/cancel"]').waitFor()

  await on.go(robin.page, '/')
  await enter(robin.page, robin.page.locator(`a[href="/c/${reference}"]`))
  await robin.page.waitForURL(at(`/c/${reference}`))
  await enter(robin.page, robin.page.locator('form[action$="/accept"] button'))
  await robin.field.waitFor()
})

it('begins a call-back and writes down what came of it', async () => {
  const { page } = kim
  const { reference } = await agreed(on.product, { times: [NOW] })
  await on.go(page, '/call-backs')
  await enter(page, page.locator('form[action$="/call-back"] button'))
  await page.waitForURL(at(`/c/${reference}`))
  await tabTo(page, page.locator('input[name="result"]').first())
  await page.keyboard.press('ArrowDown')
  await enter(page, page.locator('form[action$="/attempt"] button'))
  await page.waitForURL(at('/call-backs'))
  await page.getByText(words.staff('callBackTries', { tries: '1' })).waitFor()
})

it('sends a summary on by mail', async () => {
  const { page } = kim
  const { reference } = await on.with(kim, ...REFERS)
  await on.go(page, `/c/${reference}`)
  await enter(page, page.locator('details[data-keep="mail"] summary'))
  await tabTo(page, page.locator('#address'))
  await page.keyboard.type('a.officer@council.example.org')
  await Promise.all([page.waitForURL(({ hash }) => hash === '#mailed'), page.keyboard.press('Enter')])
})

it('goes away and comes back, chooses what is heard, and invites somebody', async () => {
  const { page } = robin
  await on.go(page, '/')
  await enter(page, page.locator('form[action="/available"] button[value="no"]'))
  await page.getByText(words.staff('awayMeans')).waitFor()
  await enter(page, page.locator('form[action="/available"] button[value="yes"]'))
  await page.locator('button[value="no"]').waitFor()

  await enter(page, page.locator('header a[href="/settings"]'))
  await tabTo(page, page.locator('input[name="sound"]'))
  await page.keyboard.press('Space')
  await enter(page, page.locator('form[action="/settings"] button'))
  await page.getByText(words.staff('settingsSaved')).waitFor()

  await enter(page, page.locator('header a[href="/accounts"]'))
  await tabTo(page, page.locator('form[action="/accounts/invite"] input[type=checkbox]').first())
  await enter(page, page.locator('form[action="/accounts/invite"] button'))
  await page.locator('.link').waitFor()

  await enter(page, page.locator('header a[href="/confirmations"]'))
  await tabTo(page, page.locator('form[action$="/code"] input[name="code"]').first())
  await page.keyboard.type('AAAA')
  await enter(page, page.locator('form[action$="/code"] button').first())
  await page.locator('#complaint').waitFor()
  await enter(page, page.locator('form[action$="/refuse"] button').first())
  await page.getByText(words.signIn('confirmNone')).waitFor()
})
