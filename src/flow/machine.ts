// What a flow's machine can ask (guards) and do (actions): the words its states are written in. All thinking is in pure
// functions over the memory; here they only meet the events.
import { assign, enqueueActions, setup } from 'xstate'
import { type Channel, SKIP } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import { type Condition, holds } from '../questions/condition.ts'
import type { PageId } from '../wording/keys.ts'
import { nameOf } from './check.ts'
import type { Effect, FlowEvent } from './events.ts'
import type { Flow } from './flow.ts'
import { confirmSignal, dropCheck, dueCheck, hear, isLost, missed, saidDanger } from './hearing.ts'
import { factsOf, fits, isAtTheDoor, type Memory, record, reopen, restate, skipped, takeUp, tell } from './memory.ts'
import { call, type Settled, settle } from './settle.ts'
import { asks, CHECK, WAITING, WORKER } from './states.ts'

/** `step()` adds where somebody stood when they came back: a machine's context does not know its own state. */
type MachineEvent = FlowEvent | { type: 'xstate.route'; to: string } | { type: 'RETURN'; from: string }
interface AtStep {
  step: string
  question: QuestionId
}
interface Performing {
  assign: (memory: Memory) => void
  emit: (effect: Effect) => void
}

const goTo = (step: string): MachineEvent => ({ type: 'xstate.route', to: `#${step}` })
/** Where a check or a return leads back to. */
const onwards = ({ aside, at }: Memory): string => aside || at || WAITING

