// A summary by e-mail to the professional who referred: the form, why there is none, and what became of what was sent.

import { randomUUID } from 'node:crypto'
import type { Listed } from '../store/desk-list.ts'
import type { Mailed } from '../store/referral-mail.ts'
import { whyNotSent } from '../summary/may-send.ts'
import type { Summary } from '../summary/schema.ts'
import type { StaffKey } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import { clock } from './clock.ts'
import { Complaint } from './complaint.tsx'
import type { ReferralMail } from './dependencies.ts'
import { PostForm } from './page.tsx'
import type { SignedIn } from './signed-in.ts'
import type { Unsent } from './unsent.tsx'

/** The longest address there is, in characters (RFC 5321). */
const ADDRESS_MAX = 254

interface MailFormProps {
  readonly listed: Listed
  readonly summary: Summary
  readonly mail: Pick<ReferralMail, 'contentDomains'>
  readonly words: Words
  readonly me: SignedIn
  readonly unsent: Unsent | null
}

/** For the worker who has the conversation, also when the person has left: the professional may still be told. */
export const MailForm = ({ listed, summary, mail, words, me, unsent }: MailFormProps) => {
  const { worker, reference } = listed
  if (worker?.id !== me.staffId) return unsent && <p class="complaint">{unsent.why}</p>
  const why = whyNotSent(summary)
  const domains = mail.contentDomains.join(', ')
  return (
    <details data-keep="mail" open={unsent !== null}>
      <summary>{words.staff('mailTitle')}</summary>
      {why && <p>{words.staff(`mailWhyNot-${why}`)}</p>}
      {!why && (
        <PostForm action={`/c/${reference}/mail`} me={me}>
          <input type="hidden" name="once" value={randomUUID()} />
          <p>{domains ? words.staff('mailContent', { domains }) : words.staff('mailNoticeOnly')}</p>
          <p>{words.staff('mailNever')}</p>
          <label for="address">{words.staff('mailAddress')}</label>
          <Complaint id="mail-unsent" why={unsent?.why ?? null} />
          <input
            id="address"
            name="address"
            type="email"
            autocomplete="off"
            maxLength={ADDRESS_MAX}
            required
            value={unsent?.text}
            aria-describedby="mail-unsent"
          />
          <button type="submit">{words.staff('mailSend')}</button>
        </PostForm>
      )}
    </details>
  )
}

const stateOf = ({ state, said }: Mailed): StaffKey => {
  if (state === 'sent') return said === 'summary' ? 'mailed-summary' : 'mailed-notice'
  return `mailed-${state}`
}

/** The domain alone: whose address it was is nobody's business who only looks. */
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

interface MailedListProps {
  readonly mailed: readonly Mailed[]
  readonly words: Words
  readonly now: Date
}

export const MailedList = ({ mailed, words, now }: MailedListProps) =>
  mailed.length === 0 ? null : (
    <>
      <h3>{words.staff('mailedTitle')}</h3>
      <ul class="mailed">
        {mailed.map(one => (
          <li>
            {words.staff('mailedLine', {
              time: clock(one.at, now),
              domain: domainOf(one.address),
              state: words.staff(stateOf(one))
            })}
          </li>
        ))}
      </ul>
    </>
  )
