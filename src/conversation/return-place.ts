// Where somebody stands who has come back: "Is it OK to message right now?" is asked again before anything else is shown.
// The one place that knows how the flow is told so.
import type { Flow } from '../flow/flow.ts'
import type { Memory } from '../flow/memory.ts'
import { EMERGENCY, WAITING } from '../flow/states.ts'
import { type Place, placeOf, type Snapshot } from '../flow/step.ts'
import type { Change, Conversation } from './conversation.ts'
import { decide, type Room } from './decide.ts'
import type { PersonEvent } from './person-event.ts'
import { personSays, recordOf } from './person-says.ts'
import { translate } from './translate.ts'

/** `returning`: nothing of the conversation may be on the screen yet. */
export type PlaceNow = Place & { readonly returning?: boolean }

type Returning = Memory & { readonly returning?: boolean }

const isReturning = ({ memory }: Snapshot): boolean => (memory as Returning).returning === true
const mark = (snapshot: Snapshot, returning: boolean): Snapshot => ({
  ...snapshot,
  memory: { ...snapshot.memory, returning } as Returning
})

/** The same conversation, with the first question open again. */
export const returnTo = (snapshot: Snapshot): Snapshot => mark(snapshot, true)

const ASKED_AGAIN: PlaceNow = { kind: 'question', question: 'channelOk', canSkip: false, returning: true }

/** Where the person stands now. */
export function placeNow(flow: Flow, snapshot: Snapshot): PlaceNow {
  const place = placeOf(flow, snapshot)
  if (!isReturning(snapshot) || place.kind === 'left' || place.kind === 'closed') return place
  return place.kind === 'emergency' ? { ...place, canGoOn: true, returning: true } : ASKED_AGAIN
}

/** A turn of the person, wherever they stand. */
export async function decideNow(
  conversation: Conversation,
  event: PersonEvent,
  now: Date,
  room: Room
): Promise<Change | null> {
  const { snapshot, status } = conversation
  if (status !== 'open' || !isReturning(snapshot)) return decide(conversation, event, now, room)
  const place = placeNow(room.flow, snapshot)
  const read = translate(event, ASKED_AGAIN, room.words, conversation.channel)
  const announce = conversation.owner.kind !== 'assistant'
  if (read?.type === 'GO_ON' && place.kind === 'emergency') {
    return { snapshot: { ...snapshot, state: snapshot.memory.at || WAITING }, messages: [] }
  }
  if (read?.type === 'ANSWER' && read.question === 'channelOk' && place.kind === 'question') {
    const said = personSays(event, read, room.words, true)
    const record = recordOf(event, read, conversation, place, room.words, true, now)
    const answers = record ? [record] : []
    if (read.value === 'no') {
      return { snapshot, status: 'left', messages: said, answers, endAccess: true, announce: true }
    }
    if (read.value !== 'yes' && read.value !== 'unsure') return null
    const { value } = read
    const log = snapshot.memory.log.map(entry => (entry.question === 'channelOk' ? { ...entry, value } : entry))
    const state = snapshot.state === EMERGENCY ? snapshot.memory.at || WAITING : snapshot.state
    return { snapshot: mark({ state, memory: { ...snapshot.memory, log } }, false), messages: said, answers, announce }
  }
  if (read?.type === 'WORDS') return { messages: personSays(event, read, room.words, true), announce }
  if (read && ['LEAVE', 'PERSON', 'EMERGENCY', 'LANGUAGE'].includes(read.type)) {
    return decide(conversation, event, now, room)
  }
  return null
}
