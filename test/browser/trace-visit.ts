// One whole visit to the chat in a new browser, and what it left on the device.
import { type Hit, searchFiles } from './profile-search.ts'
import { TraceBrowser } from './trace-browser.ts'
import { newWords, randomWord, TracePerson } from './trace-person.ts'
import type { TraceWorker } from './trace-worker.ts'

export interface Surroundings {
  readonly chatPort: string
  /** Where a person was before, and where the exit goes. */
  readonly elsewhere: string
  readonly worker: TraceWorker
}

export interface Visit {
  readonly script: boolean
  readonly ending: 'exit' | 'killed'
}

export interface Left {
  /** Places where something the person typed, or was asked, or was answered is written. */
  readonly words: readonly Hit[]
  /** Files in which our host name is written. */
  readonly address: readonly string[]
  /** Sentences and choices that were looked for. */
  readonly sentences: number
  /** Where Back led after the exit, and how many lines of the chat were there. Empty after a kill. */
  readonly back: { readonly address: string; readonly lines: number }
  /** What the browser's own history page and its restored tabs say of our host when it is started again. */
  readonly later: readonly string[]
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Chromium writes its session files 2.5 s after a change, its history and most else within 10 s. In ms. */
const WRITTEN = { exit: 4_000, killed: 12_500 } as const

/** Resolves once Chromium has had the time to write down what it would, after which the visit ends. */
export async function end(browser: TraceBrowser, ending: Visit['ending'], leave = async () => {}): Promise<void> {
  await pause(WRITTEN[ending])
  if (ending === 'killed') return browser.kill()
  await leave()
  await browser.close()
}

/** Every visit has a host name of its own, and words nobody else has said. */
export async function visit({ chatPort, elsewhere, worker }: Surroundings, how: Visit): Promise<Left> {
  const browser = await TraceBrowser.start()
  const { page, folder } = browser
  const words = newWords()
  const host = `${randomWord()}.localhost`
  const person = new TracePerson(page, words, (said, reply) => worker.answer(said, reply))
  let back = { address: '', lines: 0 }
  try {
    if (!how.script) await browser.withoutScript()
    await page.goto(`${elsewhere}before`)
    await person.talk(`http://${host}:${chatPort}/`)
    await end(browser, how.ending, async () => {
      await page.locator('[data-exit]').click({ noWaitAfter: true })
      await page.waitForURL(elsewhere)
      await page.goBack({ waitUntil: 'commit' })
      await page.locator('body').waitFor()
      back = { address: page.url(), lines: await page.locator('.m').count() }
      await page.goto(`${elsewhere}after`)
    })
    return {
      words: searchFiles(folder, { ...words, ...person.seen }),
      address: searchFiles(folder, { host }).map(({ file }) => file),
      sentences: Object.keys(person.seen).length,
      back,
      later: how.script && how.ending === 'exit' ? await seenLater(folder, host) : []
    }
  } finally {
    await browser.discard()
  }
}

/** Starts the browser again as it was closed, and reads what it shows about the host. */
async function seenLater(folder: string, host: string): Promise<string[]> {
  const browser = await TraceBrowser.start(folder, ['--restore-last-session'])
  const context = browser.page.context()
  const tabs = context.pages().map(tab => tab.url())
  const history = await context.newPage()
  await history.goto('chrome://history')
  await history.locator('history-item').first().waitFor()
  const items = await history.locator('history-item').allInnerTexts()
  await browser.close()
  return [...tabs, ...items].filter(shown => shown.includes(host))
}
