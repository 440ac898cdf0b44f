import { createHash } from 'node:crypto'
import type { TFunction } from 'i18next'
import type { Channel } from '../questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import type { Direction } from './direction.ts'
import type { MessageKey, PageKey, RailName, StaffKey } from './keys.ts'
import type { Lexicon } from './lexicon.ts'

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

/** Last words: what is shown when even the neutral sentence is missing. No topic, no number, no key. */
const NOTHING_LEFT = 'Sorry, something went wrong on our side.'

/** The words of one locale. A key that is not there is never shown: a neutral sentence is, and an alert is raised. */
export class Words {
  readonly locale: string
  readonly direction: Direction
  /** What people write in this language, for the reader. */
  readonly lexicon: Lexicon
  readonly #t: TFunction
  readonly #onMissing: (missing: MissingWords) => void
  readonly #worded = new Map<string, Worded>()

  constructor(lexicon: Lexicon, direction: Direction, t: TFunction, onMissing: (missing: MissingWords) => void) {
    this.locale = lexicon.locale
    this.lexicon = lexicon
    this.direction = direction
    this.#t = t
    this.#onMissing = onMissing
  }

  /** A fixed sentence. On the page some are said in their own way: "X" is a word of SMS. */
  message(key: MessageKey, values: Values = {}, channel: Channel = 'web'): string {
    const onPage = channel === 'web' ? this.#find(`messages:${key}_web`, values) : undefined
    return onPage ?? this.#say(`messages:${key}`, values)
  }

  page(key: PageKey, values: Values = {}): string {
    return this.#say(`page:${key}`, values)
  }

  staff(key: StaffKey, values: Values = {}): string {
    return this.#say(`staff:${key}`, values)
  }

  /** What only staff read about services, by an id of the triage: why a rule matched, what a note or a prompt says. */
  triage(key: `${'flag' | 'band' | 'why' | 'blocked' | 'unmet' | 'note' | 'prompt'}-${string}`): string {
    return this.#say(`staff-triage:${key}`)
  }

  /** The label of one option, or of a skip. */
  option(question: QuestionId, option: string): string {
    return option === 'skip' ? this.page('skipped') : this.#say(`questions:${question}.options.${option}`)
  }

  /** The words of this language for one rail, beside the letters that work in every language. */
  rail(name: RailName): readonly string[] {
    const found: unknown = this.#t(`rails:${name}`, { returnObjects: true, defaultValue: [] })
    return Array.isArray(found) ? found.map(String) : []
  }

  /** A question as it is put on a channel; a question without SMS words is asked with its web words. */
  question(id: QuestionId, channel: Channel): Worded {
    const known = this.#worded.get(`${channel}/${id}`)
    if (known) return known
    const stem = channel === 'sms' ? this.#find(`questions:${id}.sms`) : undefined
    const text = stem ?? this.#say(`questions:${id}.text`)
    const options = QUESTIONS[id].options.map(option => ({ id: option as string, label: this.option(id, option) }))
    const version = createHash('sha256')
      .update(JSON.stringify([text, options]))
      .digest('hex')
      .slice(0, 8)
    const worded = { text, why: this.#find(`questions:${id}.why`) ?? '', options, version }
    this.#worded.set(`${channel}/${id}`, worded)
    return worded
  }

  #find(key: string, values: Values = {}): string | undefined {
    const found: unknown = this.#t(key, { ...values, defaultValue: '' })
    return typeof found === 'string' && found !== '' ? found : undefined
  }

  #say(key: string, values: Values = {}): string {
    const found = this.#find(key, values)
    if (found !== undefined) return found
    this.#onMissing({ locale: this.locale, key })
    return this.#find('messages:missingWords') ?? NOTHING_LEFT
  }
}
