// Above everything else on the first page: that somebody left at risk. Whoever works below must not have to look for it.
import { isAtRisk } from '../conversation/unclaimed.ts'
import type { UnclaimedItem } from '../store/unclaimed-list.ts'
import type { Words } from '../wording/words.ts'

/** Where the list stands on the same page. */
export const UNCLAIMED_ID = 'not-in-the-queue'

export const AtRisk = ({ list, words }: { list: readonly UnclaimedItem[]; words: Words }) => {
  const atRisk = list.filter(({ went }) => isAtRisk(went))
  if (atRisk.length === 0) return null
  const unseen = atRisk.filter(item => !item.isLookedAt).length
  const undecided = atRisk.filter(({ emergency }) => emergency?.kind === 'open').length
  return (
    <p class="complaint" role="alert">
      {words.staff('atRiskCount', { left: atRisk.length })} {unseen > 0 && words.staff('atRiskUnseen', { unseen })}{' '}
      {undecided > 0 && words.staff('atRiskUndecided', { undecided })}{' '}
      <a href={`#${UNCLAIMED_ID}`}>{words.staff('atRiskLink')}</a>
    </p>
  )
}
