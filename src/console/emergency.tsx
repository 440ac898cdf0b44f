// May 999 be called for somebody who left at risk? A supervisor decides, on record; their phone is never contacted.
import { randomUUID } from 'node:crypto'
import { EMERGENCY_DECIDED_WITHIN, REASON_MAX } from '../limits.ts'
import { may } from '../staff/roles.ts'
import type { UnclaimedItem } from '../store/unclaimed-list.ts'
import type { Words } from '../wording/words.ts'
import { clock } from './clock.ts'
import { Complaint } from './complaint.tsx'
import { PostForm } from './page.tsx'
import type { SignedIn } from './signed-in.ts'

/** Where the decision stands, in one sentence; null where there is none to make. */
export function emergencyWords({ emergency, heardAt }: UnclaimedItem, words: Words, now: Date): string | null {
  if (!emergency) return null
  if (emergency.kind === 'decided') {
    const { called, by, at } = emergency
    return words.staff(called ? 'emergencyCalled' : 'emergencyNotCalled', { name: by, time: clock(at, now) })
  }
  const due = new Date(heardAt.getTime() + EMERGENCY_DECIDED_WITHIN)
  return words.staff(now < due ? 'emergencyOpen' : 'emergencyLate', { time: clock(due, now) })
}

interface LineProps {
  readonly item: UnclaimedItem | null
  readonly words: Words
  readonly me: SignedIn
  readonly now: Date
}

/** Where the decision stands, and a supervisor's way to it. */
export function EmergencyLine({ item, words, me, now }: LineProps) {
  const sentence = item && emergencyWords(item, words, now)
  if (!item || !sentence) return null
  const { emergency, reference } = item
  return (
    <p class={emergency?.kind === 'open' ? 'complaint' : undefined}>
      {sentence}{' '}
      {may(me.roles, 'supervise') && (
        <a href={`/c/${reference}/emergency`}>{words.staff('emergencyLink', { reference })}</a>
      )}
    </p>
  )
}

interface FormProps extends Omit<LineProps, 'item'> {
  readonly item: UnclaimedItem
  /** Of the person, E.164. */
  readonly phone: string
  readonly complaint: string | null
  /** What was written and not accepted. */
  readonly reason: string
}

/** The one place where the number is shown: to be told to 999, and nobody else. */
export const EmergencyForm = ({ item, phone, words, me, now, complaint, reason }: FormProps) => (
  <section aria-labelledby="emergency-title">
    <h2 id="emergency-title">{words.staff('emergencyTitle')}</h2>
    <p class={item.emergency?.kind === 'open' ? 'complaint' : undefined}>{emergencyWords(item, words, now)}</p>
    <p>{words.staff('emergencyMeans')}</p>
    <p>
      <strong>{words.staff('emergencyNumber', { phone })}</strong>
    </p>
    <Complaint id="complaint" why={complaint} />
    <PostForm action={`/c/${item.reference}/emergency`} me={me}>
      <input type="hidden" name="once" value={randomUUID()} />
      <label for="reason">{words.staff('emergencyReason')}</label>
      <p id="reason-about">{words.staff('emergencyReasonAbout')}</p>
      <textarea
        id="reason"
        name="reason"
        rows={3}
        maxLength={REASON_MAX}
        required
        aria-describedby={complaint ? 'complaint reason-about' : 'reason-about'}
      >
        {reason}
      </textarea>
      <div class="choices">
        <button type="submit" name="called" value="yes">
          {words.staff('emergencyYes')}
        </button>
        <button type="submit" name="called" value="no">
          {words.staff('emergencyNo')}
        </button>
      </div>
    </PostForm>
  </section>
)
