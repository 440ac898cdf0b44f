// Where a handover stands, in a line of the list: what somebody at the desk has to know before they open anything.
import type { Listed } from '../store/desk-list.ts'
import type { Words } from '../wording/words.ts'
import { Act } from './act.tsx'
import type { SignedIn } from './signed-in.ts'

interface Props {
  readonly item: Listed
  readonly words: Words
  readonly me: SignedIn
}

export const Standing = ({ item, words, me }: Props) => {
  const { stage, alert, front, presence, last } = item.handover
  return (
    <div class="standing">
      {alert !== 'none' && <p class="complaint">{words.staff(`alert-${alert}`)}</p>}
      {alert !== 'none' && alert !== 'seen' && (
        <Act
          action={`/c/${item.reference}/seen`}
          me={me}
          label={words.staff('saySeen', { reference: item.reference })}
        />
      )}
      {item.unasked && <p class="complaint">{words.staff('unasked')}</p>}
      {front && <p>{last ? words.staff('frontAfter', { name: last.name }) : words.staff('frontBack')}</p>}
      {(stage === 'offered' ||
        stage === 'fallback' ||
        stage === 'outOfHours' ||
        stage === 'silent' ||
        stage === 'grace') && <p>{words.staff(`stage-${stage}`)}</p>}
      {presence !== 'present' && <p>{words.staff(`presence-${presence}`)}</p>}
    </div>
  )
}
