// What a flow's machine can ask (guards) and do (actions): the words its states are written in. All thinking is in pure
// functions over the memory; here they only meet the events.
import { assign, enqueueActions, setup } from 'xstate'
import type { Channel } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import { type Condition, holds } from '../questions/condition.ts'
import type { PageId } from '../wording/keys.ts'
import { answerCheck, answerEar, confirmCheck, leaveCheck, sayWhatWasMeant, skipCheck } from './at-checks.ts'
import { gaveUpCheck, heardWords, leaving, missedWords, othersHands, showCrisis } from './at-words.ts'
import { nameOf } from './check.ts'
import type { Effect, FlowEvent } from './events.ts'
import type { Flow } from './flow.ts'
import { changeAnswer, goBack, goOnSafely } from './going-back.ts'
import {
  ANSWERED_MAX,
  dropCheck,
  dueCheck,
  hear,
  isLastAnswered,
  isLost,
  isUnanswered,
  needsPerson,
  saidDanger,
  saidLife
} from './hearing.ts'
import { factsOf, fits, isAtTheDoor, type Memory, marked, record, skipped, takeUp } from './memory.ts'
import { call, type Settled, settle } from './settle.ts'
import { asks, CHECK, WAITING, WORKER } from './states.ts'

/** `step()` adds where somebody stood when they came back: a machine's context does not know its own state. */
type MachineEvent =
  | FlowEvent
  | { type: 'xstate.route'; to: string }
  | { type: 'RETURN'; from: string }
  | (Extract<FlowEvent, { type: 'HANDS' }> & { from: string })
interface AtStep {
  step: string
  question: QuestionId
}
interface Performing {
  assign: (memory: Memory) => void
  emit: (effect: Effect) => void
  raise: (event: MachineEvent) => void
}

const goTo = (step: string): MachineEvent => ({ type: 'xstate.route', to: `#${step}` })

function perform(enqueue: Performing, { memory, effects, to }: Settled): void {
  enqueue.assign(memory)
  for (const effect of effects) enqueue.emit(effect)
  if (to !== undefined) enqueue.raise(goTo(to))
}

