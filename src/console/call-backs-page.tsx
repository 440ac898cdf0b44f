// Everybody who agreed to be contacted later: those whose time it is first.
import { languageName } from '../summary/language-name.ts'
import type { Words } from '../wording/words.ts'
import { Act } from './act.tsx'
import { CallBackFacts } from './call-back-facts.tsx'
import type { CallBack } from './call-backs.ts'
import { clock } from './clock.ts'
import { bandWords, Urgent } from './queue.tsx'
import type { SignedIn } from './signed-in.ts'

interface CallBacksProps {
  readonly list: readonly CallBack[]
  /** References of those somebody else has to contact. */
  readonly apart: readonly string[]
  readonly words: Words
  readonly me: SignedIn
  readonly now: Date
}

export const CallBacks = ({ list, apart, ...seen }: CallBacksProps) =>
  list.length + apart.length === 0 ? (
    <p>{seen.words.staff('callBacksNone')}</p>
  ) : (
    <ol class="queue">
      {list.map(callBack => (
        <Entry key={callBack.listed.reference} callBack={callBack} {...seen} />
      ))}
      {apart.map(reference => (
        <li key={reference}>
          <p class="reference">{reference}</p>
          <p class="choices">{seen.words.staff('barredPartner')}</p>
        </li>
      ))}
    </ol>
  )

const Entry = ({ callBack, words, me, now }: Omit<CallBacksProps, 'list' | 'apart'> & { callBack: CallBack }) => {
  const { listed, permission, until } = callBack
  const { reference, caller, urgent, channel, locale } = listed
  const mayBegin = until && !isByText(callBack) && !caller?.isOn
  return (
    <li class={permission ? undefined : 'is-urgent'}>
      <p class="reference">
        {reference} {urgent && <Urgent words={words} />}
      </p>
      <p>{bandWords(listed, words)}</p>
      <CallBackFacts callBack={callBack} words={words} now={now} />
      <p>
        {words.staff(`referralChannel-${channel}`)}, {languageName(locale)}
      </p>
      {caller?.isOn && (
        <p class="type">{words.staff('callBackTakenBy', { name: caller.name, time: clock(caller.since, now) })}</p>
      )}
      <div class="choices">
        {mayBegin && (
          <Act action={`/c/${reference}/call-back`} me={me} label={words.staff('callBackBegin', { reference })} main />
        )}
        <a href={`/c/${reference}`}>{words.staff('openConversation', { reference })}</a>
      </div>
    </li>
  )
}

/** They text with us and want to be texted: a worker does it in the conversation itself, through the gate. */
export const isByText = ({ listed, permission }: CallBack): boolean =>
  listed.channel === 'sms' && permission?.method === 'text'