function perform(enqueue: Performing, { memory, effects }: Settled): void {
  enqueue.assign(memory)
  for (const effect of effects) enqueue.emit(effect)
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
      needsPerson: ({ context }) => isLost(context) && !context.handover,
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
      saidDanger: assign(({ context }) => saidDanger(context)),
      back: enqueueActions(({ context, enqueue }) => {
        const last = context.log.at(-1)
        if (!last) return
        enqueue.assign(reopen(context, context.log.length - 1))
        enqueue.raise(goTo(last.step))
      }),
      change: enqueueActions(({ context, event, enqueue }) => {
        if (event.type !== 'CHANGE') return
        const { question } = event
        const index = context.log.findIndex(entry => entry.question === question)
        const entry = context.log[index]
        if (entry) {
          enqueue.assign(reopen(context, index))
          enqueue.raise(goTo(entry.step))
          return
        }
        // Given before its turn: asked where they stand, or at its own place if that is where they are.
        const told = context.told.filter(other => other.question !== question)
        if (asks(context.at, question)) {
          enqueue.assign({ ...context, told })
          enqueue.raise(goTo(context.at))
          return
        }
        const memory = hear({ ...context, told }, [{ kind: 'question', question }], [])
        if (!dueCheck(flow, memory)) {
          enqueue.emit({ type: 'note', note: 'stale' })
          return
        }
        enqueue.assign(memory)
        enqueue.raise(goTo(CHECK))
      }),
      resume: enqueueActions(({ context, enqueue }) => {
        enqueue.raise(goTo(context.at))
      }),

      /** Only remembers: nothing is asked here. */
      hearOnly: assign(({ context, event }) =>
        event.type === 'HEARD' ? hear(context, event.checks, event.notices) : context
      ),
      hear: enqueueActions(({ context, event, enqueue }, { aside }: { aside: string }) => {
        if (event.type !== 'HEARD') return
        const heard = { ...hear(context, event.checks, event.notices), aside }
        enqueue.assign(heard)
        // Somebody else may be writing: one neutral sentence, and nothing about anybody.
        if (event.notices.length > 0) enqueue.emit({ type: 'say', message: 'otherPerson' })
        if (dueCheck(flow, heard)) enqueue.raise(goTo(CHECK))
      }),
      missAtCheck: assign(({ context }) => ({ misses: context.misses + 1 })),
      miss: enqueueActions(({ context, enqueue }) => {
        const memory = missed(context)
        enqueue.assign(memory)
        if (dueCheck(flow, memory)) enqueue.raise(goTo(CHECK))
      }),
      answerCheck: enqueueActions(({ context, event, enqueue }) => {
        const due = dueCheck(flow, context)
        if (event.type !== 'ANSWER' || due?.put.kind !== 'question') return
        const { question } = due.put
        const index = context.log.findIndex(entry => entry.question === question)
        const entry = context.log[index]
        const dropped = dropCheck(context, due)
        const memory = tell(entry ? reopen(dropped, index) : dropped, question, event.value)
        perform(enqueue, settle(flow, factsOf(context), memory))
        enqueue.raise(goTo(entry?.step ?? onwards(memory)))
      }),
      /** A question that was spoken of and skipped is not asked a second time; an answer it had before stands. */
      skipCheck: enqueueActions(({ context, enqueue }) => {
        const due = dueCheck(flow, context)
        if (due?.put.kind !== 'question') return
        const { question } = due.put
        const dropped = dropCheck(context, due)
        const isAnswered = factsOf(context).answers[question] !== undefined
        const memory = isAnswered ? dropped : tell(dropped, question, SKIP)
        perform(enqueue, settle(flow, factsOf(context), memory))
        enqueue.raise(goTo(onwards(memory)))
      }),
      confirmCheck: enqueueActions(({ context, enqueue }) => {
        const due = dueCheck(flow, context)
        if (!due) return
        const { put } = due
        const dropped = dropCheck(context, due)
        const signalled = put.kind === 'signal' ? confirmSignal(dropped, put.signal) : dropped
        const memory = put.kind === 'meant' ? tell(signalled, put.question, put.value) : signalled
        perform(enqueue, settle(flow, factsOf(context), memory))
        enqueue.raise(goTo(onwards(memory)))
      }),
      sayWhatWasMeant: enqueueActions(({ context, event, enqueue }) => {
        const due = dueCheck(flow, context)
        if (event.type !== 'ANSWER' || !due) return
        const memory = tell(dropCheck(context, due), event.question, event.value)
        perform(enqueue, settle(flow, factsOf(context), memory))
        enqueue.raise(goTo(onwards(memory)))
      }),
      dropCheck: assign(({ context }) => {
        const due = dueCheck(flow, context)
        return due ? dropCheck(context, due) : context
      }),
      leaveCheck: enqueueActions(({ context, enqueue }) => {
        const due = dueCheck(flow, context)
        const memory = { ...(due ? dropCheck(context, due) : context), misses: 0 }
        enqueue.assign(memory)
        enqueue.raise(goTo(onwards(memory)))
      }),

      cameBack: assign(({ context, event }) => ({
        aside: event.type === 'RETURN' && 'from' in event ? event.from : context.aside
      })),
      awaitBeside: assign(({ context }) => ({ aside: context.aside === WORKER ? WORKER : WAITING })),
      standBeside: assign((_, { aside }: { aside: string }) => ({ aside })),
      goOnSafely: enqueueActions(({ context, event, enqueue }) => {
        if (event.type !== 'ANSWER') return
        const first = context.log[0]
        // By SMS short mode ends the questions early: the path is walked again, with what was answered.
        const isQuieter = context.channel === 'sms' && event.value === 'unsure' && first?.value !== 'unsure'
        if (first && isQuieter) {
          enqueue.assign({ ...tell(reopen(context, 0), 'channelOk', event.value), at: first.step, aside: '' })
          enqueue.raise(goTo(context.aside === WORKER ? WORKER : first.step))
          return
        }
        if (first) {
          enqueue.assign(restate(context, 'channelOk', event.value))
          if (context.channel === 'web' && context.aside !== WORKER)
            enqueue.emit({ type: 'say', message: 'welcomeBack' })
          enqueue.raise(goTo(onwards(context)))
          return
        }
        // They had not got past the first question: this is its answer, and somebody may be with them or called already.
        if (context.aside !== '') {
          enqueue.assign(tell(context, 'channelOk', event.value))
          enqueue.raise(goTo(context.aside))
          return
        }
        enqueue.raise(goTo(context.at))
        enqueue.raise(event)
      })
    }
  })
}
