// From what a person typed to events of the flow: the ladder says what it is, this says what that means at the place where they stand.
import type { Check, EarAnswer } from '../flow/check.ts'
import type { FlowEvent } from '../flow/events.ts'
import type { Place } from '../flow/step.ts'
import type { Topic } from '../questions/topic.ts'
import { isHelpAlone } from '../reading/help-alone.ts'
import { read } from '../reading/read.ts'
import type { Reading, Reply } from '../reading/reading.ts'
import { isPictureOnly } from './by-text.ts'
import { earForm } from './ear-question.ts'
import { heardEvents } from './hear.ts'
import { openAt, type Setting, yesOrNo } from './open-at.ts'
import type { PersonEvent } from './person-event.ts'
import { RAIL_EVENTS, skipAt } from './rail-events.ts'

type Typed = Extract<PersonEvent, { type: 'typed' }>

/** What typed words come to. */
export interface Taken {
  /** The one that matters first; none for what does not concern the flow. */
  readonly events: readonly FlowEvent[]
  /** Asked beside something graver, or before we may write: answered with the next message. */
  readonly owes: readonly Topic[]
  /** How it was read; null where it was not. */
  readonly reading: Reading | null
}

const nothing = (reading: Reading | null = null): Taken => ({ events: [], owes: [], reading })

/** The rungs that act at once, whatever is asked. Null: what is left is an answer, or words. */
function acts({ reply, topics }: Reading, { channel, practice }: Setting): FlowEvent | null {
  switch (reply.kind) {
    case 'leaving':
      if (reply.why === 'plea' && channel === 'web') return { type: 'HEARD', checks: [UNSAFE], notices: [], kept: true }
      if (reply.why === 'plea' && practice.unclear === 'emergencyText') return { type: 'DANGER' }
      return { type: 'LEAVE', as: LEFT_AS[reply.why], ...(reply.why === 'noTexts' ? { noContact: true } : {}) }
    case 'life': {
      const { act, of, danger } = reply
      // Somebody else who has begun is somebody in danger now.
      return act && of === 'other' ? { type: 'DANGER' } : { type: 'LIFE', act, of, danger }
    }
    case 'danger':
      return { type: 'DANGER', ...(reply.helper ? { helper: true } : {}) }
    case 'near':
      return { type: 'NEAR' }
    case 'hands':
      return { type: 'HANDS', who: reply.who }
    case 'mayHurt':
      return { type: 'MAY_HURT', deed: reply.deed }
    case 'asks':
      return { type: 'ASKS', topics }
    default:
      return null
  }
}

const UNSAFE: Check = { kind: 'concern', concern: 'unsafe' }
const LEFT_AS = { danger: 'leftInDanger', plea: 'mayHaveBeenPlea', noTexts: 'noMoreTexts' } as const

/** Replies after which a question of theirs waits for the next message. Other hands are told nothing, then or later. */
const STANDS_ALONE: readonly Reply['kind'][] = ['danger', 'life', 'near']

/** What an answer, or a rail, means at the place where it was given; null for own words. */
function replied(reply: Reply, place: Place): FlowEvent | null {
  if (reply.kind === 'rail') return reply.rail === 'skip' ? skipAt(place) : { type: RAIL_EVENTS[reply.rail] }
  if (reply.kind !== 'answer' && reply.kind !== 'meant') return null
  if (place.kind === 'shelf') return { type: 'READ', page: reply.value as (typeof place.pages)[number] }
  if (reply.kind === 'meant') return null
  if (place.kind === 'question') return { type: 'ANSWER', question: place.question, value: reply.value }
  if (place.kind !== 'check') return null
  if (place.check.kind === 'ear') return { type: 'EAR', said: reply.value as EarAnswer }
  return { type: reply.value === 'yes' ? 'CONFIRM' : 'DENY', check: place.name }
}

/** A bare yes, or no, to the second ear: what it means its form says. */
function plainToEar(text: string, setting: Setting): FlowEvent | null {
  const { place, lexicons, ours } = setting
  if (place.kind !== 'check' || place.check.kind !== 'ear') return null
  const { reply } = read(text, yesOrNo(setting), lexicons, ours)
  if (reply.kind !== 'answer') return null
  const form = earForm(setting)
  return { type: 'EAR', said: reply.value === 'yes' ? form.yes : form.no }
}

/** What a person typed, read against what is open; words meant for an older question are only kept. */
export function readTyped(event: Typed, setting: Setting): Taken {
  const taken = readHere(event, setting)
  return isOnTheWayOut(setting.place) && taken.events.length > 0 && taken.events.every(isTalk)
    ? { ...taken, events: [{ type: 'BACK' }, ...taken.events] }
    : taken
}

/** After a no to "is it all right to write": whoever goes on writing there is staying, and is asked once more. */
const isOnTheWayOut = (place: Place): boolean => place.kind === 'pause' && place.message === 'beforeYouGo'
const isTalk = ({ type }: FlowEvent): boolean => ['WORDS', 'HEARD', 'ASKS', 'MAY_HURT'].includes(type)

