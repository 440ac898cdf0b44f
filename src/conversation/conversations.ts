// The service every channel and desk uses. Each method is one transaction; only afterwards is anything said.
import { begin as beginFlow, currentFacts, isShort, placeOf } from '../flow/step.ts'
import { ACCESS_IDLE, UNCLAIMED_KEPT } from '../limits.ts'
import type { Channel } from '../questions/answer.ts'
import type { Facts } from '../questions/condition.ts'
import { DIRECTORY, type Directory } from '../triage/directory/directory.ts'
import { match } from '../triage/match.ts'
import { type Shown, shownToPerson } from '../triage/shown-to-person.ts'
import type { WorkerBand } from '../triage/worker-band.ts'
import type { Wordbook } from '../wording/wordbook.ts'
import { type Found, findByPhone, type Texting } from './by-phone.ts'
import { type CameBack, compareWithNothing, type Door, decideReturn } from './come-back.ts'
import { prompt } from './compose.ts'
import type { Conversation } from './conversation.ts'
import { decide } from './decide.ts'
import type { Flows } from './flows.ts'
import { asLanguage } from './language-wish.ts'
import type { Inbound } from './person-event.ts'
import type { Desk, Reading, Store } from './ports.ts'
import { decideQuiet, type Quiet } from './quiet.ts'
import type { Writing } from './recorded.ts'
import { alarmOf } from './returns.ts'
import { firstView, type View, viewOf } from './view.ts'
import {
  bandBy,
  closeBy,
  joinBy,
  releaseBy,
  type Said,
  sayBy,
  type Turn,
  type Worker,
  type WorkerOutcome
} from './worker-turn.ts'
import { alsoRecording, noteBy, recordBy } from './write-down.ts'

/** `left`: the person is gone. `wasOver`: it had ended before, and this was not taken. */
export type Received =
  | { readonly kind: 'done'; readonly left: boolean; readonly wasOver?: boolean }
  | { readonly kind: 'duplicate' | 'gone' }

export interface Start {
  readonly channel: Channel
  readonly locale: string
  /** SHA-256 of the secret in the person's cookie; null by SMS. */
  readonly access: Buffer | null
  /** Keyed hash of the phone number; null on the web. */
  readonly peer: Buffer | null
  /** The number itself, E.164; null on the web. */
  readonly phone?: string | null
  /** SHA-256 of the secret in the browser's other cookie; by SMS the hash of the number. */
  readonly returnBy?: Buffer | null
}

export interface Coming {
  /** SHA-256 of the secret the browser was given to come back with. */
  readonly returnBy: Buffer
  readonly word: string
  /** SHA-256 of the secret of a new session: it opens the conversation if the word is right. */
  readonly access: Buffer
  readonly messageId: string
}

export interface Parts {
  readonly store: Store
  readonly desk: Desk
  readonly flows: Flows
  readonly wordbook: Wordbook
  /** The services there are; the product's own unless an operator has set another. */
  readonly directory?: Directory
  /** Of the page, as people know it. */
  readonly webAddress?: string | null
}

export class Conversations {
  readonly wordbook: Wordbook
  readonly #store: Store
  readonly #desk: Desk
  readonly #flows: Flows
  readonly #directory: Directory
  readonly #webAddress: string | null

  constructor({ store, desk, flows, wordbook, directory = DIRECTORY, webAddress = null }: Parts) {
    this.wordbook = wordbook
    this.#store = store
    this.#desk = desk
    this.#flows = flows
    this.#directory = directory
    this.#webAddress = webAddress
  }