/** The guards and actions of one flow, ready for its states. */
export function machineOf(flow: Flow) {
  const isAsked = (memory: Memory, question: QuestionId) => {
    const due = dueCheck(flow, memory)
    return due?.put.kind === 'question' && due.put.question === question
  }
  return setup({
    types: {
      context: {} as Memory,
      events: {} as MachineEvent,
      input: {} as { channel: Channel },
      // Instructions for the world: `transition()` hands them back as data and never runs them.
      emitted: {} as Effect
    },
    guards: {
      answers: ({ event }, at: AtStep) => {
        const question = flow.questions[at.question]
        return event.type === 'ANSWER' && event.question === at.question && !!question && fits(question, event.value)
      },
      asksMore: ({ event }, at: AtStep) =>
        event.type === 'ANSWER' && event.question === at.question && event.value === 'tellMeMore',
      skips: ({ event }, at: AtStep) => event.type === 'SKIP' && event.question === at.question,
      isLate: ({ event, context }) =>
        (event.type === 'ANSWER' || event.type === 'SKIP') && !asks(context.at, event.question),
      isKept: ({ context }, at: AtStep) => context.kept.some(entry => entry.question === at.question),
      isTold: ({ context }, at: AtStep) => context.told.some(entry => entry.question === at.question),
      hasPassed: ({ context }, { step }: { step: string }) => context.passed.includes(step),
      holds: ({ context }, { condition }: { condition: Condition }) => holds(condition, factsOf(context)),
      hasPath: ({ context }) => context.log.length > 0,
      hasPlace: ({ context }) => context.at !== '',
      hasAnswered: ({ context, event }) =>
        event.type === 'CHANGE' && [...context.log, ...context.told].some(entry => entry.question === event.question),
      keepsWords: ({ event }) => event.type === 'HEARD' && event.kept,
      opens: ({ event }, { page }: { page: PageId }) => event.type === 'READ' && event.page === page,
      checkIsDue: ({ context }) => dueCheck(flow, context) !== undefined,
      answersCheck: ({ context, event }) => {
        if (event.type !== 'ANSWER' || !isAsked(context, event.question)) return false
        const question = flow.questions[event.question]
        return question !== undefined && fits(question, event.value)
      },
      /** Asked what they meant, they say it again in other words. */
      saysWhatWasMeant: ({ context, event }) => {
        const put = dueCheck(flow, context)?.put
        if (event.type !== 'ANSWER' || put?.kind !== 'meant' || put.question !== event.question) return false
        const question = flow.questions[event.question]
        return question !== undefined && fits(question, event.value)
      },
      isLost: ({ context }) => isLost(context),
      needsPerson: ({ context }) => needsPerson(context),
      isLastAnswered: ({ context }) => isLastAnswered(context),
      isUnanswered: ({ context }) => isUnanswered(context),
      confirmsEar: ({ context, event }) =>
        event.type === 'CONFIRM' && event.check === 'ear' && dueCheck(flow, context)?.put.kind === 'ear',
      isEar: ({ context }) => dueCheck(flow, context)?.put.kind === 'ear',
      isHands: ({ event }, { who }: { who: 'asks' | 'taken' | 'wantsWords' }) =>
        event.type === 'HANDS' && event.who === who,
      isTakenByText: ({ context, event }) =>
        context.channel === 'sms' && event.type === 'HANDS' && event.who !== 'asks',
      asksOfCheck: ({ context, event }) =>
        (event.type === 'ANSWER' || event.type === 'SKIP') && isAsked(context, event.question),
      isAbout: ({ context, event }, { rail }: { rail?: 'person' | 'leave' }) => {
        const put = dueCheck(flow, context)?.put
        if ((event.type !== 'CONFIRM' && event.type !== 'DENY') || !put || event.check !== nameOf(put)) return false
        return rail === undefined || (put.kind === 'rail' && put.rail === rail)
      },
      isOfReturn: ({ event }) => (event.type === 'ANSWER' || event.type === 'SKIP') && event.question === 'channelOk',
      isAtTheDoor: ({ context }) => isAtTheDoor(context),
      writesAtTheDoor: ({ context, event }) => isAtTheDoor(context) && event.type === 'HEARD' && event.kept,
      isByText: ({ context }) => context.channel === 'sms',
      writesByText: ({ context, event }) => context.channel === 'sms' && event.type === 'HEARD' && event.kept,
      saysNo: ({ event }) => event.type === 'ANSWER' && event.question === 'channelOk' && event.value === 'no',
      saysYes: ({ event }) =>
        event.type === 'ANSWER' && event.question === 'channelOk' && (event.value === 'yes' || event.value === 'unsure')
    },
    actions: {
      arrive: assign((_, { step }: { step: string }) => ({ at: step, aside: '' })),
      finish: assign({ at: '', kept: [] }),
      rest: assign({ aside: '' }),
      pass: assign(({ context }, { step }: { step: string }) => ({ passed: [...context.passed, step] })),
      recordAnswer: enqueueActions(({ context, event, enqueue }, at: AtStep) => {
        if (event.type !== 'ANSWER') return
        perform(enqueue, settle(flow, factsOf(context), record(context, { ...at, value: event.value })))
      }),
      recordSkip: enqueueActions(({ context, enqueue }, at: AtStep) =>
        perform(enqueue, settle(flow, factsOf(context), record(context, skipped(at.step, at.question))))
      ),
      takeKept: enqueueActions(({ context, enqueue }, { step, question }: AtStep) =>
        perform(enqueue, settle(flow, factsOf(context), takeUp(context, context.kept, step, question), true))
      ),
      takeTold: assign(({ context }, { step, question }: AtStep) => takeUp(context, context.told, step, question)),
      /** An answer given anew brings back the pauses that follow it: a second "yes, danger" holds as the first did. */
      holdAgain: assign(({ context }, { pauses }: { pauses: readonly string[] }) => ({
        passed: context.passed.filter(step => !pauses.includes(step))
      })),
      requestHandover: enqueueActions(({ context, enqueue }) => perform(enqueue, call(context, false))),
      requestUrgently: enqueueActions(({ context, enqueue }) => perform(enqueue, call(context, true))),
      saidDanger: assign(({ context, event }) => {
        const said = saidDanger(context)
        return event.type === 'DANGER' && event.helper ? marked(said, 'helperWrites') : said
      }),
      inDanger: assign({ crisis: 'danger' as const }),
      back: enqueueActions(({ context, enqueue }) => {
        const back = goBack(context)
        if (back) perform(enqueue, back)
      }),
      change: enqueueActions(({ context, event, enqueue }) => {
        if (event.type === 'CHANGE') perform(enqueue, changeAnswer(flow, context, event.question))
      }),
      resume: enqueueActions(({ context, enqueue }) => {
        enqueue.raise(goTo(context.at))
      }),

      /** Only remembers: nothing is asked here. */
      hearOnly: assign(({ context, event }) =>
        event.type === 'HEARD' ? hear(context, event.checks, event.notices) : context
      ),
      /** Remembers, and says at once what must not wait in silence; the question comes where it may. */
      hear: enqueueActions(
        ({ context, event, enqueue }, { aside, asks = true }: { aside?: string | undefined; asks?: boolean }) => {
          if (event.type === 'HEARD') perform(enqueue, heardWords(flow, context, event, aside ?? context.aside, asks))
        }
      ),
      missAtCheck: enqueueActions(({ context, enqueue }) => perform(enqueue, missedWords(flow, context, false))),
      miss: enqueueActions(({ context, enqueue }) => perform(enqueue, missedWords(flow, context, true))),
      missSilently: assign(({ context }) => ({ misses: Math.min(context.misses + 1, ANSWERED_MAX) })),
      saysAgain: enqueueActions(({ context, event, enqueue }) => {
        const as = event.type === 'AGAIN' ? event.as : undefined
        perform(enqueue, call(marked(context, as ?? 'saysItAgain'), true))
      }),
      markWho: assign(({ context }) => marked(context, 'askedWhoThisIs')),
      markHurt: assign(({ context }) => marked(context, 'mayHurtSomeone')),
      understood: assign({ misses: 0 }),
      answerTopics: enqueueActions(({ event, enqueue }) => {
        if (event.type === 'ASKS') for (const topic of event.topics) enqueue.emit({ type: 'topic', topic })
      }),
      saidLife: enqueueActions(({ context, event, enqueue }) => {
        if (event.type === 'LIFE') perform(enqueue, call(saidLife(context, event), true))
      }),
      showCrisis: enqueueActions(({ context, enqueue }) => enqueue.emit(showCrisis(context))),
      hush: enqueueActions(({ context, enqueue }) =>
        perform(enqueue, call(marked({ ...context, hushed: true }, 'someoneNear'), true))
      ),
      leave: assign(({ context, event }) => leaving(context, event)),
      othersHands: enqueueActions(({ context, event, enqueue }) => {
        if (event.type === 'HANDS') perform(enqueue, othersHands(context, event.who))
      }),
      withdraw: assign(({ context, event }) =>
        event.type === 'HANDS' ? othersHands(context, event.who).memory : context
      ),
      mayHurt: enqueueActions(({ context, event, enqueue }) => {
        if (event.type !== 'MAY_HURT') return
        const told = marked(context, 'mayHurtSomeone')
        const heard = event.deed ? hear(told, [{ kind: 'audience', audience: 'harmer' }], []) : told
        enqueue.emit({ type: 'say', message: 'mayHurt' })
        perform(enqueue, { memory: heard, effects: [], ...(event.deed && dueCheck(flow, heard) ? { to: CHECK } : {}) })
      }),
      answerCheck: enqueueActions(({ context, event, enqueue }) => {
        const due = dueCheck(flow, context)
        if (event.type === 'ANSWER' && due) perform(enqueue, answerCheck(flow, context, due, event.value))
      }),
      skipCheck: enqueueActions(({ context, enqueue }) => {
        const due = dueCheck(flow, context)
        if (due) perform(enqueue, skipCheck(flow, context, due))
      }),
      confirmCheck: enqueueActions(({ context, enqueue }) => {
        const due = dueCheck(flow, context)
        if (due) perform(enqueue, confirmCheck(flow, context, due))
      }),
      answerEar: enqueueActions(({ context, event, enqueue }) => {
        const due = dueCheck(flow, context)
        if (due && event.type === 'EAR') perform(enqueue, answerEar(flow, context, due, event.said))
        // A bare yes is a yes to both.
        if (due && event.type === 'CONFIRM') perform(enqueue, answerEar(flow, context, due, 'both'))
      }),
      sayWhatWasMeant: enqueueActions(({ context, event, enqueue }) => {
        const due = dueCheck(flow, context)
        if (event.type === 'ANSWER' && due)
          perform(enqueue, sayWhatWasMeant(flow, context, due, event.question, event.value))
      }),
      dropCheck: assign(({ context }) => {
        const due = dueCheck(flow, context)
        return due ? dropCheck(context, due) : context
      }),
      /** A plain no, or the way back: understood. */
      leaveCheck: enqueueActions(({ context, enqueue }) =>
        perform(enqueue, leaveCheck(context, dueCheck(flow, context), 0))
      ),
      /** Words that could not be read, for the second time: set aside, and a person is offered. */
      giveUpCheck: enqueueActions(({ context, enqueue }) => perform(enqueue, gaveUpCheck(flow, context))),

      cameBack: assign(({ context, event }) => ({
        aside: 'from' in event ? event.from : context.aside
      })),
      awaitBeside: assign(({ context }) => ({ aside: context.aside === WORKER ? WORKER : WAITING })),
      standBeside: assign((_, { aside }: { aside: string }) => ({ aside })),
      goOnSafely: enqueueActions(({ context, event, enqueue }) => {
        if (event.type !== 'ANSWER') return
        const on = goOnSafely(context, event.value)
        if (on) return perform(enqueue, on)
        enqueue.raise(goTo(context.at))
        enqueue.raise(event)
      })
    }
  })
}