function readHere(event: Typed, setting: Setting): Taken {
  const { place, lexicons, isFirst, isBack, isEarly, ours } = setting
  if (isPictureOnly(event))
    return isFirst || isBack || !setting.mayWrite ? opening(NO_WORDS, event.text, setting) : nothing()
  const asked = place.kind === 'question' ? place.question : undefined
  const isOlder = event.question !== undefined && event.question !== asked
  const isUnasked = isOlder || isFirst || isBack
  const open = isUnasked ? null : openAt(setting)
  // A card would light up beside whoever is back: "hes back" is danger only as the first thing of all.
  const reading = read(event.text, open, lexicons, ours, { isFirst })
  const { reply } = reading
  if (isFirst || isBack) return opening(reading, event.text, setting)
  if (reply.kind === 'nothing') return nothing(reading)
  if (isHelpAlone(event.text, lexicons) && !setting.mayWrite) return whole([{ type: 'EMERGENCY' }], reading)
  const act = acts(reading, setting)
  if (act) return whole([...besides(act, reading, setting), ...pleas(reading, setting)], reading)
  const heard = (kept: boolean, meant: readonly Check[] = []) => heardEvents(reading, kept, setting, meant)
  if (isEarly && couldAnswer(reply)) {
    return whole(isAsking(place) ? [...heard(false), { type: 'REPEAT' }] : [], reading)
  }
  const questions: FlowEvent[] = reading.topics.length > 0 ? [{ type: 'ASKS', topics: reading.topics }] : []
  if (isOlder) return whole(keptOr([...questions, ...heard(true)], setting, reading), reading)
  const answered = replied(reply, place) ?? plainToEar(event.text, setting) ?? saidAgain(event.text, setting)
  if (answered) return whole([answered, ...questions, ...heard(false)], reading)
  const meant = reply.kind === 'meant' && asked ? [{ kind: 'meant', question: asked, value: reply.value } as const] : []
  return whole(keptOr([...questions, ...heard(true, meant)], setting, reading), reading)
}

const whole = (events: readonly FlowEvent[], reading: Reading): Taken => {
  const isLater = STANDS_ALONE.includes(reading.reply.kind)
  return { events, owes: isLater ? reading.topics : [], reading }
}

/** They wait for somebody, and ask whether anybody comes. */
const PLEAS: readonly Topic[] = ['anyoneThere', 'isSomeoneComing']
const pleas = ({ topics }: Reading, { place }: Setting): FlowEvent[] =>
  place.kind === 'waiting' && place.asked && topics.some(topic => PLEAS.includes(topic))
    ? [{ type: 'AGAIN', as: 'pleadsWhileWaiting' }]
    : []

/** What stands on lower rungs is kept; after what stands alone it waits, and is asked about when they go on. */
function besides(act: FlowEvent, reading: Reading, setting: Setting): FlowEvent[] {
  if (act.type === 'LEAVE' || act.type === 'HANDS') return [act]
  return act.type === 'HEARD'
    ? [{ ...act, checks: [...act.checks, ...heardChecks(reading, setting)] }]
    : [act, ...heardEvents(reading, false, setting)]
}

const heardChecks = (reading: Reading, setting: Setting): readonly Check[] =>
  heardEvents(reading, false, setting).flatMap(event => (event.type === 'HEARD' ? event.checks : []))

/** Asked what they meant, people often say it again: then it is read against the question itself. */
function saidAgain(text: string, setting: Setting): FlowEvent | null {
  const { place, lexicons, ours } = setting
  if (place.kind !== 'check' || place.check.kind !== 'meant') return null
  const asked: Place = { kind: 'question', question: place.check.question, canSkip: true }
  const { reply } = read(text, openAt({ ...setting, place: asked }), lexicons, ours)
  return reply.kind === 'answer' ? replied(reply, asked) : null
}

/** Words in which nothing was heard: the second ear may ask, else they were not understood. */
function keptOr(heard: FlowEvent[], { listens }: Setting, reading: Reading): FlowEvent[] {
  if (heard.length > 0) return heard
  const isLost = reading.reply.kind === 'words' && listens()
  return isLost ? [{ type: 'HEARD', checks: [{ kind: 'ear' }], notices: [], kept: true }] : [{ type: 'WORDS' }]
}

/** What a reply could be taken for an answer by: nothing else depends on which question it was for. */
const couldAnswer = (reply: Reply): boolean =>
  reply.kind === 'answer' || reply.kind === 'meant' || (reply.kind === 'rail' && reply.rail === 'goOn')

const isAsking = ({ kind }: Place): boolean => ['question', 'check', 'pause', 'shelf', 'page'].includes(kind)

const NO_WORDS: Reading = {
  concerns: [],
  signals: [],
  notices: [],
  askFor: null,
  topics: [],
  young: false,
  reply: { kind: 'words' }
}

/**
 * The first text of all, or the first after a long silence. Nothing goes back but the neutral question, with one exception: a life
 * at risk, danger now, or a call for help brings its card at once (own-words specification, section 3: by SMS). Whatever calls for
 * silence is heeded in silence.
 */
function opening(reading: Reading, text: string, setting: Setting): Taken {
  const { isBack, lexicons, isAnsweredOut } = setting
  const { reply } = reading
  if (reply.kind === 'nothing') return nothing(reading)
  if (isHelpAlone(text, lexicons)) return whole([{ type: 'EMERGENCY' }], reading)
  const act = acts(reading, setting)
  const heard = heardEvents(reading, false, setting)
  if (act && act.type !== 'ASKS' && act.type !== 'MAY_HURT') return whole(besides(act, reading, setting), reading)
  if (reply.kind === 'rail') {
    if (reply.rail === 'leave') return whole([{ type: 'LEAVE' }], reading)
    if (reply.rail === 'emergency') return whole([{ type: 'EMERGENCY' }, ...heard], reading)
    // The desk is called; the neutral question comes first all the same.
    if (reply.rail === 'person') {
      return whole(
        isBack ? [{ type: 'RETURN' }, { type: 'PERSON' }, ...heard] : [{ type: 'PERSON' }, ...heard],
        reading
      )
    }
  }
  // A machine that went on answering is not asked once more before a day has passed.
  if (isBack && isAnsweredOut && heard.length === 0) return nothing(reading)
  const events: FlowEvent[] = isBack ? [{ type: 'RETURN' }, ...heard] : [...heard, { type: 'REPEAT' }]
  return { events, owes: reading.topics, reading }
}
