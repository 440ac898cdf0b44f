// What a worker can do with an open conversation: take it, write, give it back.
import { randomUUID } from 'node:crypto'
import { TEXT_MAX } from '../limits.ts'
import type { Listed } from '../store/desk-list.ts'
import type { Words } from '../wording/words.ts'
import { clock } from './clock.ts'
import { PostForm } from './page.tsx'
import { Act } from './queue.tsx'
import type { SignedIn } from './signed-in.ts'
import { TextsCount } from './texts-count.tsx'
import { Unkept, type Unsent } from './unsent.tsx'

interface ActionsProps {
  readonly listed: Listed
  readonly words: Words
  readonly me: SignedIn
  readonly now: Date
  readonly unsent: Unsent | null
}

export const Actions = ({ listed, words, me, now, unsent }: ActionsProps) => {
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
  return (
    <div class="actions">
      <PostForm action={`${address}/say`} me={me} class="composer" unsaved={words.staff('refusedUnsaved')}>
        <input type="hidden" name="once" value={randomUUID()} />
        <label for="text">{words.staff('writeMessage')}</label>
        <p class="complaint" role="alert" id="unsent" hidden={!unsent}>
          {unsent?.why}
        </p>
        <textarea
          id="text"
          name="text"
          rows={3}
          maxLength={TEXT_MAX}
          required
          dir="auto"
          aria-describedby={isByText ? 'unsent texts' : 'unsent'}
        >
          {unsent?.text}
        </textarea>
        <div class="choices">
          <button type="submit" class="main">
            {words.staff('send')}
          </button>
          {isByText && <TextsCount words={words} />}
        </div>
      </PostForm>
      <Act action={`${address}/release`} me={me} label={words.staff('giveBack')} />
    </div>
  )
}
