// How many call-backs are due, for the head of every page. A number alone: nobody is shown a word of what it is worked out from.
import type { FastifyInstance } from 'fastify'
import { CALL_BACKS_COUNTED } from '../limits.ts'
import { errorFacts } from '../log.ts'
import { callBackOf, callBacksIn } from './call-backs.ts'
import type { Dependencies } from './dependencies.ts'

/** Makes the count. Kept for a while, and worked out anew when anything changes; null where it cannot be. */
export function dueCallBacks(app: FastifyInstance, deps: Dependencies): () => Promise<number | null> {
  const words = deps.wordbook.in('en')
  let known: { readonly at: number; readonly count: Promise<number | null> } | null = null
  const forget = () => {
    known = null
  }
  const stop = deps.bell.listen('queue', forget)
  app.addHook('preClose', async () => stop())

  const count = async (now: Date): Promise<number> => {
    const agreed = callBacksIn(await deps.staff.waiting(now))
    const read = await Promise.all(agreed.map(listed => callBackOf(deps, words, listed, now)))
    return read.filter(one => one?.until).length
  }
  return () => {
    const now = new Date()
    if (!known || now.getTime() - known.at >= CALL_BACKS_COUNTED || now.getTime() < known.at) {
      const counted = count(now).catch(error => {
        deps.log.warn(errorFacts(error), 'call-backs could not be counted')
        return null
      })
      known = { at: now.getTime(), count: counted }
    }
    return known.count
  }
}
