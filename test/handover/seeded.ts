// Faults put into a handover on purpose, each by whoever might make it, and the law that must find it.
import type { HandoverEvent, HandoverState, Handovers, Stepped } from '../../src/conversation/handover.ts'

type Spoil = (step: Handovers['step'], state: HandoverState, event: HandoverEvent, now: Date) => Stepped | null

const spoiling =
  (spoil: Spoil) =>
  (rules: Handovers): Handovers => ({ ...rules, step: (state, event, now) => spoil(rules.step, state, event, now) })

const changed = (stepped: Stepped | null, view: Partial<HandoverState['view']>): Stepped | null =>
  stepped && { ...stepped, state: { ...stepped.state, view: { ...stepped.state.view, ...view } } }

export const FAULTS: readonly { fault: string; law: string; spoil: (rules: Handovers) => Handovers }[] = [
  {
    fault: 'a second claim wins',
    law: 'it was taken from its worker by a claim',
    spoil: spoiling((step, state, event, now) => {
      if (event.type !== 'CLAIM' || !state.view.worker) return step(state, event, now)
      return changed({ state, effects: [] }, { worker: event.by })
    })
  },
  {
    fault: 'a goodbye is said to whoever leaves',
    law: 'a word was made when they left',
    spoil: spoiling((step, state, event, now) => {
      const stepped = step(state, event, now)
      return stepped && event.type === 'LEFT' ? { ...stepped, effects: [{ type: 'say', message: 'closed' }] } : stepped
    })
  },
  {
    fault: 'a transfer counts before it is accepted',
    law: 'it changed hands without being accepted',
    spoil: spoiling((step, state, event, now) => {
      const stepped = step(state, event, now)
      return event.type === 'TRANSFER' && event.to ? changed(stepped, { worker: event.to, transfer: null }) : stepped
    })
  },
  {
    fault: 'clocks go on after a claim',
    law: 'a clock runs in a state that has none',
    spoil: spoiling((step, state, event, now) => {
      const stepped = step(state, event, now)
      return stepped && event.type === 'CLAIM'
        ? { ...stepped, state: { ...stepped.state, due: { ...state.due, ...stepped.state.due } } }
        : stepped
    })
  },
  {
    fault: 'clocks are forgotten when somebody is given back',
    law: 'somebody waits without end',
    spoil: spoiling((step, state, event, now) => {
      const stepped = step(state, event, now)
      return stepped && event.type === 'RELEASE' && stepped.state.view.alert === 'none'
        ? { ...stepped, state: { ...stepped.state, due: {} } }
        : stepped
    })
  },
  {
    fault: 'an urgent one goes on silently after a worker was lost',
    law: 'somebody urgent waits unheard',
    spoil: spoiling((step, state, event, now) => {
      const stepped = step(state, event, now)
      const isLost = event.type === 'TIMER' && event.timer.includes('workerGrace')
      return isLost ? changed(stepped, { alert: 'none' }) : stepped
    })
  },
  {
    fault: 'a call-back is agreed without a safe way',
    law: 'a call-back was agreed without a safe way',
    spoil: spoiling((step, state, event, now) => {
      if (event.type !== 'CALL_BACK' || state.view.stage !== 'offered') return step(state, event, now)
      return step({ ...state, context: { ...(state.context as object), mayCallBack: true } }, event, now)
    })
  },
  {
    fault: 'nobody owns what a worker lost but it counts as live',
    law: 'nobody owns what is live',
    spoil: spoiling((step, state, event, now) => {
      const stepped = step(state, event, now)
      return event.type === 'RELEASE' ? changed(stepped, { stage: 'live' }) : stepped
    })
  }
]
