// The life of a handover, as a picture: who waits, who has them, what happens when nobody comes or somebody drops. XState delays
// are never run here: they become rows that survive any process (step.ts).
import { assign, emit, setup } from 'xstate'
import type { HandoverEffect, HandoverEvent, HandoverStart } from '../conversation/handover.ts'
import { byOf, isOwner, type Memory, mayAccept, startOf, without } from './memory.ts'
import type { Timings } from './timings.ts'

// On each state and not on the region around them: a transition that enters a region anew would enter its neighbours anew too.
/** A colleague has accepted: they have said nothing yet. */
const TAKEN_OVER = { ACCEPT: { guard: 'mayAccept', target: 'claimed', reenter: true } } as const
/** The person did something. */
const THERE = {
  HEARD: { target: 'present', reenter: true, actions: 'hear' },
  RETURNED: { target: 'present', reenter: true }
} as const

/** Makes the machine under an operator's timings. */
export function handoverMachine(timings: Timings) {
  const machine = setup({
    types: {
      context: {} as Memory,
      events: {} as Exclude<HandoverEvent, { type: 'TIMER' }>,
      input: {} as HandoverStart,
      emitted: {} as HandoverEffect
    },
    delays: {
      ...timings,
      quiet: ({ context }) => (context.channel === 'sms' ? timings.quietAfterByText : timings.quietAfter)
    },
    guards: {
      isOpen: ({ context }) => context.open,
      isUrgent: ({ context }) => context.urgent,
      isUrgentUnattended: ({ context }) => context.urgent && !context.open,
      becomesUrgent: ({ event }) => event.type === 'HEARD' && event.urgent,
      asks: ({ event }) => event.type === 'HEARD' && event.asks,
      mayCallBack: ({ context }) => context.mayCallBack,
      nowMayCallBack: ({ context, event }) => event.type === 'HEARD' && event.mayCallBack && !context.mayCallBack,
      isOwner: ({ context, event }) => isOwner(context, byOf(event)),
      mayAccept: ({ context, event }) => mayAccept(context, byOf(event)),
      mayOffer: ({ context, event }) =>
        event.type === 'TRANSFER' && isOwner(context, event.by) && event.to?.id !== event.by.id,
      isNewHelper: ({ context, event }) =>
        !isOwner(context, byOf(event)) && !context.helpers.some(({ id }) => id === byOf(event)?.id),
      isHelper: ({ context, event }) => context.helpers.some(({ id }) => id === byOf(event)?.id)
    },
    actions: {
      hear: assign(({ context, event }) =>
        event.type === 'HEARD' ? { urgent: context.urgent || event.urgent, mayCallBack: event.mayCallBack } : {}
      ),
      opens: assign({ open: true }),
      closes: assign({ open: false }),
      toFront: assign({ front: true }),
      claim: assign(({ event }) => ({ worker: byOf(event), front: false })),
      offer: assign(({ event }) => ({ isOffered: true, offeredTo: event.type === 'TRANSFER' ? event.to : null })),
      withdraw: assign({ isOffered: false, offeredTo: null }),
      handOver: assign(({ context, event }) => ({
        last: context.worker,
        worker: byOf(event),
        isOffered: false,
        offeredTo: null,
        helpers: without(context.helpers, byOf(event))
      })),
      giveBack: assign(({ context }) => ({
        last: context.worker,
        worker: null,
        isOffered: false,
        offeredTo: null,
        helpers: []
      })),
      joinIn: assign(({ context, event }) => {
        const by = byOf(event)
        return by ? { helpers: [...context.helpers, by] } : {}
      }),
      stepOut: assign(({ context, event }) => ({ helpers: without(context.helpers, byOf(event)) })),

      askToWait: emit(({ context }) => ({
        type: 'say',
        message: context.mayCallBack ? 'stillWaitingOrLater' : 'stillWaiting'
      })),
      sayNobodyCame: emit(({ context }) => ({
        type: 'say',
        message: context.mayCallBack ? 'nobodyCameOrLater' : 'nobodyCame'
      })),
      offerLater: emit({ type: 'say', message: 'laterOffer' }),
      sayWhoIsThere: emit({ type: 'sayWhoIsThere' }),
      sayLater: emit({ type: 'say', message: 'callBackAgreed' }),
      sayWorkerGone: emit(({ context }) => ({ type: 'say', message: 'workerAway', name: context.worker?.name ?? '' })),
      sayWorkerBack: emit(({ context }) => ({ type: 'say', message: 'workerBack', name: context.worker?.name ?? '' })),
      sayWorkerLost: emit(({ context }) => ({ type: 'say', message: 'workerLost', name: context.worker?.name ?? '' })),
      sayTransferred: emit(({ context }) => ({
        type: 'say',
        message: 'transferred',
        name: context.worker?.name ?? '',
        other: context.last?.name ?? ''
      })),
      sayJoinedIn: emit(({ event }) => ({ type: 'say', message: 'supervisorJoined', name: byOf(event)?.name ?? '' })),
      saySteppedOut: emit(({ event }) => ({ type: 'say', message: 'supervisorLeft', name: byOf(event)?.name ?? '' })),
      noteUnseen: emit({ type: 'notice', notice: 'urgent.unacknowledged' }),
      noteLost: emit({ type: 'notice', notice: 'worker.lost' })
    }
  })
  return machine.createMachine({
    id: 'handover',
    context: ({ input }) => startOf(input),
    initial: 'requested',
    states: {
      requested: { always: 'waiting' },
      waiting: {
        type: 'parallel',
        on: {
          CLAIM: { target: 'live', actions: 'claim' },
          RETURNED: { actions: 'toFront' },
          LEFT: 'left'
        },
        states: {
          place: {
            initial: 'deciding',
            states: {
              deciding: { always: [{ guard: 'isOpen', target: 'queued' }, { target: 'outOfHours' }] },
              queued: {
                after: { offerAfter: 'offered' },
                on: { DESK_CLOSED: { target: 'outOfHours', actions: ['closes', 'sayWhoIsThere'] } }
              },
              offered: {
                entry: 'askToWait',
                after: { fallbackAfter: 'fallback' },
                on: {
                  STAY: 'queued',
                  CALL_BACK: { guard: 'mayCallBack', target: 'callBack' },
                  DESK_CLOSED: { target: 'outOfHours', actions: ['closes', 'sayWhoIsThere'] }
                }
              },
              fallback: {
                entry: 'sayNobodyCame',
                on: {
                  STAY: 'queued',
                  CALL_BACK: { guard: 'mayCallBack', target: 'callBack' },
                  DESK_CLOSED: { target: 'outOfHours', actions: ['closes', 'sayWhoIsThere'] }
                }
              },
              outOfHours: {
                on: {
                  DESK_OPENED: { target: 'queued', actions: ['opens', 'sayWhoIsThere'] },
                  CALL_BACK: { guard: 'mayCallBack', target: 'callBack' },
                  HEARD: { guard: 'nowMayCallBack', actions: ['hear', 'offerLater'] }
                }
              },
              callBack: {
                entry: 'sayLater',
                on: {
                  HEARD: { guard: 'asks', target: 'deciding', actions: 'hear' },
                  STAY: 'deciding',
                  DESK_OPENED: { actions: 'opens' },
                  DESK_CLOSED: { actions: 'closes' },
                  CALLED_BACK: '#handover.closed',
                  CALL_BACK_ENDED: '#handover.closed'
                }
              }
            }
          },
          alert: {
            initial: 'deciding',
            on: { HEARD: { actions: 'hear' } },
            states: {
              deciding: {
                always: [
                  { guard: 'isUrgentUnattended', target: 'onCall' },
                  { guard: 'isUrgent', target: 'ringing' },
                  { target: 'none' }
                ]
              },
              none: { on: { HEARD: { guard: 'becomesUrgent', target: 'deciding', actions: 'hear' } } },
              ringing: { after: { supervisorAfter: 'supervisor' }, on: { SEEN: 'seen' } },
              supervisor: { entry: 'noteUnseen', after: { onCallAfter: 'onCall' }, on: { SEEN: 'seen' } },
              onCall: { entry: 'noteUnseen', on: { SEEN: 'seen' } },
              // Seen is not taken: whoever said so has as long again, and then it rings once more.
              seen: { after: { supervisorAfter: 'supervisor' } }
            }
          }
        }
      },
      live: {
        type: 'parallel',
        on: {
          // Given back on purpose: their band says where they stand, and they lose no time they have waited.
          RELEASE: { guard: 'isOwner', target: 'waiting', actions: 'giveBack' },
          CLOSE: { guard: 'isOwner', target: 'wrapUp', actions: 'withdraw' },
          SUPERVISOR_JOINS: { guard: 'isNewHelper', actions: ['joinIn', 'sayJoinedIn'] },
          SUPERVISOR_LEAVES: { guard: 'isHelper', actions: ['stepOut', 'saySteppedOut'] },
          DESK_OPENED: { actions: 'opens' },
          DESK_CLOSED: { actions: 'closes' },
          LEFT: { target: 'left', actions: 'withdraw' }
        },
        states: {
          worker: {
            initial: 'claimed',
            states: {
              claimed: {
                after: { firstWordsWithin: 'silent' },
                on: { ...TAKEN_OVER, SPOKE: { guard: 'isOwner', target: 'connected' }, WORKER_GONE: 'grace' }
              },
              silent: { on: { ...TAKEN_OVER, SPOKE: { guard: 'isOwner', target: 'connected' }, WORKER_GONE: 'grace' } },
              connected: { on: { ...TAKEN_OVER, WORKER_GONE: 'grace' } },
              grace: {
                entry: 'sayWorkerGone',
                after: {
                  workerGrace: {
                    target: '#handover.waiting',
                    actions: ['sayWorkerLost', 'noteLost', 'giveBack', 'toFront']
                  }
                },
                on: {
                  ...TAKEN_OVER,
                  WORKER_BACK: { target: 'connected', actions: 'sayWorkerBack' },
                  SPOKE: { guard: 'isOwner', target: 'connected' }
                }
              }
            }
          },
          person: {
            initial: 'present',
            states: {
              present: { after: { quiet: 'quiet' }, on: THERE },
              quiet: { after: { awayAfter: 'away' }, on: THERE },
              away: { on: THERE }
            }
          },
          transfer: {
            initial: 'none',
            states: {
              none: { on: { TRANSFER: { guard: 'mayOffer', target: 'pending', actions: 'offer' } } },
              pending: {
                after: { transferWithin: { target: 'none', actions: 'withdraw' } },
                on: {
                  ACCEPT: { guard: 'mayAccept', target: 'none', actions: ['handOver', 'sayTransferred'] },
                  DECLINE: { guard: 'mayAccept', target: 'none', actions: 'withdraw' },
                  CANCEL: { guard: 'isOwner', target: 'none', actions: 'withdraw' }
                }
              }
            }
          }
        }
      },
      wrapUp: { after: { wrapUp: 'closed' }, on: { RECORDED: { guard: 'isOwner', target: 'closed' } } },
      closed: { on: { PURGE: 'purged' } },
      left: { on: { PURGE: 'purged' } },
      purged: { type: 'final' }
    }
  })
}

export type HandoverMachine = ReturnType<typeof handoverMachine>
