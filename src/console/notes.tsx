// Private notes: from worker to worker. They are on this page, and in nothing that leaves it.
import { randomUUID } from 'node:crypto'
import type { Note } from '../conversation/recorded.ts'
import { TEXT_MAX } from '../limits.ts'
import type { Listed } from '../store/desk-list.ts'
import type { Words } from '../wording/words.ts'
import { clock } from './clock.ts'
import { Complaint } from './complaint.tsx'
import { mayWrite } from './may-write.ts'
import { PostForm } from './page.tsx'
import type { SignedIn } from './signed-in.ts'
import { Unkept, type Unsent } from './unsent.tsx'

interface NotesProps {
  readonly notes: readonly Note[]
  readonly words: Words
  readonly now: Date
}

export const Notes = ({ notes, words, now }: NotesProps) =>
  notes.length === 0 ? (
    <p class="aid">{words.staff('notesNone')}</p>
  ) : (
    <ul class="lines">
      {notes.map(({ text, by, at }) => (
        <li key={at}>
          <p class="note" dir="auto">
            {text}
          </p>
          <p class="provenance">
            {by}, {clock(new Date(at), now)}
          </p>
        </li>
      ))}
    </ul>
  )

interface NoteFormProps {
  readonly listed: Listed
  readonly words: Words
  readonly me: SignedIn
  readonly unsent: Unsent | null
}

export const NoteForm = ({ listed, words, me, unsent }: NoteFormProps) => {
  if (!mayWrite(listed, me)) return unsent && <Unkept unsent={unsent} label={words.staff('noteWrite')} />
  return (
    <details data-keep="note" open={unsent !== null}>
      <summary>{words.staff('noteTitle')}</summary>
      <PostForm
        action={`/c/${listed.reference}/note`}
        me={me}
        unsaved={words.staff('recordUnsaved')}
        saved={words.staff('recordSaved')}
      >
        <input type="hidden" name="once" value={randomUUID()} />
        <label for="note">{words.staff('noteWrite')}</label>
        <Complaint id="note-unsaved" why={unsent?.why ?? null} />
        <textarea
          id="note"
          name="written"
          rows={3}
          maxLength={TEXT_MAX}
          required
          dir="auto"
          aria-describedby="note-unsaved"
        >
          {unsent?.text}
        </textarea>
        <button type="submit">{words.staff('noteSave')}</button>
      </PostForm>
    </details>
  )
}
