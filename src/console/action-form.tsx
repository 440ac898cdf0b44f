// One small form for what a worker did that the summary has a place for.
import { randomUUID } from 'node:crypto'
import { ACTIONS } from '../conversation/recorded.ts'
import { TEXT_MAX } from '../limits.ts'
import type { Listed } from '../store/desk-list.ts'
import type { Words } from '../wording/words.ts'
import { Complaint } from './complaint.tsx'
import { mayWrite } from './may-write.ts'
import { PostForm } from './page.tsx'
import type { SignedIn } from './signed-in.ts'
import { Unkept, type Unsent } from './unsent.tsx'

/** As the form names them: what is shared without agreement needs one field more. */
export const RECORDABLE = [...ACTIONS, 'withoutConsent'] as const

interface ActionFormProps {
  readonly listed: Listed
  readonly words: Words
  readonly me: SignedIn
  readonly unsent: Unsent | null
}

export const ActionForm = ({ listed, words, me, unsent }: ActionFormProps) => {
  if (!mayWrite(listed, me)) return unsent && <Unkept unsent={unsent} label={words.staff('actionText')} />
  return (
    <details data-keep="action" open={unsent !== null}>
      <summary>{words.staff('actionTitle')}</summary>
      <PostForm
        action={`/c/${listed.reference}/action`}
        me={me}
        unsaved={words.staff('recordUnsaved')}
        saved={words.staff('recordSaved')}
      >
        <input type="hidden" name="once" value={randomUUID()} />
        <label for="action-kind">{words.staff('actionKind')}</label>
        {/* Never `action`: a field of that name hides the address of its form from the script. */}
        <select id="action-kind" name="kind">
          {RECORDABLE.map(action => (
            <option key={action} value={action}>
              {words.staff(`action-${action}`)}
            </option>
          ))}
        </select>
        <label for="action-text">{words.staff('actionText')}</label>
        <Complaint id="action-unsaved" why={unsent?.why ?? null} />
        <textarea
          id="action-text"
          name="written"
          rows={2}
          maxLength={TEXT_MAX}
          dir="auto"
          required
          aria-describedby="action-unsaved"
        >
          {unsent?.text}
        </textarea>
        <label for="approved-by">{words.staff('actionApprovedBy')}</label>
        <input id="approved-by" name="approvedBy" maxLength={TEXT_MAX} />
        <button type="submit">{words.staff('recordSave')}</button>
      </PostForm>
    </details>
  )
}
