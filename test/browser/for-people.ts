// What every answer must be that goes to a person, as a visitor without a browser gets it.
import { expect } from 'vitest'
import type { Reply, Visitor } from './plain.ts'

/** The numbers that work when nothing of ours does (triage specification, section 3). */
export const CORE_NUMBERS = ['999', '0808 2000 247', '116 123', '0800 1111']

/** The words of an answer without its style, its script and its marks. */
export const read = ({ text }: Pick<Reply, 'text'>): string =>
  text
    .replace(/<(style|script)\b[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

/** A whole page for a person: exit on it, nothing that only a programmer can read. */
export function isForPeople(reply: Reply): void {
  expect(reply.headers['content-type']).toMatch(/^text\/html/)
  expect(reply.text).toContain('data-exit')
  const screen = CORE_NUMBERS.reduce((text, number) => text.replaceAll(number, ''), read(reply))
  expect(screen).not.toMatch(
    /error|exception|stack|undefined|null|invalid|status|bad request|\b[45]\d\d\b|[{}]|\.[jt]s\b/i
  )
}

export const hasNumbers = (reply: Reply) =>
  expect(CORE_NUMBERS.filter(number => !reply.text.includes(number))).toEqual([])

/** How often a text stands on a page. */
export const count = (reply: Reply, text: string): number => read(reply).split(text).length - 1

/** The conversation as it stands: one answer given, the second question open, nothing else. */
export async function isAsBefore(visitor: Visitor): Promise<Reply> {
  const page = await visitor.get('/')
  expect(page.text).toContain('data-question="dangerNow"')
  expect(page.text.match(/class="m person/g)).toHaveLength(1)
  return page
}
