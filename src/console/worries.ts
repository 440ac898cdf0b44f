// What a supervisor has to look at first: the one place that says which conversations those are, and why.
import type { Listed } from '../store/desk-list.ts'
import type { StaffKey } from '../wording/keys.ts'

export interface Worry {
  readonly item: Listed
  readonly why: readonly StaffKey[]
}

function whyOf({ handover, worker, requestedAt }: Listed, starvedBefore: number): StaffKey[] {
  const { alert, stage, front, last } = handover
  const why: StaffKey[] = []
  // Seen, and still nobody has it: that is a worry too.
  if (alert !== 'none') why.push(`alert-${alert}`)
  if (stage === 'grace' || (worker && !worker.here)) why.push('stage-grace')
  if (stage === 'silent') why.push('stage-silent')
  if (!worker && front && last) why.push('worryLost')
  const isHere = stage === 'queued' || stage === 'offered' || stage === 'fallback'
  if (isHere && requestedAt.getTime() <= starvedBefore) why.push('worryLong')
  return why
}

/** In the order they come in, which is the order of the queue. `starvedAfter`: in ms (src/handover/timings.ts). */
export const worriesIn = (list: readonly Listed[], starvedAfter: number, now: Date): Worry[] =>
  list.map(item => ({ item, why: whyOf(item, now.getTime() - starvedAfter) })).filter(({ why }) => why.length > 0)
