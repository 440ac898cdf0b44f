// A conversation by text as the gate finds it: what was said in it, and what is known of the phone.
import type { Conversation } from '../../src/conversation/conversation.ts'
import { blank } from '../../src/flow/memory.ts'
import type { Answer, Signal } from '../../src/questions/answer.ts'
import type { QuestionId } from '../../src/questions/catalogue.ts'

export const THEIRS = '+447700900123'
export const OTHERS = '+447700900124'

/** Everything that must have been said before a worker may write first, in a time of theirs. */
export const AGREED = {
  channelOk: 'yes',
  audience: 'survivor',
  ageBand: '18plus',
  deviceWatched: 'no',
  contactMethod: 'text',
  contactDetail: '07700 900123',
  textFirst: 'setTimes',
  contactTimes: ['weekdayAfternoon']
} as const satisfies Said

type Said = { readonly [Q in QuestionId]?: Answer | undefined }
interface Known extends Partial<Omit<Conversation, 'snapshot'>> {
  readonly state?: string
  readonly signals?: readonly string[]
}

/** Whoever said this; an answer that is undefined was never given. */
export function aText(said: Said, { state = 'waiting', signals = [], ...known }: Known = {}): Conversation {
  const opened = new Date('2026-07-01T08:00:00Z')
  const channel = known.channel ?? 'sms'
  const log = Object.entries(said).flatMap(([question, value]) =>
    value === undefined ? [] : [{ step: `opening/${question}`, question: question as QuestionId, value }]
  )
  return {
    id: 'c1',
    reference: 'K7QF2M',
    channel,
    locale: 'en',
    flow: 'f1',
    snapshot: { state, memory: { ...blank(channel), log, signals: signals as readonly Signal[] } },
    owner: { kind: 'queue' },
    status: 'open',
    handoverState: null,
    returns: { wrongWords: 0, decoyAt: null, backAt: null },
    lastSeq: 3,
    openedAt: opened,
    heardAt: opened,
    phone: THEIRS,
    textsBlocked: false,
    expiresAt: new Date('2026-08-01T08:00:00Z'),
    ...known
  }
}
