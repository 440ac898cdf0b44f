// What came of a try to contact somebody. Where they were reached, what came of the contact is asked in the same form.
import { randomUUID } from 'node:crypto'
import { ATTEMPTS, OUTCOMES } from '../conversation/recorded.ts'
import { TEXT_MAX } from '../limits.ts'
import type { Words } from '../wording/words.ts'
import type { CallBack } from './call-backs.ts'
import { Complaint } from './complaint.tsx'
import { PostForm } from './page.tsx'
import type { SignedIn } from './signed-in.ts'
import type { Unsent } from './unsent.tsx'

interface AttemptProps {
  readonly callBack: CallBack
  readonly words: Words
  readonly me: SignedIn
  readonly unsent: Unsent | null
}

export const AttemptForm = ({ callBack: { listed, permission }, words, me, unsent }: AttemptProps) => {
  const mayLeaveVoicemail = permission !== null && permission.voicemail !== 'no'
  const results = ATTEMPTS.filter(result => result !== 'voicemail' || mayLeaveVoicemail)
  return (
    <PostForm action={`/c/${listed.reference}/attempt`} me={me}>
      <h3>{words.staff('attemptTitle')}</h3>
      <input type="hidden" name="once" value={randomUUID()} />
      <Complaint id="attempt-unsaved" why={unsent?.why ?? null} />
      <fieldset aria-describedby="attempt-unsaved attempt-stops">
        <legend>{words.staff('attemptChoose')}</legend>
        {results.map(result => (
          <label key={result}>
            <input type="radio" name="result" value={result} required /> {words.staff(`attempt-${result}`)}
          </label>
        ))}
      </fieldset>
      <p class="aid" id="attempt-stops">
        {words.staff('attemptStops')}
      </p>
      <label for="attempt-note">{words.staff('attemptNote')}</label>
      <textarea
        id="attempt-note"
        name="written"
        rows={2}
        maxLength={TEXT_MAX}
        dir="auto"
        aria-describedby="attempt-unsaved"
      >
        {unsent?.text}
      </textarea>
      <fieldset>
        <legend>{words.staff('attemptOutcome')}</legend>
        {OUTCOMES.map(outcome => (
          <label key={outcome}>
            <input type="radio" name="outcome" value={outcome} /> {words.staff(`outcome-${outcome}`)}
          </label>
        ))}
        <label for="attempt-because">{words.staff('closingBecause')}</label>
        <input id="attempt-because" name="because" maxLength={TEXT_MAX} />
      </fieldset>
      <button type="submit" class="main">
        {words.staff('recordSave')}
      </button>
    </PostForm>
  )
}
