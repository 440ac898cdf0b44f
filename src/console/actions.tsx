// What a worker can do with an open conversation: take it, write, give it back.

import { randomUUID } from 'node:crypto'
import type { Colleague } from '../conversation/handover.ts'
import { TEXT_MAX } from '../limits.ts'
import type { Listed } from '../store/desk-list.ts'
import type { Words } from '../wording/words.ts'
import { Act } from './act.tsx'
import { clock } from './clock.ts'
import { Complaint } from './complaint.tsx'
import { HandingOn } from './handing-on.tsx'
import { PostForm } from './page.tsx'
import { roleIn } from './role-in.ts'
import type { SignedIn } from './signed-in.ts'
import { TextsCount } from './texts-count.tsx'
import { Unkept, type Unsent } from './unsent.tsx'

interface ActionsProps {
  readonly listed: Listed
  readonly words: Words
  readonly me: SignedIn
  readonly now: Date
  readonly colleagues: readonly Colleague[]
  readonly unsent: Unsent | null
  /** By text, while somebody is near: nothing goes to their phone, and nothing can be written to go later. */
  readonly isLocked: boolean
}

export const Actions = ({ listed, words, me, now, colleagues, unsent, isLocked }: ActionsProps) => {
  const address = `/c/${listed.reference}`
  const isByText = listed.channel === 'sms'
  if (listed.status === 'left') {
    return (
      <div class="actions">
        <p class="complaint">{words.staff('leftByExit', { time: clock(listed.changedAt, now) })}</p>
        {unsent && <Unkept unsent={unsent} label={words.staff('writeMessage')} />}
      </div>
    )
  }
  if (!listed.worker) {
    return (
      <div class="actions">
        <p>{words.staff('takeFirst')}</p>
        <Act
          action={`${address}/take`}
          me={me}
          label={words.staff('takeConversation', { reference: listed.reference })}
          main
        />
        {unsent && <Unkept unsent={unsent} label={words.staff('writeMessage')} />}
      </div>
    )
  }
  const role = roleIn(listed, me)
  const handingOn = <HandingOn listed={listed} words={words} me={me} colleagues={colleagues} />
  if (role !== 'owner' && role !== 'helper') {
    return (
      <div class="actions">
        {handingOn}
        {unsent && <Unkept unsent={unsent} label={words.staff('writeMessage')} />}
      </div>
    )
  }
  return (
    <div class="actions">
      <PostForm action={`${address}/say`} me={me} class="composer" unsaved={words.staff('refusedUnsaved')}>
        <input type="hidden" name="once" value={randomUUID()} />
        <label for="text">{words.staff('writeMessage')}</label>
        <Complaint id="unsent" why={unsent?.why ?? null} />
        {isLocked && (
          <p class="complaint" id="locked">
            {words.staff('boxLocked')}
          </p>
        )}
        <textarea
          id="text"
          name="text"
          rows={3}
          maxLength={TEXT_MAX}
          required
          disabled={isLocked}
          dir="auto"
          aria-describedby={`unsent${isLocked ? ' locked' : ''}${isByText ? ' texts' : ''}`}
        >
          {unsent?.text}
        </textarea>
        <div class="choices">
          <button type="submit" class="main" disabled={isLocked}>
            {words.staff('send')}
          </button>
          {isByText && <TextsCount words={words} />}
        </div>
      </PostForm>
      {handingOn}
      {role === 'owner' && <Act action={`${address}/release`} me={me} label={words.staff('giveBack')} />}
    </div>
  )
}
