// What people write, as data: the shape of locales/<lang>/reading*.json. How it is matched: src/reading/.
import type { Signal } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import type { Concern } from '../questions/concern.ts'
import type { Topic } from '../questions/topic.ts'
import type { RailName } from './keys.ts'

/** Phrases in the small language of CONTRIBUTING.md, "Add a language": `a/b`, `word*`, `word?`, `..`, `@group`. */
export type Phrases = readonly string[]

/** Phrases for each option of each question. */
export type OptionPhrases = { readonly [Q in QuestionId]?: Readonly<Record<string, Phrases>> }

export interface ReadingWords {
  /** Named lists that other phrases use as `@name`. */
  readonly groups: Readonly<Record<string, Phrases>>
  /** A word, and how people misspell it in a hurry: read as the word wherever it stands. Never a spelling of another word. */
  readonly spellings: Readonly<Record<string, Phrases>>
  /** Words that carry no meaning of their own beside an answer: "my", "its", "in". */
  readonly small: Phrases
  /** Politeness around a whole message: "please", "thanks". */
  readonly polite: Phrases
  /** Words that begin a new thought, over which a negation does not reach: "but", "and". */
  readonly joins: Phrases
  /** Words that begin a new statement: a negation before one does not reach over it ("cant talk, hes coming"). */
  readonly subjects: Phrases
  /** Words between picked numbers, and before them: "option". */
  readonly and: Phrases
  /** The words for 1, for 2, and so on. */
  readonly numbers: readonly Phrases[]
  readonly families: Readonly<Record<'yes' | 'no' | 'unsure' | 'neither' | 'refusal', Phrases>>
  /** deed: before what is done ("never"). thing: before what is there ("no knife"). except: what only looks like one. */
  readonly negations: Readonly<Record<'deed' | 'thing' | 'except', Phrases>>
  /** now: it happens now. pressing: any deed beside it happens now. away: near by, they put it in another time. led: just before, they make it past or unreal. told: only said, or feared. */
  readonly marks: Readonly<Record<'now' | 'pressing' | 'away' | 'led' | 'told', Phrases>>
  /** Turns of speech that mean none of their words. */
  readonly idioms: Phrases
  /** sure: danger now. threat: unless it is only told. near: unless somebody was just asked where they are. */
  readonly danger: Readonly<Record<'sure' | 'threat' | 'near', Phrases>>
  readonly concerns: Readonly<Record<Concern, Phrases>>
  readonly signals: Readonly<Record<Extract<Signal, 'heldNow' | 'injuryNow' | 'petsHarmed'>, Phrases>>
  readonly notices: Readonly<Record<Extract<Signal, 'locationSeeking' | 'someoneElse'>, Phrases>>
  readonly askFor: Readonly<Record<'person' | 'leave', Phrases>>
  /** A cry for help that says nothing more: "help". */
  readonly cry: Phrases
  /** That they have another device nobody looks at, or ask for a page: by text they are told where it is. */
  readonly elsewhere: Phrases
  /** What is as good as the option's own words. */
  readonly says: OptionPhrases
  /** What points to an option and is asked back. */
  readonly hints: OptionPhrases
  /** What is asked of the service, or remarked to it: questions, never what is only told. Of no use to any other list. */
  readonly topics: Readonly<Partial<Record<Topic, Phrases>>>
  /** Named lists that the phrases of `topics` use as `@name`. */
  readonly topicGroups: Readonly<Record<string, Phrases>>
}

/** Everything a language has for reading: the words of its rails, and what people write. */
export interface Lexicon {
  readonly locale: string
  readonly rails: Readonly<Partial<Record<RailName, Phrases>>>
  /** Empty sections where a language has not written any yet. */
  readonly reading: Partial<ReadingWords>
  /** Of a language that is not offered: read for danger alone, because that can only raise (decision 013). */
  readonly onlyDanger?: true
}
