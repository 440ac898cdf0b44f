// Who may be the partner of this person: by reference alone, so that nobody reads the one side beside the other.
import { may } from '../staff/roles.ts'
import type { Listed } from '../store/desk-list.ts'
import type { Words } from '../wording/words.ts'
import { PostForm } from './page.tsx'
import type { SignedIn } from './signed-in.ts'

interface Props {
  readonly listed: Listed
  /** References of those linked so far. */
  readonly partners: readonly string[]
  /** This worker has or had the other one, and still has this one. */
  readonly isBoth: boolean
  readonly words: Words
  readonly me: SignedIn
}

export const Partners = ({ listed: { reference }, partners, isBoth, words, me }: Props) => (
  <>
    {isBoth && <p class="complaint">{words.staff('partnerBoth')}</p>}
    <details data-keep="partners">
      <summary>{words.staff('partnerTitle')}</summary>
      <p>{words.staff('partnerMeans')}</p>
      {partners.map(partner => (
        <div class="choices" key={partner}>
          <p>{words.staff('partnerLinked', { reference: partner })}</p>
          {may(me.roles, 'supervise') && (
            <PostForm action={`/c/${reference}/not-partner`} me={me}>
              <input type="hidden" name="partner" value={partner} />
              <button type="submit">{words.staff('partnerMistake', { reference: partner })}</button>
            </PostForm>
          )}
        </div>
      ))}
      <PostForm action={`/c/${reference}/partner`} me={me}>
        <label for="partner">{words.staff('partnerReference')}</label>
        <input type="text" id="partner" name="partner" required maxLength={20} autocapitalize="characters" />
        <button type="submit">{words.staff('partnerSay')}</button>
      </PostForm>
    </details>
  </>
)
