// Asking a colleague to take over, answering, joining in: what can be done with a conversation besides talking in it.
import { randomUUID } from 'node:crypto'
import type { Colleague } from '../conversation/handover.ts'
import type { Listed } from '../store/desk-list.ts'
import type { Words } from '../wording/words.ts'
import { Act } from './act.tsx'
import { PostForm } from './page.tsx'
import { roleIn } from './role-in.ts'
import type { SignedIn } from './signed-in.ts'

interface Props {
  readonly listed: Listed
  readonly words: Words
  readonly me: SignedIn
  /** Workers on duty now. */
  readonly colleagues: readonly Colleague[]
}

export const HandingOn = (props: Props) => {
  const { listed, words, me } = props
  const address = `/c/${listed.reference}`
  switch (roleIn(listed, me)) {
    case 'owner':
      return listed.handover.transfer ? <Asked {...props} /> : <Ask {...props} />
    case 'asked':
      return (
        <div class="choices">
          <p>{words.staff('takeOverAsked', { name: listed.worker?.name ?? '' })}</p>
          <Act action={`${address}/accept`} me={me} label={words.staff('takeOverYes')} main />
          <Act action={`${address}/decline`} me={me} label={words.staff('takeOverNo')} />
        </div>
      )
    case 'helper':
      return (
        <div class="choices">
          <p>{words.staff('joinedIn', { name: listed.worker?.name ?? '' })}</p>
          <Act action={`${address}/step-out`} me={me} label={words.staff('stepOut')} />
        </div>
      )
    case 'reader':
      return (
        <div class="choices">
          <p>{words.staff('readingOnly', { name: listed.worker?.name ?? '' })}</p>
          <Act action={`${address}/join-in`} me={me} label={words.staff('joinIn')} />
        </div>
      )
    default:
      return null
  }
}

/** Asked, and not answered yet: it is still theirs. */
const Asked = ({ listed, words, me }: Props) => (
  <div class="choices">
    <p>{words.staff('takeOverPending', { name: listed.handover.transfer?.to?.name ?? words.staff('anybodyFree') })}</p>
    <Act action={`/c/${listed.reference}/cancel`} me={me} label={words.staff('takeOverCancel')} />
  </div>
)

const Ask = ({ listed, words, me, colleagues }: Props) => (
  <details data-keep="take-over">
    <summary>{words.staff('takeOverAsk')}</summary>
    <p>{words.staff('takeOverMeans')}</p>
    <PostForm action={`/c/${listed.reference}/transfer`} me={me}>
      <input type="hidden" name="once" value={randomUUID()} />
      <label for="to">{words.staff('takeOverWhom')}</label>
      <select id="to" name="to">
        <option value="">{words.staff('anybodyFree')}</option>
        {colleagues
          .filter(({ id }) => id !== me.staffId)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
      <button type="submit">{words.staff('takeOverSend')}</button>
    </PostForm>
  </details>
)
