// Passkeys in a real browser, with an authenticator that Chromium plays.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import english from '../../locales/en/staff-sign-in.json' with { type: 'json' }
import { PROOF_FRESH } from '../../src/limits.ts'
import { connect } from '../../src/store/database.ts'
import { openKeyed } from '../../src/store/hash-keys.ts'
import { Vault } from '../../src/store/vault.ts'
import { rebind } from '../rebind.ts'
import { words } from './screen.ts'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'

const MASTER_KEY = randomBytes(32)
let stage: Stage
let robin: Worker
let staff: string
/** Passkeys are bound to a host name; the address that is printed is a number. */
const named = (address: string) => address.replace('127.0.0.1', 'localhost')

beforeAll(async () => {
  stage = await raiseStage({ MASTER_KEY: MASTER_KEY.toString('base64') })
  staff = named(stage.product.staff)
  robin = await Worker.signIn(stage.browser, staff, named(await stage.product.signIn()), 'Robin')
  const authenticator = await robin.context.newCDPSession(robin.page)
  await authenticator.send('WebAuthn.enable')
  await authenticator.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true
    }
  })
})
afterAll(() => stage?.close())

const open = (path: string) => robin.page.goto(new URL(path, staff).href)
const press = (name: string) => robin.page.getByRole('button', { name, exact: true }).click()
const signOut = async () => {
  await open('/')
  await press(words.staff('signOut'))
  await robin.page.getByText(words.staff('signInNeeded')).waitFor()
}

it('a member sets a passkey on their page, signs out, and comes back with nothing else', async () => {
  const { page } = robin
  await open('/')
  await page.getByRole('link', { name: english.needsKey }).click()
  await page.getByText(english.cannotComeBack).waitFor()
  await press(english.passkeyMake)
  await page.getByText(english.passkeySet).waitFor()
  await signOut()
  await page.getByRole('link', { name: words.staff('signInTitle') }).click()
  await press(english.passkeyUse)
  await page.getByText(words.staff('youAre', { name: 'Robin' })).waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
  expect(await page.getByText(english.needsKey).count()).toBe(0)
})

it('somebody who signed in a while ago proves with it that it is them', async () => {
  const { page } = robin
  const connection = connect(stage.databaseUrl, () => {})
  const keyed = await openKeyed(connection.db, new Vault(MASTER_KEY), { made() {}, broken() {} })
  const proved_at = new Date(Date.now() - PROOF_FRESH - 1)
  await connection.db.updateTable('staff_session').set({ proved_at }).execute()
  await rebind({ connection, keyed })
  await connection.db.destroy()
  await open('/account')
  await page.getByRole('heading', { name: english.againTitle }).waitFor()
  await press(english.passkeyUse)
  await page.getByText(english.passkeysYouHave.replace('{{number}}', '1')).waitFor()
  expect(new URL(page.url()).pathname).toBe('/account')
})

it('without script there is the password alone', async () => {
  const context = await stage.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(new URL('/sign-in', staff).href)
  expect(await page.getByRole('button').allTextContents()).toEqual([words.staff('signInButton')])
  await context.close()
})
