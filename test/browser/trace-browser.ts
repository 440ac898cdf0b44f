// A Chromium as a person has it, with every folder it may write to inside one that can be searched afterwards.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { CHROMIUM_ARGS, CHROMIUM_PATH } from './chromium.ts'

/** As a person starts it: no flag that keeps it from writing. The password store is the one that asks nothing of a desktop. */
const ARGS = [
  ...CHROMIUM_ARGS,
  '--headless=new',
  '--no-default-browser-check',
  '--password-store=basic',
  // Chromium asks its maker about every form with a field, by numbers made from the field names, and keeps the answer in
  // its cache under our host. No page can stop that; a test must not wait for it, nor depend on whether it gets through.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost, EXCLUDE 127.0.0.1'
]
const PLACES = { HOME: 'home', XDG_CACHE_HOME: 'cache', XDG_CONFIG_HOME: 'config', TMPDIR: 'tmp' } as const

const ended = (child: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

/** Resolves with the address Chromium prints when it can be driven. */
const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', chunk => {
      said += chunk
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
    child.once('exit', code => reject(new Error(`Chromium ended (${code}): ${said}`)))
  })

export class TraceBrowser {
  /** Everything the browser could write to. */
  readonly folder: string
  readonly page: Page
  readonly #child: ChildProcess
  readonly #browser: Browser

  private constructor(folder: string, page: Page, child: ChildProcess, browser: Browser) {
    this.folder = folder
    this.page = page
    this.#child = child
    this.#browser = browser
  }

  /** Starts on a new profile, or again on the one a former browser left in `folder`. */
  static async start(folder = mkdtempSync(join(tmpdir(), 'sidedoor-trace-')), more: string[] = []) {
    for (const place of Object.values(PLACES)) mkdirSync(join(folder, place), { recursive: true })
    const homes = Object.fromEntries(Object.entries(PLACES).map(([name, place]) => [name, join(folder, place)]))
    const args = [
      ...ARGS,
      '--remote-debugging-port=0',
      `--user-data-dir=${join(folder, 'profile')}`,
      ...more,
      'about:blank'
    ]
    // A process group of its own, so that a kill takes the processes of every page with it.
    const child = spawn(CHROMIUM_PATH, args, {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...homes }
    })
    const browser = await chromium.connectOverCDP(await addressOf(child))
    const [context] = browser.contexts()
    const page = context?.pages()[0] ?? (await context?.newPage())
    if (!page) throw new Error('Chromium has no page')
    return new TraceBrowser(folder, page, child, browser)
  }

  /** From now on no page's script runs. */
  async withoutScript(): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page)
    await session.send('Emulation.setScriptExecutionDisabled', { value: true })
  }

  /** Quits as from the menu: everything that is to be written is written. */
  async close(): Promise<void> {
    const session = await this.#browser.newBrowserCDPSession()
    session.send('Browser.close').catch(() => {
      // The answer is lost with the browser.
    })
    await ended(this.#child)
  }

  /** The battery is out, the app is swiped away: nothing can be tidied any more. */
  async kill(): Promise<void> {
    if (this.#child.pid && this.#child.exitCode === null) process.kill(-this.#child.pid, 'SIGKILL')
    await ended(this.#child)
  }

  /** Ends what still runs and removes the folder. */
  async discard(): Promise<void> {
    await this.kill()
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
