// What a turn means to the handover, in the same transaction: its machine is stepped, and what it then says passes the gate.
import type { Flow } from '../flow/flow.ts'
import { currentFacts, type Snapshot, step } from '../flow/step.ts'
import type { MessageKey } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import { whoIsThere } from './compose.ts'
import type { Change, Conversation, NewMessage, Owner } from './conversation.ts'
import type { HandoverEffect, HandoverEvent, HandoverState, Handovers, Stepped } from './handover.ts'
import { whyNotContact } from './may-contact.ts'
import type { Availability, Decision, Desk } from './ports.ts'
import { mayBeSaid, pushed } from './pushed.ts'
import { sentence } from './sentence.ts'
import { offerOf, offersAt } from './take-offer.ts'

export interface Following {
  readonly flow: Flow
  readonly handovers: Handovers
  readonly desk: Desk
  readonly words: Words
}

/** Whether they gave a safe way to reach them later. */
const mayCallBack = (snapshot: Snapshot): boolean => {
  const facts = currentFacts(snapshot)
  return whyNotContact(facts, facts) === null
}

/** What the person's side of a turn is to the handover; nothing where nobody was asked to join. */
function heardIn(found: Conversation, change: Change, asks: boolean): HandoverEvent[] {
  if (change.status === 'left') return [{ type: 'LEFT' }]
  if (change.access || change.peer) return [{ type: 'RETURNED' }]
  if (!change.heard) return []
  const snapshot = change.snapshot ?? found.snapshot
  const urgent = change.handover?.urgent ?? false
  return [{ type: 'HEARD', urgent, mayCallBack: mayCallBack(snapshot), asks }]
}

/** From before there was a machine, or the first time a person is asked for. */
function begin(
  found: Conversation,
  change: Change,
  { handovers }: Following,
  open: boolean,
  now: Date
): Stepped | null {
  const { owner } = found
  if (!change.handover && owner.kind === 'assistant') return null
  const snapshot = change.snapshot ?? found.snapshot
  const urgent = change.handover?.urgent ?? snapshot.memory.urgent
  const begun = handovers.begin({ channel: found.channel, urgent, open, mayCallBack: mayCallBack(snapshot) }, now)
  if (owner.kind !== 'worker') return begun
  const { id, name } = owner
  return handovers.step(begun.state, { type: 'CLAIM', by: { id, name } }, now)
}

export interface Acted {
  readonly change: Change
  /** What was done to the handover itself: by a worker, a clock, or the person's choice between waiting and later. */
  readonly acts?: readonly HandoverEvent[]
  /** What may mean something to it, and may not. */
  readonly also?: readonly HandoverEvent[]
  /** The person asked for a person once more. */
  readonly asks?: boolean
}

/** A turn, with what it does to the handover; `refused` is its result where the handover does not take it. */
export type Decided<R> = Decision<R> & Omit<Acted, 'change'> & { readonly refused?: R }

/**
 * The change with everything the handover adds to it: its state, its clocks, who owns the conversation now, and what is said. Null
 * where an act was not taken, so that nothing of the turn is saved. Throws when the machine and the change disagree on the owner:
 * then a rule is broken, and it is better that the turn fails.
 */
export async function follow(
  found: Conversation,
  { change, acts = [], also = [], asks = false }: Acted,
  following: Following,
  now: Date
): Promise<Change | null> {
  const events = [...heardIn(found, change, asks), ...acts, ...also]
  if (found.handoverState === null && !change.handover && events.length === 0) return change
  const availability = await following.desk.availability(now)
  const begun = found.handoverState ? null : begin(found, change, following, availability.open, now)
  let state = found.handoverState ?? begun?.state ?? null
  if (!state) return change
  const effects = [...(begun?.effects ?? [])]
  let isTaken = begun !== null
  for (const event of events) {
    const stepped = following.handovers.step(state, event, now)
    if (!stepped) {
      if (acts.includes(event)) return null
      continue
    }
    isTaken = true
    state = stepped.state
    effects.push(...stepped.effects)
  }
  // Nothing has moved, but whoever comes to rest now is told what they were not while they were asked something.
  const mayHaveToBeTold = change.snapshot !== undefined && offerOf(state.view) !== null
  if (!isTaken && !mayHaveToBeTold) return change
  return added(found, change, { state, effects }, following, availability, now)
}

function added(
  found: Conversation,
  change: Change,
  { state, effects }: Stepped,
  { words, flow }: Following,
  availability: Availability,
  now: Date
): Change {
  const owner = ownerOf(state)
  if (change.owner && change.owner.kind !== owner.kind)
    throw new Error('the handover and the turn disagree on the owner')
  // A worker was lost: the questions go on where they stood.
  const isLost = found.owner.kind === 'worker' && owner.kind === 'queue'
  const snapshot =
    change.snapshot ?? (isLost ? step(flow, found.snapshot, { type: 'WORKER_LEFT' }).snapshot : found.snapshot)
  const after: Conversation = {
    ...found,
    snapshot,
    ...(change.status ? { status: change.status } : {}),
    ...(change.heard ? { heardAt: now, textsBlocked: false } : {}),
    owner,
    handoverState: state
  }
  const offered = offersAt(effects, found.snapshot, snapshot, state.view, flow)
  const said = offered.flatMap(effect => spoken(effect, words, found.channel, availability))
  const allowed = said.filter(message => mayBeSaid(message, after, now))
  const notices = effects.flatMap(effect => (effect.type === 'notice' ? [effect.notice] : []))
  return {
    ...change,
    ...(snapshot === found.snapshot ? {} : { snapshot }),
    owner,
    messages: [...change.messages, ...allowed],
    handoverState: state,
    notices: [...(change.notices ?? []), ...notices],
    announce: true,
    ...(allowed.length > 0 && !change.sendNotAfter ? pushed(after, now) : {})
  }
}

/** The owner as the handover has it: once a person was asked for, the assistant never owns it again. */
function ownerOf({ view: { worker } }: HandoverState): Owner {
  return worker ? { kind: 'worker', id: worker.id, name: worker.name } : { kind: 'queue' }
}

/** By text nobody sits before a screen: a phone does not light up because a worker's page was gone for some seconds. */
const ONLY_ON_PAGE: readonly MessageKey[] = ['workerAway', 'workerBack']

function spoken(
  effect: HandoverEffect,
  words: Words,
  channel: Conversation['channel'],
  availability: Availability
): NewMessage[] {
  if (effect.type === 'notice') return []
  if (effect.type === 'sayWhoIsThere') return [whoIsThere(words, channel, availability, false)]
  const { message, name, other } = effect
  if (channel === 'sms' && ONLY_ON_PAGE.includes(message)) return []
  const said = sentence(words, channel, 'status', message, { name: name ?? '', other: other ?? '' })
  return [name ? { ...said, by: name } : said]
}
