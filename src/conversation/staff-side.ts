// Every turn of a conversation, with what it means to the handover; and the side of it that is staff's and the clocks'.
import type { WorkerBand } from '../triage/worker-band.ts'
import type { Wordbook } from '../wording/wordbook.ts'
import { type CallBackDeed, type CallBackOutcome, type ContactRule, callBackBy } from './call-back.ts'
import type { Conversation } from './conversation.ts'
import type { Flows } from './flows.ts'
import { type Decided, follow } from './follow-handover.ts'
import type { Handovers } from './handover.ts'
import type { AskBar, Bar, Desk, Store, TurnResult } from './ports.ts'
import type { Writing } from './recorded.ts'
import { EVERY_BAR, unlessBarred } from './taking.ts'
import { type ClockEvent, clockTurn, type Tending, tendBy } from './tend-handover.ts'
import {
  bandBy,
  closeBy,
  isTheirs,
  joinBy,
  releaseBy,
  type Said,
  sayBy,
  type Worker,
  type WorkerOutcome
} from './worker-turn.ts'
import { alsoRecording, noteBy, recordBy } from './write-down.ts'

export interface StaffParts {
  readonly store: Store
  readonly desk: Desk
  readonly flows: Flows
  readonly handovers: Handovers
  readonly wordbook: Wordbook
}

export class StaffSide {
  readonly wordbook: Wordbook
  readonly #store: Store
  readonly #desk: Desk
  readonly #flows: Flows
  readonly #handovers: Handovers

  constructor({ store, desk, flows, handovers, wordbook }: StaffParts) {
    this.wordbook = wordbook
    this.#store = store
    this.#desk = desk
    this.#flows = flows
    this.#handovers = handovers
  }

  /** A worker takes the conversation: from now on they are its one voice. Of two at once, one wins. */
  join(conversation: string, worker: Worker, messageId: string): Promise<WorkerOutcome | Bar> {
    return this.#asWorker<WorkerOutcome | Bar>(conversation, messageId, (found, now, bar) =>
      unlessBarred(
        joinBy(worker, found, now, this.#flows.of(found.flow), this.wordbook.in(found.locale)),
        worker,
        bar,
        EVERY_BAR
      )
    )
  }

  /** A worker speaks. Refused by the gate when the conversation is not theirs, or the person has gone. */
  speak(said: Said): Promise<WorkerOutcome | 'partner'> {
    const { conversation, messageId, worker } = said
    return this.#asWorker<WorkerOutcome | 'partner'>(conversation, messageId, async (found, now, bar) => {
      const turn = sayBy(said, found, now, this.wordbook.in(found.locale))
      // Whoever has them keeps them until somebody else takes over: nobody is left alone because of a rule.
      return isTheirs(found, worker) ? turn : unlessBarred(turn, worker, bar, ['partner'])
    })
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

  /** A worker gives the conversation back to the queue; or a colleague does for them (`broughtBack`), whose page is closed. */
  release(
    conversation: string,
    worker: Worker,
    messageId: string,
    broughtBack: Pick<Worker, 'id'> | null = null
  ): Promise<WorkerOutcome> {
    return this.#asWorker(conversation, messageId, (found, now) =>
      releaseBy(worker, broughtBack, found, now, this.#flows.of(found.flow), this.wordbook.in(found.locale), this.#desk)
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

  /**
   * A worker does something about what was agreed for later. What is allowed is asked of `rule` under the conversation's lock:
   * nothing the person said can change between the question and the deed.
   */
  async callBack(
    conversation: string,
    deed: CallBackDeed,
    rule: ContactRule,
    messageId: string
  ): Promise<CallBackOutcome> {
    const turn = await this.turn<CallBackOutcome>(conversation, `worker:${messageId}`, async (found, now, bar) => {
      if ((await bar(deed.by.id)) === 'partner') return { change: null, result: 'partner' }
      const reading = await this.#store.read(conversation)
      const agreed = reading && (await rule(reading, now))
      return callBackBy(deed, { found, agreed, records: reading?.records ?? [], now, flow: this.#flows.of(found.flow) })
    })
    return turn.kind === 'done' ? turn.result : turn.kind
  }

  /** What staff do to a handover without a word of theirs: asking a colleague, taking over, joining in, having seen it. */
  tend(conversation: string, tending: Tending, messageId: string): Promise<WorkerOutcome | Bar> {
    return this.#asWorker<WorkerOutcome | Bar>(conversation, messageId, async (found, _now, bar) => {
      const turn = tendBy(tending, found)
      if (tending.type === 'ACCEPT') return unlessBarred(turn, tending.by, bar, EVERY_BAR)
      // Whoever joins in holds no conversation more, but hears it.
      if (tending.type === 'SUPERVISOR_JOINS') return unlessBarred(turn, tending.by, bar, ['partner'])
      return turn
    })
  }

  /** What a clock or the desk does to a handover. Null: there was nothing to do. */
  async tick(conversation: string, event: ClockEvent, messageId: string): Promise<'done' | null> {
    const turn = await this.turn(conversation, `clock:${messageId}`, (found, now) =>
      clockTurn(event, found, now, this.#desk)
    )
    return turn.kind === 'done' ? turn.result : null
  }

  async #asWorker<R = WorkerOutcome>(
    conversation: string,
    messageId: string,
    act: (found: Conversation, now: Date, bar: AskBar) => Promise<Decided<R>>
  ): Promise<R | 'duplicate' | 'gone'> {
    const turn = await this.turn(conversation, `worker:${messageId}`, act)
    return turn.kind === 'done' ? turn.result : turn.kind
  }

  /** One turn, and what it means to the handover: an act the handover does not take changes nothing. */
  protected turn<R>(
    conversation: string,
    messageId: string,
    act: (found: Conversation, now: Date, bar: AskBar) => Promise<Decided<R>>
  ): Promise<TurnResult<R>> {
    return this.#store.turn(conversation, messageId, async (found, now, bar) => {
      const { change, result, refused = result, ...acted } = await act(found, now, bar)
      if (!change) return { change, result }
      const room = {
        handovers: this.#handovers,
        desk: this.#desk,
        flow: this.#flows.of(found.flow),
        words: this.wordbook.in(change.locale ?? found.locale)
      }
      const followed = await follow(found, { change, ...acted }, room, now)
      return { change: followed, result: followed ? result : refused }
    })
  }
}
