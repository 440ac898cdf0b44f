// Everybody who agreed to be contacted later, as the summary of each says it stands now.
import type { Agreed, ContactRule } from '../conversation/call-back.ts'
import { nextWindow, windowEnd } from '../conversation/contact-window.ts'
import type { AttemptWriting, Signed } from '../conversation/recorded.ts'
import { queueOrder } from '../handover/queue-order.ts'
import { CALL_BACK_TRIES } from '../limits.ts'
import type { Listed } from '../store/desk-list.ts'
import type { SafeContact, Summary } from '../summary/schema.ts'
import type { Words } from '../wording/words.ts'
import { type SummarySources, summaryOf } from './summary-of.ts'
import type { Opened } from './way.ts'

export interface CallBack {
  readonly listed: Listed
  readonly contact: SafeContact
  /** What they allow; null where nobody may contact them, and then `why` says why in words. */
  readonly permission: NonNullable<SafeContact['permission']> | null
  readonly why: string | null
  /** The end of their time, if it is that now. */
  readonly until: Date | null
  /** When their next time begins; null where there is none before their agreement runs out. */
  readonly next: Date | null
  readonly attempts: readonly (AttemptWriting & Signed)[]
  /** Tried so often without an answer that it should end. */
  readonly isEnough: boolean
}

const isCallBack = ({ status, handover }: Listed): boolean => status === 'open' && handover.stage === 'callBack'

/** The banner's rule, and beside it that a worker wrote down that they took their agreement back. */
function allowed({ safeContact, consent }: Summary, words: Words): Pick<CallBack, 'permission' | 'why'> {
  if (!safeContact.permission) return { permission: null, why: safeContact.sentence }
  if (consent.withdrawnAt) return { permission: null, why: words.staff('callBackWithdrawn') }
  return { permission: safeContact.permission, why: null }
}

/** What may be done, asked again under the conversation's lock. */
export const contactRule =
  (sources: SummarySources, words: Words, listed: Listed): ContactRule =>
  async (reading, now): Promise<Agreed | null> => {
    const stood = { ...listed, status: reading.conversation.status }
    return allowed(await summaryOf(sources, words, stood, reading, now), words).permission
  }

/** One call-back, of what has been read; null where nothing is agreed. */
export async function callBackOf(
  deps: SummarySources,
  words: Words,
  { listed, reading }: Pick<Opened, 'listed' | 'reading'>,
  now: Date
): Promise<CallBack | null> {
  if (!isCallBack(listed)) return null
  const summary = await summaryOf(deps, words, listed, reading, now)
  const { permission, why } = allowed(summary, words)
  const times = permission ? [...permission.times] : undefined
  const next = nextWindow(times, now)
  const attempts = reading.records.filter(one => one.kind === 'attempt')
  const unanswered = attempts.filter(({ result }) => result === 'noAnswer' || result === 'voicemail')
  return {
    listed,
    contact: summary.safeContact,
    permission,
    why,
    until: windowEnd(times, now),
    next: permission && next && next < new Date(permission.expiresAt) ? next : null,
    attempts,
    isEnough: unanswered.length >= CALL_BACK_TRIES
  }
}

/** Which are to be done, of a list of everything at the desk. */
export const callBacksIn = (list: readonly Listed[]): Listed[] => list.filter(isCallBack)

/** Those due first, by concern; then by when their next time begins; at the end those that nobody may contact. */
export function inOrder(list: readonly CallBack[], now: Date, starvedAfter: number): CallBack[] {
  const byConcern = queueOrder(now, starvedAfter)
  const begins = ({ permission, until, next }: CallBack): number => {
    if (!permission) return Number.POSITIVE_INFINITY
    return until ? 0 : (next?.getTime() ?? Number.MAX_SAFE_INTEGER)
  }
  return list.toSorted((one, other) => {
    const [first, second] = [begins(one), begins(other)]
    return first === second ? byConcern(one.listed, other.listed) : first - second
  })
}
