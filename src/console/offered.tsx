// What was offered, and what came of it: one choice for each service the summary matched.
import { randomUUID } from 'node:crypto'
import { CAME_OF_IT, type CameOfIt } from '../conversation/recorded.ts'
import type { Listed } from '../store/desk-list.ts'
import type { Needs } from '../summary/needs-schema.ts'
import type { Words } from '../wording/words.ts'
import { Complaint } from './complaint.tsx'
import { mayWrite } from './may-write.ts'
import { PostForm } from './page.tsx'
import type { SignedIn } from './signed-in.ts'
import type { Unsent } from './unsent.tsx'

type Match = Needs['matches'][number]

/** How a choice is called in a form; beside it, what it was when the form was made. */
export const SERVICE = 'service:'
export const WAS = 'was:'

/** What came of a service, in words. */
export function cameOfItWords(cameOfIt: CameOfIt, words: Words): string {
  if (cameOfIt === 'notSpokenOf' || cameOfIt === 'accepted') return words.staff(`cameOfIt-${cameOfIt}`)
  return words.staff('cameOfIt-declined', { why: words.staff(`referralBecause-${cameOfIt}`) })
}

const stands = ({ decision }: Match): CameOfIt => {
  if (!decision) return 'notSpokenOf'
  return decision.accepted ? 'accepted' : (decision.reason ?? 'other')
}

interface OfferedProps {
  /** Tells the same choice in two forms of a page apart. */
  readonly within: 'live' | 'closing'
  readonly matches: readonly Match[]
  readonly words: Words
}

export const Offered = ({ within, matches, words }: OfferedProps) =>
  matches.length === 0 ? null : (
    <fieldset>
      <legend>{words.staff('offeredChoose')}</legend>
      {matches.map(match => {
        const id = `${within}-${match.service}`
        return (
          <div key={match.service} class="offer">
            <label for={id}>{match.name}</label>
            <input type="hidden" name={`${WAS}${match.service}`} value={stands(match)} />
            <select id={id} name={`${SERVICE}${match.service}`}>
              {CAME_OF_IT.map(came => (
                <option key={came} value={came} selected={came === stands(match)}>
                  {cameOfItWords(came, words)}
                </option>
              ))}
            </select>
          </div>
        )
      })}
    </fieldset>
  )

interface OfferedFormProps {
  readonly listed: Listed
  readonly matches: readonly Match[]
  readonly words: Words
  readonly me: SignedIn
  readonly unsent: Unsent | null
}

export const OfferedForm = ({ listed, matches, words, me, unsent }: OfferedFormProps) => {
  if (!mayWrite(listed, me)) return null
  return (
    <details data-keep="offered" open={unsent !== null}>
      <summary>{words.staff('offeredTitle')}</summary>
      {matches.length === 0 ? (
        <p>{words.staff('offeredNone')}</p>
      ) : (
        <PostForm
          action={`/c/${listed.reference}/offered`}
          me={me}
          unsaved={words.staff('recordUnsaved')}
          saved={words.staff('recordSaved')}
        >
          <input type="hidden" name="once" value={randomUUID()} />
          <Complaint id="offered-unsaved" why={unsent?.why ?? null} />
          <Offered within="live" matches={matches} words={words} />
          <button type="submit">{words.staff('recordSave')}</button>
        </PostForm>
      )}
    </details>
  )
}