  /**
   * Opens a conversation: on the web with its first question asked, by SMS with nothing, for the text that opens it is its
   * first message. A second call for the same access or peer finds the first.
   */
  begin({ channel, locale, access, peer, phone = null, returnBy = null }: Start): Promise<string> {
    const { snapshot, effects } = beginFlow(this.#flows.current, channel)
    const words = this.wordbook.in(locale)
    const now = Date.now()
    return this.#store.open({
      channel,
      locale: words.locale,
      flow: this.#flows.currentVersion,
      snapshot,
      messages:
        channel === 'sms'
          ? []
          : effects.flatMap(effect => (effect.type === 'ask' ? [prompt(words, effect.question, channel)] : [])),
      access,
      peer,
      phone,
      returnBy,
      expiresAt: new Date(now + UNCLAIMED_KEPT),
      accessIdleAt: access ? new Date(now + ACCESS_IDLE) : null
    })
  }

  /** The one road: every message of every person goes through here. Throws when it could not be saved: send it again. */
  async receive({ conversation, messageId, event }: Inbound): Promise<Received> {
    const turn = await this.#store.turn(conversation, `person:${messageId}`, async (found, now) => {
      const flow = this.#flows.of(found.flow)
      const named = (text: string) => this.wordbook.named(text)
      const meant = asLanguage(event, found, flow, this.wordbook.in(found.locale), named)
      const locale = meant.type === 'language' ? meant.locale : found.locale
      const room = {
        flow,
        words: this.wordbook.in(locale),
        lexicons: this.wordbook.lexiconsOf(locale),
        desk: this.#desk,
        webAddress: this.#webAddress
      }
      const change = await decide(found, meant, now, room)
      const left = change?.status === 'left' || found.status === 'left'
      return { change, result: { left, ...(found.status === 'open' ? {} : { wasOver: true }) } }
    })
    return turn.kind === 'done' ? { kind: 'done', ...turn.result } : turn
  }

  /**
   * Somebody says a word to come back: to the conversation `returnBy` leads to, which `access` opens from then on. The same
   * message counts once. Nothing that is answered, nor how long it takes, says whether there was anything to come back to.
   */
  async comeBack({ returnBy, word, access, messageId }: Coming): Promise<CameBack> {
    const conversation = await this.#store.byReturn(returnBy)
    if (conversation === null) return compareWithNothing(word)
    const turn = await this.#store.turn(conversation, `return:${messageId}`, (found, now) =>
      decideReturn(word, found, { access, counts: true }, now, this.#door(found))
    )
    if (turn.kind === 'done') return turn.result
    const reading = await this.#store.read(conversation)
    if (!reading) return compareWithNothing(word)
    // A double tap: answered as the first was, and nothing is done again.
    const { conversation: found } = reading
    const again = await decideReturn(word, found, { access, counts: true }, new Date(), this.#door(found))
    return again.result
  }

  /** Which conversation a text belongs to; it begins one where there is none. */
  byPhone(texting: Texting): Promise<Found> {
    const { peer, phone } = texting
    return findByPhone(texting, {
      store: this.#store,
      lexicons: this.wordbook.lexiconsOf('en'),
      door: found => this.#door(found),
      begin: () => this.begin({ channel: 'sms', locale: 'en', access: null, peer, phone, returnBy: peer })
    })
  }

  /** The open conversation of a number, if there is one. */
  ofPhone(peer: Buffer): Promise<string | null> {
    return this.#store.byPeer(peer)
  }

  #door(found: Conversation): Door {
    return { flow: this.#flows.of(found.flow), words: this.wordbook.in(found.locale) }
  }

  /** The page has been silent for too long. What the person can come back to is kept; everything else is for them to end. */
  async goQuiet(conversation: string, messageId: string): Promise<Quiet> {
    const turn = await this.#store.turn(conversation, `quiet:${messageId}`, async found =>
      decideQuiet(found, this.#flows.of(found.flow))
    )
    return turn.kind === 'done' ? turn.result : 'quiet'
  }

  /** The person's page is open. */
  seen(conversation: string): Promise<void> {
    return this.#store.seen(conversation)
  }

  find(access: Buffer): Promise<string | null> {
    return this.#store.byAccess(access)
  }

  /** What the person's page needs, with the messages after `afterSeq`. Null when there is no such conversation. */
  async view(conversation: string, afterSeq = 0): Promise<View | null> {
    const reading = await this.#store.read(conversation, afterSeq)
    if (!reading) return null
    const flow = this.#flows.of(reading.conversation.flow)
    const isResting = placeOf(flow, reading.conversation.snapshot).kind === 'waiting'
    return viewOf(flow, reading, isResting ? await this.#help(reading) : [])
  }

  /** What the person may be shown of the match: a hint while they wait, never a promise. */
  async #help(reading: Reading): Promise<Shown[]> {
    const now = new Date()
    const { open } = await this.#desk.availability(now)
    return shownToPerson(match(this.facts(reading), !open), now.toISOString().slice(0, 10), this.#directory)
  }

  /** The first screen. Nothing is stored: looking at the page leaves no trace here. */
  firstView(locale: string): View {
    return firstView(this.#flows.current, this.wordbook.in(locale).locale)
  }

  /** Everything a worker may see. Staff side only. */
  read(conversation: string, afterSeq = 0): Promise<Reading | null> {
    return this.#store.read(conversation, afterSeq)
  }

  /** The answers in force, for triage and the summary. */
  facts({ conversation: { snapshot, returns } }: Reading): Facts {
    const facts = currentFacts(snapshot)
    return alarmOf(returns) ? { ...facts, signals: [...(facts.signals ?? []), 'someoneElse'] } : facts
  }

  /** Whether the person is in short mode: somebody may be looking at their screen. */
  isShort({ conversation: { flow, snapshot } }: Reading): boolean {
    return isShort(this.#flows.of(flow), snapshot)
  }

  /** A worker takes the conversation: from now on they are its one voice. Of two at once, one wins. */
  join(conversation: string, worker: Worker, messageId: string): Promise<WorkerOutcome> {
    return this.#asWorker(conversation, messageId, async (found, now) =>
      joinBy(worker, found, now, this.#flows.of(found.flow), this.wordbook.in(found.locale))
    )
  }

  /** A worker speaks. Refused by the gate when the conversation is not theirs, or the person has gone. */
  speak(said: Said): Promise<WorkerOutcome> {
    return this.#asWorker(said.conversation, said.messageId, async (found, now) =>
      sayBy(said, found, now, this.wordbook.in(found.locale))
    )
  }

  /** A worker sets their own band, with a reason. It is added to those before it, and the last one counts. */
  setBand(
    conversation: string,
    worker: Worker,
    decided: Pick<WorkerBand, 'band' | 'reason'>,
    messageId: string
  ): Promise<WorkerOutcome> {
    return this.#asWorker(conversation, messageId, async (found, now) => bandBy(worker, decided, found, now))
  }

  /** A worker gives the conversation back to the queue. */
  release(conversation: string, worker: Worker, messageId: string): Promise<WorkerOutcome> {
    return this.#asWorker(conversation, messageId, (found, now) =>
      releaseBy(worker, found, now, this.#flows.of(found.flow), this.wordbook.in(found.locale), this.#desk)
    )
  }

  /** A worker ends the conversation, and writes down in the same turn what came of it. */
  close(
    conversation: string,
    worker: Worker,
    messageId: string,
    written: readonly Writing[] = []
  ): Promise<WorkerOutcome> {
    return this.#asWorker(conversation, messageId, async (found, now) => {
      const closed = closeBy(worker, found, now, this.#flows.of(found.flow), this.wordbook.in(found.locale))
      return alsoRecording(closed, worker, written, now)
    })
  }

  /** A worker writes down what was done, or what came of it. Nothing is said to anybody. */
  record(conversation: string, worker: Worker, written: readonly Writing[], messageId: string): Promise<WorkerOutcome> {
    return this.#asWorker(conversation, messageId, async (found, now) => recordBy(worker, written, found, now))
  }

  /** A worker leaves a note that only staff see. */
  note(conversation: string, worker: Worker, text: string, messageId: string): Promise<WorkerOutcome> {
    return this.#asWorker(conversation, messageId, async (found, now) => noteBy(worker, text, found, now))
  }

  async #asWorker(
    conversation: string,
    messageId: string,
    act: (found: Conversation, now: Date) => Promise<Turn>
  ): Promise<WorkerOutcome> {
    const turn = await this.#store.turn(conversation, `worker:${messageId}`, act)
    return turn.kind === 'done' ? turn.result : turn.kind
  }
}
