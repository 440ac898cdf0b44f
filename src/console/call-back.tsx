// On the page of a conversation: what was agreed for later, who is on it, and what came of it.
import { randomUUID } from 'node:crypto'
import { CALL_BACK_HELD, TEXT_MAX } from '../limits.ts'
import type { Words } from '../wording/words.ts'
import { Act } from './act.tsx'
import { AttemptForm } from './attempt-form.tsx'
import { CallBackFacts } from './call-back-facts.tsx'
import type { CallBack } from './call-backs.ts'
import { isByText } from './call-backs-page.tsx'
import { clock } from './clock.ts'
import { Complaint } from './complaint.tsx'
import { PostForm } from './page.tsx'
import type { SignedIn } from './signed-in.ts'
import { Unkept, type Unsent } from './unsent.tsx'

/** What a worker wrote in one of its forms that could not be accepted. */
interface NotAccepted {
  readonly callBack?: Unsent | null
  readonly attempt?: Unsent | null
  readonly callBackEnd?: Unsent | null
}

interface CallBackProps {
  readonly callBack: CallBack
  /** Their number or address: shown to nobody but the worker who contacts them, while they do. */
  readonly detail: string | null
  readonly words: Words
  readonly me: SignedIn
  readonly now: Date
  readonly unsent: NotAccepted
}

/** All that makes it another one: somebody may be writing in it, and it is replaced only then. */
export const standingOf = (callBack: CallBack | null, detail: string | null): string =>
  JSON.stringify(
    callBack && [
      detail,
      callBack.listed.caller,
      callBack.permission,
      callBack.why,
      callBack.until,
      callBack.attempts.length
    ]
  )

export const CallBackPart = ({
  callBack,
  ...props
}: Omit<CallBackProps, 'callBack'> & { callBack: CallBack | null }) => {
  const { words, unsent } = props
  if (callBack) return <Agreed callBack={callBack} {...props} />
  const lost = unsent.attempt ?? unsent.callBack ?? unsent.callBackEnd
  return lost ? <Unkept unsent={lost} label={words.staff('attemptNote')} /> : null
}

const Agreed = (props: CallBackProps) => {
  const { callBack, detail, words, me, now, unsent } = props
  const { listed, permission } = callBack
  const { caller, reference } = listed
  const isMine = caller?.isOn && caller.id === me.staffId
  const isTheirs = caller?.isOn && !isMine
  const mayBegin = permission !== null && !caller?.isOn && !isByText(callBack)
  const mayRecord = permission !== null && isMine
  // Refused, and the form it came from is not there any more.
  const lost =
    (mayBegin ? null : unsent.callBack) ?? (mayRecord ? null : unsent.attempt) ?? (isTheirs ? unsent.callBackEnd : null)
  const since = caller && clock(caller.since, now)
  return (
    <section class="call-back" aria-labelledby="call-back-title">
      <h2 id="call-back-title">{words.staff('callBacksTitle')}</h2>
      <p>
        <a href="/call-backs">{words.staff('callBacksBack')}</a>
      </p>
      <CallBackFacts callBack={callBack} words={words} now={now} />
      {isTheirs && <p class="type">{words.staff('callBackTakenBy', { name: caller.name, time: since ?? '' })}</p>}
      {isMine && permission && detail && (
        <p>
          {words.staff('callBackDetail')} <strong dir="auto">{detail}</strong>
        </p>
      )}
      {isMine && (
        <p class="type">
          {words.staff('callBackYours', {
            time: since ?? '',
            until: clock(new Date(caller.since.getTime() + CALL_BACK_HELD), now)
          })}
        </p>
      )}
      {permission && isByText(callBack) && <p>{words.staff('callBackByText')}</p>}
      {lost && <Unkept unsent={lost} label={words.staff('attemptNote')} />}
      {mayBegin && <Begin {...props} />}
      {mayRecord && (
        <>
          <AttemptForm callBack={callBack} words={words} me={me} unsent={unsent.attempt ?? null} />
          <Act action={`/c/${reference}/call-back-free`} me={me} label={words.staff('callBackFree')} />
        </>
      )}
      {!isTheirs && <End {...props} />}
    </section>
  )
}

/** Inside their times one press; outside them, a reason too. */
const Begin = ({ callBack: { listed, until }, words, me, unsent }: CallBackProps) => {
  const { reference } = listed
  const action = `/c/${reference}/call-back`
  const label = words.staff('callBackBegin', { reference })
  const why = unsent.callBack ?? null
  if (until)
    return (
      <>
        <Complaint id="call-back-refused" why={why?.why ?? null} />
        <Act action={action} me={me} label={label} main />
      </>
    )
  return (
    <details data-keep="override" open={why !== null}>
      <summary>{words.staff('callBackOverride')}</summary>
      <p>{words.staff('callBackOverrideMeans')}</p>
      <PostForm action={action} me={me}>
        <input type="hidden" name="once" value={randomUUID()} />
        <label class="tick">
          <input type="checkbox" name="override" value="yes" required /> {words.staff('callBackOverride')}
        </label>
        <label for="override-why">{words.staff('callBackOverrideWhy')}</label>
        <Complaint id="call-back-refused" why={why?.why ?? null} />
        <textarea
          id="override-why"
          name="written"
          rows={2}
          maxLength={TEXT_MAX}
          required
          dir="auto"
          aria-describedby="call-back-refused"
        >
          {why?.text}
        </textarea>
        <button type="submit">{label}</button>
      </PostForm>
    </details>
  )
}

const End = ({ callBack: { listed, permission }, words, me, unsent: { callBackEnd = null } }: CallBackProps) => (
  <details data-keep="call-back-end" open={callBackEnd !== null || !permission}>
    <summary>{words.staff('callBackEndTitle')}</summary>
    <p>{words.staff('callBackEndMeans')}</p>
    <PostForm action={`/c/${listed.reference}/call-back-end`} me={me}>
      <input type="hidden" name="once" value={randomUUID()} />
      <label for="call-back-end">{words.staff('callBackEndWhy')}</label>
      <Complaint id="call-back-unended" why={callBackEnd?.why ?? null} />
      <textarea
        id="call-back-end"
        name="written"
        rows={2}
        maxLength={TEXT_MAX}
        dir="auto"
        aria-describedby="call-back-unended"
      >
        {callBackEnd?.text}
      </textarea>
      <button type="submit">{words.staff('callBackEndNow')}</button>
    </PostForm>
  </details>
)
