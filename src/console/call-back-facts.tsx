// What has to be known before anybody contacts somebody as agreed: whether it may be done, now or when, and how.
import type { Words } from '../wording/words.ts'
import type { CallBack } from './call-backs.ts'
import { clock } from './clock.ts'

interface FactsProps {
  readonly callBack: CallBack
  readonly words: Words
  readonly now: Date
}

export const CallBackFacts = (props: FactsProps) => {
  const { callBack, words } = props
  const { permission, why, contact, attempts, isEnough } = callBack
  const tries = attempts.filter(({ result }) => result !== 'overridden').length
  return (
    <>
      {permission ? <May {...props} permission={permission} /> : <p class="complaint">{why}</p>}
      <p>{words.staff(`callBackSafeWord-${isSet(contact.safeWordSet)}`)}</p>
      <p>{words.staff('callBackTries', { tries })}</p>
      {permission && isEnough && <p class="complaint">{words.staff('callBackEnough', { tries })}</p>}
    </>
  )
}

const isSet = (known: boolean | null) => (known === null ? 'unknown' : known ? 'yes' : 'no')

const May = ({
  callBack: { contact, until, next },
  permission,
  words,
  now
}: FactsProps & { permission: NonNullable<CallBack['permission']> }) => {
  const name = contact.lines.find(line => line.question === 'coverName')
  const cover = name && 'value' in name && permission.ifOtherAnswers === 'coverName' ? name.value : null
  return (
    <>
      <p>
        <strong>
          {until
            ? words.staff('callBackNow', { time: clock(until, now) })
            : next
              ? words.staff('callBackNext', { time: clock(next, now) })
              : words.staff('callBackNoTime')}
        </strong>
      </p>
      <p>{contact.sentence}</p>
      {permission.method === 'call' && (
        <>
          <p>
            {words.staff('referralVoicemail', { answer: words.option('voicemail', permission.voicemail) })}{' '}
            {words.staff('referralIfOtherAnswers', {
              answer: words.option('ifOtherAnswers', permission.ifOtherAnswers)
            })}
          </p>
          {cover && <p dir="auto">{words.staff('callBackCoverName', { name: [cover].flat().join(', ') })}</p>}
          <p>
            <strong>{words.staff('callBackHideNumber')}</strong>
          </p>
        </>
      )}
    </>
  )
}
