// A company in browsers: people at their phones and workers at their consoles, spread over both processes.
import type { Browser } from 'playwright-core'
import { type Company, type Gather, type Invited, numberAt, texts } from '../../crash/desk/company.ts'
import type { DeskPerson } from '../../crash/desk/person.ts'
import { PhonePerson } from '../../crash/desk/phone-person.ts'
import { toldOf } from '../../crash/desk/told.ts'
import { wordsOf } from '../../crash/desk/words.ts'
import { Worker } from '../worker.ts'
import { Addresses } from './addresses.ts'
import { BrowserPerson } from './browser-person.ts'
import { BrowserWorker } from './browser-worker.ts'

/** One in three has no script. */
const hasScript = (at: number): boolean => at % 3 !== 2

/** `before`: the page people come from. */
export const inBrowsers =
  (browser: Browser, before: string): Gather =>
  async invited => {
    const { pair, carrier, random } = invited
    const addresses = await Addresses.to(pair)
    const people: DeskPerson[] = []
    const workers = await signIn(browser, invited, addresses, people)
    const pages: BrowserPerson[] = []
    for (let at = 0; at < invited.people; at += 1) {
      if (texts(at, invited)) {
        people.push(new PhonePerson(`text ${at}`, numberAt(at), carrier, random))
        continue
      }
      const arriving = { browser, addresses, before, random }
      const page = await BrowserPerson.open(`person ${at}`, hasScript(at), at % 2 === 0 ? 0 : 1, arriving)
      people.push(page)
      pages.push(page)
    }
    const company: Company = {
      people,
      workers,
      kill: which => addresses.kill(which),
      cut: () => addresses.cutOne(random),
      async opensAnew() {
        for (const page of pages) await page.loadsAgain()
        for (const worker of workers) await worker.looksAtAll()
        for (const page of pages) await page.looks()
      },
      goes: () => addresses.takeDown()
    }
    return company
  }

async function signIn(
  browser: Browser,
  { names, pair, random, asked }: Invited,
  addresses: Addresses,
  people: readonly DeskPerson[]
): Promise<BrowserWorker[]> {
  const isStored = async (reference: string, text: string) => {
    const told = await toldOf(
      people.filter(one => one.reference === reference),
      pair
    )
    return told.some(({ messages }) => wordsOf(messages, 'worker').some(word => word.text === text))
  }
  const workers: BrowserWorker[] = []
  let invites: Worker | null = null
  for (const [at, name] of names.entries()) {
    const link = invites ? await invites.invite(pair.codeFor) : await pair.signIn()
    const worker: Worker = await Worker.signIn(browser, pair.at(1).staff, link, name)
    invites ??= worker
    workers.push(new BrowserWorker(name, worker, at % 2 === 0 ? 0 : 1, { addresses, random, asked, isStored }))
  }
  return workers
}
