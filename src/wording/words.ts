import { createHash } from 'node:crypto'
import type { TFunction } from 'i18next'
import type { Channel } from '../questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import type { Perspective } from '../questions/perspective.ts'
import type { Answers } from './answers.ts'
import { byText } from './by-text.ts'
import type { Direction } from './direction.ts'
import type {
  AnswerKey,
  CheckKey,
  DrawnKey,
  MessageKey,
  PageId,
  PageKey,
  RailName,
  ReadyKey,
  SignInKey,
  StaffKey
} from './keys.ts'
import type { Lexicon } from './lexicon.ts'
import { segmentsOf } from './segments.ts'

export interface MissingWords {
  readonly locale: string
  readonly key: string
}

type Values = Readonly<Record<string, string | number>>

/** One question in one locale, as it is put to a person. */
export interface Worded {
  readonly text: string
  readonly why: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
  /** Changes whenever these words change: kept with every answer. */
  readonly version: string
}

/** An information page as it is read on a channel: by SMS it is one paragraph. */
export interface Information {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** Last words: what is shown when even the neutral sentence is missing. No topic, no number, no key. */
const NOTHING_LEFT = 'Sorry, something went wrong on our side.'

/** The words of one locale. A key that is not there is never shown: a neutral sentence is, and an alert is raised. */
export class Words {
  readonly locale: string
  readonly direction: Direction
  /** What people write in this language, for the reader. */
  readonly lexicon: Lexicon
  /** Which answers to what people ask this language has itself, and who signed them. */
  readonly answers: Answers
  readonly #t: TFunction
  readonly #onMissing: (missing: MissingWords) => void
  readonly #worded = new Map<string, Worded>()

  constructor(
    lexicon: Lexicon,
    answers: Answers,
    direction: Direction,
    t: TFunction,
    onMissing: (missing: MissingWords) => void
  ) {
    this.locale = lexicon.locale
    this.lexicon = lexicon
    this.answers = answers
    this.direction = direction
    this.#t = t
    this.#onMissing = onMissing
  }

  /** A fixed sentence. On the page some are said in their own way: "X" is a word of SMS. */
  message(key: MessageKey, values: Values = {}, channel: Channel = 'web'): string {
    return this.#saidOn(channel, `messages:${key}`, values)
  }

  /** A sentence a worker may send as it is. */
  ready(key: ReadyKey, values: Values, channel: Channel): string {
    return this.on(channel, this.#saidOn(channel, `ready:${key}`, values))
  }

  page(key: PageKey, values: Values = {}): string {
    return this.#say(`page:${key}`, values)
  }

  info(page: PageId, channel: Channel): Information {
    const title = this.#say(`pages:${page}.title`)
    const paragraphs = channel === 'web' ? this.#list(`pages:${page}.text`) : []
    return { title, paragraphs: paragraphs.length > 0 ? paragraphs : [this.#say(`pages:${page}.sms`)] }
  }

  /** A plain yes or no question, or one of its answers. */
  check(key: CheckKey, values: Values = {}, about: Perspective = 'self'): string {
    return this.#say(`checks:${key}`, values, about)
  }

  /** The answer to what they asked, or the question as it stands on the page: which one is chosen by `answerTo`. */
  topic(key: AnswerKey, values: Values = {}): string {
    return this.#say(`answers:${key}`, values)
  }

  staff(key: StaffKey, values: Values = {}): string {
    return this.#say(`staff:${key}`, values)
  }

  /** What only staff read about services, by an id of the triage: why a rule matched, what a note or a prompt says. */
  triage(key: `${'flag' | 'band' | 'why' | 'blocked' | 'unmet' | 'note' | 'prompt'}-${string}`): string {
    return this.#say(`staff-triage:${key}`)
  }

  /** What only staff read about the dialogue itself: its pictures, its comparisons. */
  drawn(key: DrawnKey, values: Values = {}): string {
    return this.#say(`staff-flows:${key}`, values)
  }

  /** What only staff read about their accounts, and about the record of what staff did. */
  signIn(key: SignInKey, values: Values = {}): string {
    return this.#say(`staff-sign-in:${key}`, values)
  }

  /** The name of a path of the dialogue; nothing where it has none yet. */
  path(section: string): string | undefined {
    const key = `path-${section}`
    return this.#find(`staff-flows:${key}`)
  }

  /** The label of one option, or of a skip. */
  option(question: QuestionId, option: string, about: Perspective = 'self'): string {
    if (option === 'skip') return this.page('skipped')
    return this.#say(`questions:${question}.options.${option}`, {}, about)
  }

  /** What an answer says of somebody, as the end of "Does that mean ...?"; undefined where none is written. */
  statement(question: QuestionId, option: string, about: Perspective = 'self'): string | undefined {
    return this.#find(`meanings:${question}.${option}`, {}, about)
  }

  /** The words of this language for one rail, beside the letters that work in every language. */
  rail(name: RailName): readonly string[] {
    return this.#list(`rails:${name}`)
  }

  /** A question as it is put on a channel; a question without SMS words is asked with its web words. */
  question(id: QuestionId, channel: Channel, about: Perspective = 'self'): Worded {
    const place = `${channel}/${about}/${id}`
    const known = this.#worded.get(place)
    if (known) return known
    const stem = channel === 'sms' ? this.#find(`questions:${id}.sms`, {}, about) : undefined
    const text = stem ?? this.#say(`questions:${id}.text`, {}, about)
    const options = QUESTIONS[id].options.map(option => ({
      id: option as string,
      label: this.option(id, option, about)
    }))
    const version = createHash('sha256')
      .update(JSON.stringify([text, options]))
      .digest('hex')
      .slice(0, 8)
    const worded = { text, why: this.#find(`questions:${id}.why`, {}, about) ?? '', options, version }
    this.#worded.set(place, worded)
    return worded
  }

  /** Words put together for a channel, as they are sent there. */
  on(channel: Channel, text: string): string {
    return channel === 'sms' ? byText(this.locale, text) : text
  }

  /** How many segments a text is sent in. */
  segments(text: string): number {
    return segmentsOf(text)
  }

  #saidOn(channel: Channel, key: string, values: Values): string {
    const onPage = channel === 'web' ? this.#find(`${key}_web`, values) : undefined
    return onPage ?? this.#say(key, values)
  }

  #list(key: string): readonly string[] {
    const found: unknown = this.#t(key, { returnObjects: true, defaultValue: [] })
    return Array.isArray(found) ? found.map(String) : []
  }

  /** `about` picks the words for it where they differ (`text_friend`), and the plain ones elsewhere. */
  #find(key: string, values: Values = {}, about: Perspective = 'self'): string | undefined {
    const context = about === 'self' ? {} : { context: about }
    const found: unknown = this.#t(key, { ...values, ...context, defaultValue: '' })
    return typeof found === 'string' && found !== '' ? found : undefined
  }

  #say(key: string, values: Values = {}, about: Perspective = 'self'): string {
    const found = this.#find(key, values, about)
    if (found !== undefined) return found
    this.#onMissing({ locale: this.locale, key })
    return this.#find('messages:missingWords') ?? NOTHING_LEFT
  }
}
