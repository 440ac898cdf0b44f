// What staff see of themselves, of each other and of the dialogue; and signing in.
import { randomBytes } from 'node:crypto'
import { PROOF_FRESH } from '../../../src/limits.ts'
import { hashPassword } from '../../../src/staff/password.ts'
import { newSecret } from '../../../src/staff/totp.ts'
import { rebind } from '../../rebind.ts'
import type { Member, OpenConsole } from './open-console.ts'
import { type PageState, type Scene, sendAnyway } from './page-state.ts'

const SEVERAL =
  'channelOk=yes&dangerNow=no&audience=survivor&personNear=no&deviceWatched=no&ageBand=18plus&privacyLimits=ok' +
  '&wantsNow=questions&wants=talk&area=winchester&safeTonight=yes&relationship=partner&livesWith=yes&fear=very' +
  '&believesSerious=no&physical=thisWeek&neck=no&weapon=no'

type Show = PageState['show']

/** A page that is there by its address alone. */
const at =
  (path: string, who: 'robin' | 'kim' = 'kim'): Show =>
  async scene => {
    await scene.on.go(scene[who].page, path)
    return scene[who].page
  }
/** The same where accounts are an identity provider's. */
const elsewhere =
  (path: string): Show =>
  async ({ on, robin }) => {
    await robin.page.goto(new URL(path, on.elsewhere).href)
    return robin.page
  }
const asStranger =
  (path: string, act: (page: Awaited<ReturnType<OpenConsole['page']>>) => Promise<void> = async () => {}): Show =>
  async ({ on }) => {
    const page = await on.page()
    await page.goto(new URL(path, path.startsWith('/sign-in/identity') ? on.elsewhere : on.home).href)
    await act(page)
    return page
  }
const byLink =
  (act: (page: Awaited<ReturnType<OpenConsole['page']>>) => Promise<void> = async () => {}): Show =>
  async ({ on }) => {
    const page = await on.page()
    await page.goto(await on.link())
    await act(page)
    return page
  }

/** They have a password, and proved who they are too long ago. */
async function signedInLongAgo({ on, kim }: Scene): Promise<Member> {
  const { credentials, connection } = on.product
  await credentials.setPassword(kim.id, 'kim', {
    hash: await hashPassword('correct horse battery'),
    totp: newSecret(),
    step: 0
  })
  const proved_at = new Date(Date.now() - PROOF_FRESH - 1)
  await connection.db.updateTable('staff_session').set({ proved_at }).where('staff_id', '=', kim.id).execute()
  await rebind(on.product)
  return kim
}

/** A way to be asked again, and what is refused there. */
const askedAgain =
  (path: string, act: (page: Member['page']) => Promise<void> = async () => {}): Show =>
  async scene => {
    const { page } = await signedInLongAgo(scene)
    await scene.on.go(page, path)
    await act(page)
    return page
  }

