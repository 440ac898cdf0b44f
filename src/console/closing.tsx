// Ending a conversation: what came of it is asked in the same form. After the person left, only that is asked.
import { randomUUID } from 'node:crypto'
import { OUTCOMES } from '../conversation/recorded.ts'
import { TEXT_MAX } from '../limits.ts'
import type { Listed } from '../store/desk-list.ts'
import type { Needs } from '../summary/needs-schema.ts'
import type { Words } from '../wording/words.ts'
import { Complaint } from './complaint.tsx'
import { mayWrite } from './may-write.ts'
import { Offered } from './offered.tsx'
import { PostForm } from './page.tsx'
import type { SignedIn } from './signed-in.ts'
import { Unkept, type Unsent } from './unsent.tsx'

interface ClosingProps {
  readonly listed: Listed
  readonly matches: Needs['matches']
  readonly words: Words
  readonly me: SignedIn
  readonly unsent: Unsent | null
}

export const Closing = ({ listed, matches, words, me, unsent }: ClosingProps) => {
  if (!mayWrite(listed, me)) return unsent && <Unkept unsent={unsent} label={words.staff('closingDone')} />
  const isOpen = listed.status === 'open'
  return (
    <details data-keep="closing" open={unsent !== null}>
      <summary>{words.staff(isOpen ? 'closeConversation' : 'outcomeTitle')}</summary>
      <p>{words.staff(isOpen ? 'closeMeans' : 'outcomeMeans')}</p>
      <PostForm action={`/c/${listed.reference}/${isOpen ? 'close' : 'outcome'}`} me={me}>
        <input type="hidden" name="once" value={randomUUID()} />
        <Complaint id="closing-undone" why={unsent?.why ?? null} />
        <fieldset aria-describedby="closing-undone">
          <legend>{words.staff('outcomeChoose')}</legend>
          {OUTCOMES.map(outcome => (
            <label key={outcome}>
              <input type="radio" name="outcome" value={outcome} required /> {words.staff(`outcome-${outcome}`)}
            </label>
          ))}
        </fieldset>
        <Offered within="closing" matches={matches} words={words} />
        <label for="closing-done">{words.staff('closingDone')}</label>
        <textarea
          id="closing-done"
          name="written"
          rows={2}
          maxLength={TEXT_MAX}
          dir="auto"
          aria-describedby="closing-undone"
        >
          {unsent?.text}
        </textarea>
        <label for="closed-because">{words.staff('closingBecause')}</label>
        <input id="closed-because" name="because" maxLength={TEXT_MAX} />
        <button type="submit">{words.staff(isOpen ? 'closeNow' : 'outcomeSave')}</button>
      </PostForm>
    </details>
  )
}
