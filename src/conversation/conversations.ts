// The service every channel and desk uses. Each method is one transaction; only afterwards is anything said.
import { begin as beginFlow, currentFacts, isShort, placeOf } from '../flow/step.ts'
import { ACCESS_IDLE, UNCLAIMED_KEPT } from '../limits.ts'
import type { Channel } from '../questions/answer.ts'
import type { Facts } from '../questions/condition.ts'
import { listenAhead } from '../reading/ahead.ts'
import { raises } from '../reading/ear/ear.ts'
import { DIRECTORY, type Directory } from '../triage/directory/directory.ts'
import { match } from '../triage/match.ts'
import { type Shown, shownToPerson } from '../triage/shown-to-person.ts'
import { type Found, findByPhone, type Texting } from './by-phone.ts'
import { type CameBack, compareWithNothing, type Door, decideReturn } from './come-back.ts'
import type { Conversation } from './conversation.ts'
import { decide } from './decide.ts'
import type { Flows } from './flows.ts'
import type { HandoverEvent } from './handover.ts'
import { asLanguage } from './language-wish.ts'
import type { Inbound, PersonEvent } from './person-event.ts'
import type { Desk, Reading, Store } from './ports.ts'
import { PRACTICE, type Practice } from './practice.ts'
import { prompt } from './prompts.ts'
import { decideQuiet, type Quiet } from './quiet.ts'
import { alarmOf } from './returns.ts'
import { type StaffParts, StaffSide } from './staff-side.ts'
import { asOfferAnswer } from './take-offer.ts'
import { firstView, type View, viewOf } from './view.ts'

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

export interface Parts extends StaffParts {
  /** The services there are; the product's own unless an operator has set another. */
  readonly directory?: Directory
  /** Of the page, as people know it. */
  readonly webAddress?: string | null
  /** The second ear; without one nothing is asked beside what the reader hears. */
  readonly ear?: (text: string) => boolean
  readonly practice?: Practice
}

export class Conversations extends StaffSide {
  readonly #store: Store
  readonly #desk: Desk
  readonly #flows: Flows
  readonly #directory: Directory
  readonly #webAddress: string | null
  readonly #ear: (text: string) => boolean
  readonly #practice: Practice

  constructor({ directory = DIRECTORY, webAddress = null, ear = raises, practice = PRACTICE, ...parts }: Parts) {
    super(parts)
    const { store, desk, flows } = parts
    this.#store = store
    this.#desk = desk
    this.#flows = flows
    this.#directory = directory
    this.#webAddress = webAddress
    this.#ear = ear
    this.#practice = practice
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
    // Reading a long message takes time that nobody else should wait for.
    const forget = event.type === 'typed' ? listenAhead(event.text, this.wordbook.lexiconsOf('en')) : () => {}
    try {
      return await this.#take({ conversation, messageId, event })
    } finally {
      forget()
    }
  }

  async #take({ conversation, messageId, event }: Inbound): Promise<Received> {
    const turn = await this.turn(conversation, `person:${messageId}`, async (found, now) => {
      const flow = this.#flows.of(found.flow)
      const named = (text: string) => this.wordbook.named(text)
      const spoken = asLanguage(event, found, flow, this.wordbook.in(found.locale), named)
      const meant = asOfferAnswer(spoken, found, flow)
      const locale = meant.type === 'language' ? meant.locale : found.locale
      const room = {
        flow,
        words: this.wordbook.in(locale),
        lexicons: this.wordbook.lexiconsOf(locale),
        desk: this.#desk,
        webAddress: this.#webAddress,
        ear: this.#ear,
        practice: this.#practice
      }
      const change = await decide(found, meant, now, room)
      const left = change?.status === 'left' || found.status === 'left'
      const acts = change ? choiceIn(meant) : []
      return {
        change,
        acts,
        asks: meant.type === 'person',
        result: { left, ...(found.status === 'open' ? {} : { wasOver: true }) }
      }
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
    const turn = await this.turn(conversation, `return:${messageId}`, (found, now) =>
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
      turn: (id, messageId, act) => this.turn(id, messageId, act),
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
}

/** The person's choice between waiting and later, as the handover hears it. */
function choiceIn({ type }: PersonEvent): HandoverEvent[] {
  if (type === 'stay') return [{ type: 'STAY' }]
  return type === 'callBack' ? [{ type: 'CALL_BACK' }] : []
}
