// What each side sees of the other's writing: that it happens, and never a letter of it.
import type { Page, Request } from 'playwright-core'
import { expect, it } from 'vitest'
import { SOON, words } from './screen.ts'
import { withWorker } from './with-worker.ts'

const on = withWorker()
/** Sooner than it would go by itself. */
const AT_ONCE = { timeout: 4_000, interval: 50 }
const SECRET = 'zanzibar marmalade'

/** Everything a page sends from now on. */
function sentBy(page: Page): Request[] {
  const sent: Request[] = []
  page.on('request', request => sent.push(request))
  return sent
}
const signs = (sent: readonly Request[], end: string) =>
  sent.filter(request => new URL(request.url()).pathname.endsWith(end))
const letters = (sent: readonly Request[]) =>
  sent.map(request => `${request.url()} ${request.postData()} ${JSON.stringify(request.headers())}`).join('\n')

it('each sees that the other writes, only while they do, and not a letter of it travels', async () => {
  const person = await on.arrive(true)
  const { page } = on.worker
  const [sentByPerson, sentByWorker] = [sentBy(person.page), sentBy(page)]
  const theirLine = person.page.locator('#w')
  const workersLine = page.locator('#writing')

  // Before a worker is there.
  await person.choose('channelOk', 'yes')
  await person.isAsked('dangerNow')
  await person.press('person')
  await person.page.locator('[data-now^=waiting] textarea').pressSequentially(SECRET)
  expect(await theirLine.count()).toBe(0)
  expect(signs(sentByPerson, '/w')).toEqual([])
  await on.worker.toDesk()
  await on.worker.openWaiting()
  await on.worker.take()
  await person.page.locator('[data-now=worker]').waitFor()
  await page.getByText(words.staff('theirPage-open')).waitFor()

  // A note is nobody's business but the worker's.
  await page.locator('#note-form summary').click()
  await page.locator('#note').pressSequentially(SECRET)
  await person.page.waitForTimeout(500)
  expect(signs(sentByWorker, '/typing')).toEqual([])

  await on.worker.field.pressSequentially(SECRET)
  await expect.poll(() => theirLine.textContent(), SOON).toBe(words.page('isWriting', { name: 'Robin' }))
  expect(await theirLine.getAttribute('aria-live')).toBe('polite')
  expect(await person.log.getByText(words.page('isWriting', { name: 'Robin' })).count()).toBe(0)
  // Nothing more is written: after six seconds it goes by itself.
  await expect.poll(() => theirLine.textContent(), SOON).toBe('')
  const told = signs(sentByWorker, '/typing')
  expect(told.length).toBeLessThanOrEqual(2)
  expect(Date.now() - (told.at(-1)?.timing().startTime ?? 0)).toBeGreaterThan(5_900)

  // It goes when the words are there.
  await on.worker.field.pressSequentially('.')
  await expect.poll(() => theirLine.textContent(), SOON).not.toBe('')
  await on.worker.write('Hello, I am here.')
  await person.log.getByText('Hello, I am here.').waitFor()
  await expect.poll(() => theirLine.textContent(), AT_ONCE).toBe('')

  // The other way round.
  await person.field.fill('')
  await person.field.pressSequentially(SECRET)
  await expect.poll(() => workersLine.textContent(), SOON).toBe(words.staff('theyWrite'))
  await expect.poll(() => workersLine.textContent(), SOON).toBe('')
  expect(letters([...sentByPerson, ...sentByWorker])).not.toMatch(/zanzibar|marmalade/)
  await person.field.press('Enter')
  await page.locator('.from-person', { hasText: SECRET }).waitFor()
  await expect.poll(() => workersLine.textContent(), AT_ONCE).toBe('')

  // Whoever leaves in the middle of a sentence has left, and nothing is said of their page any more.
  await person.field.pressSequentially(SECRET)
  await expect.poll(() => workersLine.textContent(), SOON).toBe(words.staff('theyWrite'))
  await person.exit.click()
  await person.page.waitForURL(`${on.stage.elsewhere.url}**`)
  await page.locator('#actions .complaint').waitFor()
  await expect.poll(() => workersLine.textContent(), AT_ONCE).toBe('')
  await expect.poll(() => page.locator('#their-page').textContent(), AT_ONCE).toBe('')
  await person.close()
})

it('a page that is closed is said to be away, and is open again when they are back', async () => {
  const person = await on.arrive(true)
  const { page } = on.worker
  await person.choose('channelOk', 'yes')
  await person.isAsked('dangerNow')
  await person.press('person')
  await person.page.locator('[data-live]').waitFor()
  await on.worker.toDesk()
  await on.worker.openWaiting()
  await on.worker.take()
  await page.getByText(words.staff('theirPage-open')).waitFor()
  const away = await person.context.newPage()
  await person.page.close()
  await page.locator('#their-page', { hasText: 'No page of theirs is connected since' }).waitFor()
  await away.goto(person.chat)
  await page.getByText(words.staff('theirPage-open')).waitFor()
  await person.close()
})
