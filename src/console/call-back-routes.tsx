// The call-backs: the list, who is on which, what came of it.
import type { FastifyInstance } from 'fastify'
import type { CallBackOutcome } from '../conversation/call-back.ts'
import { TEXT_MAX } from '../limits.ts'
import type { Listed } from '../store/desk-list.ts'
import type { StaffKey } from '../wording/keys.ts'
import { barWords } from './barred.ts'
import { type Read, readAttempt, readBegin, readEnd } from './call-back-forms.ts'
import { callBackOf, callBacksIn, contactRule, inOrder } from './call-backs.ts'
import { CallBacks } from './call-backs-page.tsx'
import { clock } from './clock.ts'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { Page, sendPage } from './page.tsx'
import { type Part, part } from './part.ts'
import { PartBox } from './part-box.tsx'
import { awayWords } from './send-away.ts'
import type { SignedIn } from './signed-in.ts'
import type { Follow } from './streams.ts'
import { type WrittenForm, writeRoute } from './write-route.tsx'

const DESK = { config: { access: 'desk' } } as const

/** Why nothing was done, in plain words; null when it was. */
const REFUSALS = {
  done: null,
  overridden: null,
  duplicate: null,
  gone: 'conversationGone',
  closed: 'conversationClosed',
  left: 'callBackRefused-left',
  notAgreed: 'callBackRefused-notAgreed',
  forbidden: 'callBackRefused-forbidden',
  notNow: 'callBackOverrideEmpty',
  noVoicemail: 'callBackRefused-noVoicemail',
  notBegun: 'callBackRefused-notBegun',
  partner: 'barredPartner'
} as const satisfies Record<CallBackOutcome, StaffKey | null>

export function callBackRoutes(app: FastifyInstance, deps: Dependencies, follow: Follow): void {
  const { staff, way, conversations, timings } = deps
  const words = deps.wordbook.in('en')

  /** The list, read for it and on record as that. Of those they have to keep away from it says so, and nothing else. */
  const listPart = async (me: SignedIn): Promise<Part> => {
    const now = new Date()
    const { list: everybody, barred } = await way.list(me, now)
    const agreed = callBacksIn(everybody)
    const apart = agreed.filter(({ conversation }) => barred.has(conversation))
    const opened = await way.openAll(me, agreed, 'call_back_list')
    const read = await Promise.all(opened.map(one => callBackOf(deps, words, one, now)))
    const list = inOrder(
      read.filter(one => one !== null),
      now,
      timings.starvedAfter
    )
    const references = apart.map(({ reference }) => reference)
    const shown = JSON.stringify([list, references], (name, value) => (name === 'changedAt' ? undefined : value))
    return part('call-backs', <CallBacks list={list} apart={references} words={words} me={me} now={now} />, shown)
  }

  app.get('/call-backs', DESK, async (request, reply) => {
    const me = worker(request)
    const list = await listPart(me)
    return sendPage(reply, nonce => (
      <Page
        words={words}
        title={words.staff('callBacksTitle')}
        nonce={nonce}
        me={me}
        events="/call-backs/events"
        refreshes
      >
        <h1>{words.staff('callBacksTitle')}</h1>
        <p>{words.staff('callBacksMeans')}</p>
        <PartBox part={list} />
        <p>
          <a href="/">{words.staff('backToQueue')}</a>
        </p>
      </Page>
    ))
  })

  app.get('/call-backs/events', DESK, (request, reply) =>
    follow(request, reply, { topic: 'queue', look: async me => ({ parts: [await listPart(me)] }) })
  )

  app.post<{ Params: { reference: string } }>('/c/:reference/call-back-free', DESK, async (request, reply) => {
    const me = worker(request)
    const reached = await way.reach(me, request.params.reference, 'release')
    if (reached.kind === 'open') await staff.freeCallBack(reached.listed.conversation, me.staffId)
    return reply.redirect('/call-backs', 303)
  })

  const takenBy = ({ caller }: Listed): string =>
    words.staff('callBackTakenBy', { name: caller?.name ?? '', time: clock(caller?.since ?? new Date(), new Date()) })

  /** Does it. Returns why not, in plain words. */
  const accepting =
    (
      read: (body: unknown, me: SignedIn, listed: Listed) => Read,
      claims: 'takes' | 'keeps' | 'frees'
    ): WrittenForm['accept'] =>
    async (me, reference, body) => {
      const { staffId, name } = me
      const now = new Date()
      const reached = await way.reach(me, reference, 'write')
      if (reached.kind !== 'open') return awayWords(words, reached)
      const { listed } = reached
      const { conversation, caller } = listed
      const form = read(body, me, listed)
      if ('why' in form) return words.staff(form.why, { max: TEXT_MAX })
      if (caller?.isOn && caller.id !== staffId) return takenBy(listed)
      // Kept first: nobody begins who has not got it.
      if (claims === 'takes' && listed.handover.stage === 'callBack') {
        const taken = await staff.takeCallBack(conversation, { id: staffId, name }, now)
        if (taken === 'partner') return barWords(words, taken)
        const other = taken === 'done' ? null : await way.reach(me, reference, 'write')
        if (other?.kind === 'open') return takenBy(other.listed)
      }
      const outcome = await conversations.callBack(conversation, form.deed, contactRule(deps, words, listed), form.once)
      const refused = REFUSALS[outcome]
      if (refused ? claims === 'takes' : claims === 'frees') await staff.freeCallBack(conversation, staffId)
      return refused && words.staff(refused)
    }

  const as = ({ staffId, name }: SignedIn) => ({ id: staffId, name })
  const toConversation = (reference: string) => `/c/${reference}#call-back`
  const toList = () => '/call-backs'
  const begin = accepting((body, me) => readBegin(body, as(me)), 'takes')
  const attempt = accepting((body, me, { caller }) => readAttempt(body, as(me), caller), 'frees')
  const end = accepting((body, me) => readEnd(body, as(me)), 'keeps')
  const forms: readonly Pick<WrittenForm, 'name' | 'form' | 'next' | 'accept'>[] = [
    { name: 'call-back', form: 'callBack', next: toConversation, accept: begin },
    { name: 'attempt', form: 'attempt', next: toList, accept: attempt },
    { name: 'call-back-end', form: 'callBackEnd', next: toList, accept: end }
  ]
  for (const form of forms) {
    writeRoute(app, deps, {
      ...form,
      field: 'written',
      unsaved: words.staff('callBackUnsaved'),
      fault: 'what came of a call-back could not be written down'
    })
  }
}
