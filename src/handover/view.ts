// A handover at a glance, from the state of its machine.
import type { Alert, HandoverView, Presence, Stage } from '../conversation/handover.ts'
import type { Memory } from './memory.ts'

/** The value of the machine where several things go on at once. */
interface Parts {
  readonly waiting?: { readonly place: Stage; readonly alert: Alert }
  readonly live?: {
    readonly worker: 'claimed' | 'silent' | 'connected' | 'grace'
    readonly person: Presence
    readonly transfer: 'none' | 'pending'
  }
}

function stageOf(value: unknown): Stage {
  if (typeof value === 'string') return value as Stage
  const { waiting, live } = value as Parts
  if (waiting) return waiting.place
  return live?.worker === 'connected' || !live ? 'live' : live.worker
}

export function viewOf(value: unknown, memory: Memory): HandoverView {
  const { waiting, live } = typeof value === 'string' ? ({} as Parts) : (value as Parts)
  const { worker, last, helpers, front, open, mayCallBack, isOffered, offeredTo } = memory
  return {
    stage: stageOf(value),
    alert: waiting?.alert ?? 'none',
    presence: live?.person ?? 'present',
    worker,
    last,
    transfer: isOffered ? { to: offeredTo } : null,
    helpers,
    front,
    open,
    mayCallBack
  }
}
