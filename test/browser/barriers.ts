// What axe finds wrong with a page as it stands.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Rules {
  /** The rules that carry one of these tags, or these alone; all that axe has switched on where none are named. */
  readonly only?: { readonly type: 'tag' | 'rule'; readonly values: readonly string[] }
  readonly without?: readonly string[]
  /** A part that is passed over, as a selector. */
  readonly except?: string | undefined
}

/** A sentence for each rule that is broken. */
export async function barriersIn(page: Page, { only, without = [], except }: Rules = {}): Promise<string[]> {
  for (const frame of page.frames()) {
    // Once for each document: half a megabyte of script for every screen took far longer than the looking.
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE)
  }
  const options = {
    ...(only ? { runOnly: { type: only.type, values: [...only.values] } } : {}),
    rules: Object.fromEntries(without.map(rule => [rule, { enabled: false }]))
  }
  const violations = await page.evaluate(
    async ([options, except]) => {
      const { axe: here } = window as unknown as { axe: typeof axe }
      const { violations: found } = await here.run(except ? { exclude: [[except]] } : document, options)
      return found.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 90)) }))
    },
    [options, except] as const
  )
  return violations.map(({ id, where }) => `${id}: ${where.join(' | ')}`)
}