export const OWN_PAGES: readonly PageState[] = [
  { route: 'GET /settings', state: 'settings', isFull: true, show: at('/settings') },
  { route: 'GET /settings', state: 'settings, saved', show: at('/settings?saved=yes') },
  { route: 'GET /flows', state: 'every path', show: at('/flows') },
  { route: 'GET /flows/path/:path', state: 'one path', isFull: true, show: at('/flows/path/safeContact') },
  {
    route: 'GET /flows/try',
    state: 'a path played',
    isFull: true,
    show: at('/flows/try?channelOk=yes&dangerNow=yes&audience=survivor')
  },
  {
    route: 'GET /flows/try',
    state: 'a path played, several may be picked',
    show: at(`/flows/try?${SEVERAL}`)
  },
  { route: 'GET *', state: 'no such page', show: at('/nowhere') },
  { route: 'GET /audit', state: 'the record', isFull: true, show: at('/audit', 'robin') },
  { route: 'GET /audit', state: 'the record, older', show: at('/audit?before=3', 'robin') },
  { route: 'GET /accounts', state: 'accounts', isFull: true, show: at('/accounts', 'robin') },
  { route: 'GET /accounts', state: 'accounts elsewhere', show: elsewhere('/accounts') },
  { route: 'GET /account', state: 'account', isFull: true, show: at('/account', 'robin') },
  {
    route: 'GET /account',
    state: 'account, signed in twice',
    isFull: true,
    async show({ on, robin }) {
      const begun = { staffId: robin.id, by: 'password' } as const
      await on.product.staff.openSession(randomBytes(32), begun, new Date())
      await on.go(robin.page, '/account')
      return robin.page
    }
  },
  { route: 'GET /account', state: 'account elsewhere', show: elsewhere('/account') },
  { route: 'GET /account/password', state: 'password', show: at('/account/password', 'robin') },
  {
    route: 'POST /account/password',
    state: 'password, refused',
    isFull: true,
    isRefused: true,
    async show({ on, robin }) {
      await on.go(robin.page, '/account/password')
      await sendAnyway(robin.page, '/account/password')
      return robin.page
    }
  },
  {
    route: 'POST /accounts/invite',
    state: 'somebody is invited',
    async show({ on, robin }) {
      await on.go(robin.page, '/accounts')
      await robin.page.locator('form[action$="/invite"] button').first().click()
      await robin.page.locator('.link').waitFor()
      return robin.page
    }
  },
  {
    route: 'POST /accounts/invite',
    state: 'somebody is invited as nothing',
    isRefused: true,
    async show({ on, robin }) {
      await on.go(robin.page, '/accounts')
      await robin.page.locator('form[action="/accounts/invite"] input:checked').uncheck()
      await sendAnyway(robin.page, '/accounts/invite')
      return robin.page
    }
  },
  {
    route: 'GET /confirmations',
    state: 'a role waits for a second person',
    isFull: true,
    async show({ on, robin }) {
      await on.go(robin.page, '/accounts')
      await robin.page.locator('form[action$="/invite"] button').first().click()
      await robin.page.locator('.link').waitFor()
      await on.go(robin.page, '/confirmations')
      return robin.page
    }
  },
  {
    route: 'POST /confirmations/:change/code',
    state: 'a code that is not right',
    isRefused: true,
    async show({ on, robin }) {
      await on.go(robin.page, '/confirmations')
      const form = robin.page.locator('form[action$="/code"]').first()
      await form.locator('input[name="code"]').fill('AAAA')
      await form.locator('button').click()
      await robin.page.locator('#complaint').waitFor()
      return robin.page
    }
  },
  { route: 'GET /sign-in', state: 'signing in', show: asStranger('/sign-in') },
  {
    route: 'POST /sign-in/password',
    state: 'signing in, refused',
    isFull: true,
    isRefused: true,
    show: asStranger('/sign-in', page => sendAnyway(page, '/sign-in/password'))
  },
  {
    route: 'GET /sign-in',
    state: 'signing in elsewhere',
    async show({ on }) {
      const page = await on.page()
      await page.goto(`${on.elsewhere}/sign-in`)
      return page
    }
  },
  { route: 'GET /sign-in/identity', state: 'the identity provider is away', show: asStranger('/sign-in/identity') },
  {
    route: 'GET /sign-in/identity/callback',
    state: 'back from an identity provider nobody was sent to',
    show: asStranger('/sign-in/identity/callback')
  },
  { route: 'GET /sign-in/:token', state: 'a link', show: byLink() },
  { route: 'GET /sign-in/:token', state: 'a link that was used', show: asStranger('/sign-in/nobody') },
  {
    route: 'POST /sign-in/:token',
    state: 'a link, no name',
    isRefused: true,
    show: byLink(page =>
      page
        .locator('main form')
        .evaluate(form => (form as HTMLFormElement).submit())
        .then(() => page.locator('#complaint').waitFor())
    )
  },
  {
    route: 'GET /c/:reference/summary.txt',
    state: 'a copy, asked to prove who they are with nothing to do it with',
    async show({ on, robin }) {
      const { connection } = on.product
      const { reference } = await on.with(robin)
      const proved_at = new Date(Date.now() - PROOF_FRESH - 1)
      await connection.db.updateTable('staff_session').set({ proved_at }).where('staff_id', '=', robin.id).execute()
      await rebind(on.product)
      await on.go(robin.page, `/c/${reference}/summary.txt`)
      return robin.page
    }
  },
  { route: 'GET /account', state: 'asked again who they are', show: askedAgain('/account') },
  {
    route: 'POST /again/password',
    state: 'asked again who they are, refused',
    isRefused: true,
    show: askedAgain('/account', page => sendAnyway(page, '/again/password'))
  }
]
