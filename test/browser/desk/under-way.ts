// The forms that a browser has sent and that are not answered yet: what a kill must meet to have tried anything.
import type { BrowserContext, Request } from 'playwright-core'
import type { Way } from '../../crash/under-way.ts'

/** That somebody types is no word of theirs, and neither is that they are there. */
const SIGN = /\/(w|typing|here)$/

/** Returns what is on its way from this browser, as it asks. */
export function underWayFrom(context: BrowserContext): () => readonly Way[] {
  const sent = new Set<Request>()
  context.on('request', request => {
    if (request.method() === 'POST' && !SIGN.test(new URL(request.url()).pathname)) sent.add(request)
  })
  context.on('requestfinished', request => sent.delete(request))
  context.on('requestfailed', request => sent.delete(request))
  return () =>
    [...sent].map(request => ({
      get wasCut() {
        return request.failure() !== null
      }
    }))
}
