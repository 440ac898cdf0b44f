// From what workers wrote down, line by line, to what of it counts now.
import type { Reading } from '../conversation/ports.ts'
import type { Recorded } from '../conversation/recorded.ts'
import type { Decision, WorkerRecord } from './worker-record.ts'

type Of<K extends Recorded['kind']> = Extract<Recorded, { kind: K }>

/** One decision for each service, the last one; what was taken back is none. */
function decisionsIn(records: readonly Recorded[]): Decision[] {
  const last = new Map<string, Of<'service'>>()
  for (const one of records) {
    if (one.kind !== 'service') continue
    // Taken out first: a map keeps the place of what it knew, and the order is that of the last words.
    last.delete(one.service)
    last.set(one.service, one)
  }
  return [...last.values()].flatMap(({ service, cameOfIt, by, at }): Decision[] => {
    if (cameOfIt === 'notSpokenOf') return []
    const isAccepted = cameOfIt === 'accepted'
    return [{ service, accepted: isAccepted, reason: isAccepted ? null : cameOfIt, by, at }]
  })
}

/** What the worker's record says. Where there is room for one only, the last counts, and those before stay among the actions. */
export function workerRecordOf({ workerBands, records }: Pick<Reading, 'workerBands' | 'records'>): WorkerRecord {
  const safeguarding = records.findLast(one => one.kind === 'action' && one.action === 'safeguarding') as
    | Of<'action'>
    | undefined
  const unagreed = records.findLast(one => one.kind === 'withoutConsent')
  const withdrawn = records.findLast(one => one.kind === 'action' && one.action === 'withdrawn')
  const ended = records.findLast(one => one.kind === 'outcome')
  const shared: string[] = []
  const actions: string[] = []
  for (const one of records) {
    if (one.kind === 'withoutConsent' && one !== unagreed) actions.push(`${one.reason} (${one.approvedBy})`)
    if (one.kind !== 'action' || one === safeguarding || one.text === '') continue
    if (one.action === 'shared') shared.push(one.text)
    else actions.push(one.text)
  }
  return {
    bands: workerBands,
    decisions: decisionsIn(records),
    safeguarding: safeguarding ? { action: safeguarding.text, by: safeguarding.by, at: safeguarding.at } : null,
    sharedWith: shared,
    withdrawnAt: withdrawn?.at ?? null,
    withoutConsent: unagreed ? { reason: unagreed.reason, approvedBy: unagreed.approvedBy } : null,
    verifiedByCallBack: records.some(one => one.kind === 'action' && one.action === 'calledBack'),
    actions,
    outcome: ended?.outcome ?? null,
    closedReason: ended?.closedBecause ?? null
  }
}
