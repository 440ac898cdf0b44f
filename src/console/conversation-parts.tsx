// The pieces of the conversation page that change while it is open.
import { whyNotSent } from '../summary/may-send.ts'
import type { Words } from '../wording/words.ts'
import { ActionForm } from './action-form.tsx'
import { Actions } from './actions.tsx'
import { Banner } from './banner.tsx'
import { CallBackPart, standingOf } from './call-back.tsx'
import { callBackOf } from './call-backs.ts'
import { Closing } from './closing.tsx'
import type { Dependencies } from './dependencies.ts'
import { EmergencyLine } from './emergency.tsx'
import { MailedList, MailForm } from './mail.tsx'
import { Marks } from './marks.tsx'
import { NoteForm, Notes } from './notes.tsx'
import { OfferedForm } from './offered.tsx'
import { OwnBand } from './own-band.tsx'
import { type Part, part } from './part.ts'
import { Partners } from './partners.tsx'
import { ReadyAnswers } from './ready-answers.tsx'
import { RecordedList } from './recorded-list.tsx'
import type { SignedIn } from './signed-in.ts'
import { SummaryDetail, TenSeconds } from './summary.tsx'
import { summaryOf } from './summary-of.ts'
import { Texting } from './texting.tsx'
import type { Unsent } from './unsent.tsx'
import type { Opened } from './way.ts'

export interface Parts {
  readonly banner: Part
  readonly callBack: Part
  readonly tenSeconds: Part
  readonly ownBand: Part
  readonly actions: Part
  readonly ready: Part
  readonly closing: Part
  readonly notes: Part
  readonly noteForm: Part
  readonly recorded: Part
  readonly offered: Part
  readonly action: Part
  readonly partners: Part
  readonly summary: Part
  /** The form that sends the summary by e-mail, and what was sent. None where there is no mail. */
  readonly mail: readonly Part[]
}

/** What a worker wrote in a form that could not be accepted. */
export interface NotAccepted {
  readonly message?: Unsent | null
  readonly band?: Unsent | null
  readonly note?: Unsent | null
  readonly action?: Unsent | null
  readonly offered?: Unsent | null
  readonly closing?: Unsent | null
  readonly mail?: Unsent | null
  readonly callBack?: Unsent | null
  readonly attempt?: Unsent | null
  readonly callBackEnd?: Unsent | null
}

export async function conversationParts(
  deps: Dependencies,
  words: Words,
  me: SignedIn,
  { listed, left, reading }: Opened,
  unsent: NotAccepted = {}
): Promise<Parts> {
  const now = new Date()
  const summary = await summaryOf(deps, words, listed, reading, now)
  const isLive = listed.status === 'open' && listed.worker !== null && listed.channel === 'web'
  const { returns } = reading.conversation
  const contact = summary.safeContact
  const isBehind = (await deps.mirror?.isBehind(listed.conversation)) ?? false
  const banner = (
    <Banner contact={contact} words={words} isLive={isLive} returns={returns} now={now}>
      {listed.channel === 'sms' && (
        <Texting
          reading={reading}
          contact={contact}
          isShort={deps.conversations.isShort(reading)}
          words={words}
          me={me}
          now={now}
        />
      )}
      <Marks reading={reading} words={words} now={now} />
      <EmergencyLine item={left} words={words} me={me} now={now} />
      {isBehind && <p>{words.staff('azureBehind')}</p>}
    </Banner>
  )
  // By text the box is locked while somebody is near; on the page the words wait until they go on.
  const isLocked = listed.channel === 'sms' && (reading.conversation.snapshot.memory.hushed ?? false)
  const colleagues = await deps.staff.onDuty(now)
  const actions = (
    <Actions
      listed={listed}
      words={words}
      me={me}
      now={now}
      colleagues={colleagues}
      unsent={unsent.message ?? null}
      isLocked={isLocked}
    />
  )
  const ownBand = <OwnBand listed={listed} words={words} me={me} unsent={unsent.band ?? null} />
  // A form is replaced only when it becomes another one: somebody may be writing in it.
  const { transfer, helpers } = listed.handover
  const forms = JSON.stringify([listed.status, listed.worker?.id, transfer, helpers])
  const { matches } = summary.needs
  const choices = `${forms} ${JSON.stringify(matches.map(({ service, decision }) => [service, decision]))}`
  const asked = { listed, words, me }
  const theirs = deps.wordbook.in(reading.conversation.locale)
  const mailed = (await deps.mail?.sentOf(listed.conversation)) ?? []
  const mailParts = deps.mail
    ? [
        part(
          'mail',
          <MailForm {...asked} summary={summary} mail={deps.mail} unsent={unsent.mail ?? null} />,
          `${forms} ${whyNotSent(summary)}`
        ),
        part('mailed', <MailedList mailed={mailed} words={words} now={now} />)
      ]
    : []
  const agreed = await callBackOf(deps, words, { listed, reading }, now)
  const { contactDetail } = deps.conversations.facts(reading).answers
  const detail = typeof contactDetail === 'string' ? contactDetail : null
  const partners = await deps.staff.partnersOf(listed.conversation)
  const isBoth = (await deps.staff.barredAmong(me.staffId, [listed.conversation])).size > 0
  return {
    banner: part('banner', banner),
    callBack: part(
      'call-back',
      <CallBackPart callBack={agreed} detail={detail} words={words} me={me} now={now} unsent={unsent} />,
      standingOf(agreed, detail)
    ),
    tenSeconds: part('ten-seconds', <TenSeconds summary={summary} words={words} />),
    ownBand: part('own-band', ownBand, forms),
    actions: part('actions', actions, `${forms} ${isLocked}`),
    ready: part('ready', <ReadyAnswers {...asked} theirs={theirs} />, `${forms} ${theirs.locale}`),
    closing: part('closing', <Closing {...asked} matches={matches} unsent={unsent.closing ?? null} />, choices),
    notes: part('notes', <Notes notes={reading.notes} words={words} now={now} />),
    noteForm: part('note-form', <NoteForm {...asked} unsent={unsent.note ?? null} />, forms),
    recorded: part(
      'recorded',
      <RecordedList records={reading.records} directory={deps.directory} words={words} now={now} />
    ),
    offered: part('offered', <OfferedForm {...asked} matches={matches} unsent={unsent.offered ?? null} />, choices),
    action: part('action', <ActionForm {...asked} unsent={unsent.action ?? null} />, forms),
    partners: part('partners', <Partners {...asked} partners={partners} isBoth={isBoth} />, `${isBoth} ${partners}`),
    summary: part('summary', <SummaryDetail summary={summary} words={words} now={now} />),
    mail: mailParts
  }
}
