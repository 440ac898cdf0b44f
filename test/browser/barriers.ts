// What axe finds wrong with a page as it stands.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** By the rules that carry one of these tags; by all that axe has switched on where none are named. A sentence for each that is broken. */
export async function barriersIn(page: Page, tags?: readonly string[]): Promise<string[]> {
  for (const frame of page.frames()) {
    // Once for each document: half a megabyte of script for every screen took far longer than the looking.
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE)
  }
  const violations = await page.evaluate(async values => {
    const { axe: here } = window as unknown as { axe: typeof axe }
    const { violations: found } = await here.run(document, values ? { runOnly: { type: 'tag', values } } : {})
    return found.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 90)) }))
  }, tags?.slice())
  return violations.map(({ id, where }) => `${id}: ${where.join(' | ')}`)
}
