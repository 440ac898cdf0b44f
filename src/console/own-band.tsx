// A worker's own band, with the reason the next worker has to understand. Only for the worker who has the conversation.

import { randomUUID } from 'node:crypto'
import { TEXT_MAX } from '../limits.ts'
import type { Listed } from '../store/desk-list.ts'
import { WORKER_BANDS } from '../triage/worker-band.ts'
import type { Words } from '../wording/words.ts'
import { Complaint } from './complaint.tsx'
import { PostForm } from './page.tsx'
import type { SignedIn } from './signed-in.ts'
import { Unkept, type Unsent } from './unsent.tsx'

interface OwnBandProps {
  readonly listed: Listed
  readonly words: Words
  readonly me: SignedIn
  readonly unsent: Unsent | null
}

export const OwnBand = ({ listed, words, me, unsent }: OwnBandProps) => {
  const isTheirs = listed.status === 'open' && listed.worker?.id === me.staffId
  if (!isTheirs) return unsent && <Unkept unsent={unsent} label={words.staff('bandReason')} />
  return (
    <details data-keep="own-band" open={unsent !== null}>
      <summary>{words.staff('bandTitle')}</summary>
      <PostForm action={`/c/${listed.reference}/band`} me={me} unsaved={words.staff('bandUnsaved')}>
        <input type="hidden" name="once" value={randomUUID()} />
        <fieldset>
          <legend>{words.staff('bandChoose')}</legend>
          {WORKER_BANDS.map(band => (
            <label key={band}>
              <input type="radio" name="band" value={band} required /> {words.staff(`referralBand-${band}`)}
            </label>
          ))}
        </fieldset>
        <label for="reason">{words.staff('bandReason')}</label>
        <Complaint id="band-unset" why={unsent?.why ?? null} />
        <textarea
          id="reason"
          name="reason"
          rows={2}
          maxLength={TEXT_MAX}
          required
          dir="auto"
          aria-describedby="band-unset"
        >
          {unsent?.text}
        </textarea>
        <button type="submit">{words.staff('bandSet')}</button>
      </PostForm>
    </details>
  )
}
