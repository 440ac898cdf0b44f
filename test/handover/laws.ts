// What holds at every moment of every handover. Said here by hand, not read from the machine.
import type { HandoverState, Stage } from '../../src/conversation/handover.ts'
import type { Moment } from './walk.ts'

const OWNED: readonly Stage[] = ['claimed', 'silent', 'live', 'grace']
const OVER: readonly Stage[] = ['wrapUp', 'closed', 'left', 'purged']

/** The stages in which a clock may run, by the last pieces of its name. */
const CLOCKS: readonly (readonly [name: RegExp, stages: readonly Stage[]])[] = [
  [/offerAfter/, ['queued']],
  [/fallbackAfter/, ['offered']],
  [/supervisorAfter|onCallAfter/, ['queued', 'offered', 'fallback', 'outOfHours', 'callBack']],
  [/firstWordsWithin/, ['claimed']],
  [/workerGrace/, ['grace']],
  [/\.quiet\.|awayAfter/, OWNED],
  [/transferWithin/, OWNED],
  [/wrapUp/, ['wrapUp']]
]

function clocksOutOfPlace({ due, view }: HandoverState): string[] {
  return Object.keys(due).filter(timer => {
    const rule = CLOCKS.find(([name]) => name.test(timer))
    return !rule?.[1].includes(view.stage)
  })
}

/** Every law this moment breaks; none when it is as it should be. */
export function broken({ before, event, state, effects, now }: Moment): string[] {
  const { stage, worker, transfer, helpers } = state.view
  const said = effects.filter(({ type }) => type !== 'notice')
  const wasOver = before !== null && OVER.includes(before.view.stage)
  const isClaimed = before?.view.worker ?? null
  const laws: readonly (readonly [law: string, holds: boolean])[] = [
    ['a word was made after the end', !wasOver || said.length === 0],
    ['a word was made when they left', event?.type !== 'LEFT' || said.length === 0],
    ['whoever left came back to life', before?.view.stage !== 'left' || ['left', 'purged'].includes(stage)],
    ['nobody owns what is live', !OWNED.includes(stage) || worker !== null],
    ['somebody owns what waits', OWNED.includes(stage) || OVER.includes(stage) || worker === null],
    [
      'it was taken from its worker by a claim',
      event?.type !== 'CLAIM' || isClaimed === null || worker?.id === isClaimed.id
    ],
    [
      'it changed hands without being accepted',
      !isClaimed ||
        !worker ||
        worker.id === isClaimed.id ||
        (event?.type === 'ACCEPT' && event.by.id === worker.id && before?.view.transfer !== null)
    ],
    ['the owner is named as a helper too', !helpers.some(({ id }) => id === worker?.id)],
    ['a transfer is open where nobody owns it', transfer === null || OWNED.includes(stage)],
    [
      'somebody is asked to take over from themselves',
      transfer?.to === null || transfer?.to === undefined || transfer.to.id !== worker?.id
    ],
    [
      'a call-back was agreed without a safe way',
      stage !== 'callBack' || before?.view.stage === 'callBack' || before?.view.mayCallBack === true
    ],
    ['a clock runs in a state that has none', clocksOutOfPlace(state).length === 0],
    [
      'a clock was due before now',
      Object.values(state.due).every(due => new Date(due) >= now || due === now.toISOString())
    ],
    ['somebody urgent waits unheard', !isUrgentUnheard(state)],
    [
      'somebody waits without end',
      stage !== 'queued' || Object.keys(state.due).some(timer => timer.includes('offerAfter'))
    ]
  ]
  return laws.filter(([, holds]) => !holds).map(([law]) => law)
}

/** An urgent one that waits rings, has been passed on, or was seen and will ring again. */
function isUrgentUnheard({ view, context, due }: HandoverState): boolean {
  const { urgent } = context as { urgent: boolean }
  if (!urgent || OWNED.includes(view.stage) || OVER.includes(view.stage)) return false
  if (view.alert === 'none') return true
  return view.alert !== 'onCall' && !Object.keys(due).some(timer => /supervisorAfter|onCallAfter/.test(timer))
}
