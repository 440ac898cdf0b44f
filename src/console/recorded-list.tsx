// What is recorded so far, in order, with who and when: also what a later line has put in another light.
import type { Recorded } from '../conversation/recorded.ts'
import { nameIn } from '../summary/service-name.ts'
import type { Directory } from '../triage/directory/directory.ts'
import type { Words } from '../wording/words.ts'
import { clock } from './clock.ts'
import { cameOfItWords } from './offered.tsx'

interface RecordedProps {
  readonly records: readonly Recorded[]
  readonly directory: Directory
  readonly words: Words
  readonly now: Date
}

export const RecordedList = ({ records, directory, words, now }: RecordedProps) =>
  records.length === 0 ? null : (
    <ul class="lines">
      {records.map((one, index) => (
        <li key={index}>
          <p dir="auto">{lineOf(one, directory, words)}</p>
          <p class="provenance">
            {one.by}, {clock(new Date(one.at), now)}
          </p>
        </li>
      ))}
    </ul>
  )

function lineOf(one: Recorded, directory: Directory, words: Words): string {
  switch (one.kind) {
    case 'service':
      return `${nameIn(one.service, directory)}: ${cameOfItWords(one.cameOfIt, words)}`
    case 'action':
      return `${words.staff(`action-${one.action}`)}: ${one.text}`
    case 'attempt': {
      const result = words.staff(`attempt-${one.result}`)
      return one.text ? `${result}: ${one.text}` : result
    }
    case 'withoutConsent':
      return words.staff('referralWithoutConsent', { reason: one.reason, name: one.approvedBy })
    case 'outcome': {
      const outcome = words.staff('referralOutcome', { outcome: words.staff(`outcome-${one.outcome}`) })
      return one.closedBecause
        ? `${outcome}. ${words.staff('referralClosedReason', { reason: one.closedBecause })}`
        : outcome
    }
  }
}
