// A visit to the careless page: the same keys, the same endings, and plenty to find.
import { filesBelow, type Hit, searchFiles } from './profile-search.ts'
import { TraceBrowser } from './trace-browser.ts'
import { randomWord } from './trace-person.ts'
import { serveCareless } from './trace-servers.ts'
import { end, type Visit } from './trace-visit.ts'

interface Careless {
  readonly hits: readonly Hit[]
  readonly files: number
}

export async function visitCareless(ending: Visit['ending']): Promise<Careless> {
  const words = { sentence: randomWord(), name: randomWord(), said: randomWord(), draft: randomWord() }
  const pages = await serveCareless(words.sentence)
  const browser = await TraceBrowser.start()
  const { page } = browser
  try {
    await page.goto(`http://careless.localhost:${pages.port}/`)
    await page.locator('input').click()
    await page.keyboard.type(words.name)
    await page.locator('textarea').click()
    await page.keyboard.type(words.said)
    await page.locator('button').click()
    await page.locator('#said', { hasText: words.said }).waitFor()
    await page.locator('textarea').click()
    await page.keyboard.type(words.draft)
    await end(browser, ending)
    return { hits: searchFiles(browser.folder, words), files: filesBelow(browser.folder).length }
  } finally {
    await browser.discard()
    pages.close()
  }
}

/** Where one of the markers is written, a line each. */
export const placesOf = (hits: readonly Hit[], marker?: string): string =>
  hits
    .filter(hit => marker === undefined || hit.marker === marker)
    .map(({ marker: name, file, as }) => `${name}: ${file} ${as}`)
    .join('\n')
