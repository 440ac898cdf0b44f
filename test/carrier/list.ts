// GET .../Messages.json: newest first, filtered, in pages, as Twilio writes them.
import { type Message, shownFrom, shownTo, toResource } from './message.ts'
import { Refusal } from './refusal.ts'

const PAGE_SIZE = 50
const PAGE_SIZE_MAX = 1000

/** Whole days too: `DateSent>=2026-01-31`. */
function moment(text: string): number {
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new Refusal('badParameter')
  return at
}

const seconds = (at: number): number => Math.floor(at / 1000) * 1000

/** Twilio filters by what it shows: a number it has hidden is not found any more, nor by its date a message not yet sent. */
function matches(message: Message, query: URLSearchParams): boolean {
  const [to, from] = [query.get('To'), query.get('From')]
  if (to && shownTo(message) !== to) return false
  if (from && shownFrom(message) !== from) return false
  const [on, after, before] = [query.get('DateSent'), query.get('DateSent>'), query.get('DateSent<')]
  if (!on && !after && !before) return true
  if (message.sentAt === null) return false
  const sent = seconds(message.sentAt)
  if (on && new Date(sent).toISOString().slice(0, 10) !== on.slice(0, 10)) return false
  return (!after || sent >= moment(after)) && (!before || sent <= moment(before))
}

function pageUri(path: string, query: URLSearchParams, page: number, last: Message | undefined): string {
  const next = new URLSearchParams(query)
  next.set('PageSize', query.get('PageSize') ?? String(PAGE_SIZE))
  next.set('Page', String(page))
  if (last) next.set('PageToken', `PA${last.sid}`)
  return `${path}?${next}`
}

/** A page begins after the message its token names, so that what comes in meanwhile moves nothing. */
function startOf(found: readonly Message[], query: URLSearchParams): number {
  const token = query.get('PageToken')?.slice(2)
  return token === undefined ? 0 : found.findIndex(({ sid }) => sid === token) + 1
}

/** The page of messages that this query asks for. `path` is the address without its query. */
export function listed(messages: readonly Message[], path: string, query: URLSearchParams): object {
  const size = Math.min(Number(query.get('PageSize') ?? PAGE_SIZE), PAGE_SIZE_MAX)
  if (!Number.isInteger(size) || size < 1) throw new Refusal('badParameter')
  const found = [...messages].reverse().filter(message => matches(message, query))
  const page = Number(query.get('Page') ?? 0)
  const start = startOf(found, query)
  const shown = found.slice(start, start + size)
  const isLast = start + size >= found.length
  return {
    end: start + shown.length - 1,
    first_page_uri: pageUri(path, new URLSearchParams([...query].filter(([key]) => key !== 'PageToken')), 0, undefined),
    messages: shown.map(toResource),
    next_page_uri: isLast ? null : pageUri(path, query, page + 1, shown.at(-1)),
    page,
    page_size: size,
    previous_page_uri: null,
    start,
    uri: `${path}?${query}`
  }
}
