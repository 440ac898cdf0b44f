// Every page of the desk, in every state of it: for eyes that need it large or dark, for a screen reader, for a keyboard alone.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CONVERSATION_PAGES } from './conversation-pages.ts'
import { LEFT_PAGES } from './left-pages.ts'
import { OpenConsole, routeOf } from './open-console.ts'
import { OWN_PAGES } from './own-pages.ts'
import { faultsOf } from './page-faults.ts'
import type { PageState, Scene } from './page-state.ts'
import { QUEUE_PAGES } from './queue-pages.ts'
import { REFUSED_PAGES } from './refused-pages.ts'
import { onWednesday } from './wednesday.ts'

const PAGES: readonly PageState[] = [
  ...QUEUE_PAGES,
  ...LEFT_PAGES,
  ...CONVERSATION_PAGES,
  ...REFUSED_PAGES,
  ...OWN_PAGES
]

onWednesday()
let scene: Scene
beforeAll(async () => {
  const on = await OpenConsole.open()
  const robin = await on.signIn('Robin')
  const kim = await on.signIn('Kim')
  scene = { on, robin, kim }
})
afterEach(() => scene.on.empty())
afterAll(() => scene?.on.close())

describe('at the desk', () => {
  it.each(PAGES)('nobody is barred from $state', async wanted => {
    const page = await wanted.show(scene)
    expect(routeOf(page)).toBe(wanted.route)
    if (wanted.isRefused) expect(await page.locator(':focus').getAttribute('class')).toBe('complaint')
    const faults = await faultsOf(page, wanted)
    expect(faults, faults.join('\n')).toEqual([])
    const { robin, kim } = scene
    if (page !== robin.page && page !== kim.page) await page.context().close()
  })

  // A copy of a summary is a page only while it asks who they are, and that page is walked.
  it('no page is forgotten: what is not walked shows none', async () => {
    const { on, robin } = scene
    const { reference } = await on.with(robin)
    const walked = new Set<string>(PAGES.map(({ route }) => route))
    const forgotten: string[] = []
    for (const route of on.routes) {
      if (!route.startsWith('GET ') || walked.has(route)) continue
      const path = route.replace('GET ', '').replace(':reference', reference)
      const cookie = (await robin.page.context().cookies(on.home))
        .map(({ name, value }) => `${name}=${value}`)
        .join('; ')
      // A stream never ends: what it is stands in its head.
      const ending = new AbortController()
      const answer = await fetch(new URL(path, on.home), { headers: { cookie }, signal: ending.signal })
      ending.abort()
      if (answer.headers.get('content-type')?.startsWith('text/html')) forgotten.push(route)
    }
    expect(forgotten).toEqual([])
  })
})
