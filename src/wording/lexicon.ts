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
  /** Words that say nothing about anybody or anything: beside a yes or no they leave it a yes or no, to be asked back. */
  readonly fillers: Phrases
  /** Politeness around a whole message: "please", "thanks". */
  readonly polite: Phrases
  /** Around a number or an answer, they make it one to be asked back: "I think". */
  readonly doubts: Phrases
  /** What a phone writes by itself, while its owner drives or is away. */
  readonly machines: Phrases
  /** What a phone writes under a message: "sent from my phone". */
  readonly signatures: Phrases
  /** Words that begin a new thought, over which a negation does not reach: "but", "and". */
  readonly joins: Phrases
  /** Words that begin a new statement: a negation before one does not reach over it ("cant talk, hes coming"). */
  readonly subjects: Phrases
  /** Words between picked numbers, and before them: "option". */
  readonly and: Phrases
  /** Before a picked number: "its", "the answer is". */
  readonly leads: Phrases
  /** The words for 1, for 2, and so on. */
  readonly numbers: readonly Phrases[]
  /** leansNo: nearly a no, and asked back. neither: yes and no. refusal: they would rather not say. */
  readonly families: Readonly<Record<'yes' | 'no' | 'leansNo' | 'unsure' | 'neither' | 'refusal', Phrases>>
  /** deed: before what is done ("never"). thing: before what is there ("no knife"). except: what only looks like one. */
  readonly negations: Readonly<Record<'deed' | 'thing' | 'except', Phrases>>
  /** now: it happens now. pressing: any deed beside it happens now. away: near by, they put it in another time. led: just before, they make it past or unreal. told: only said, or feared. */
  readonly marks: Readonly<Record<'now' | 'pressing' | 'away' | 'led' | 'told', Phrases>>
  /** Turns of speech that mean none of their words. */
  readonly idioms: Phrases
  /** sure: danger now. threat: unless it is only told. near: unless somebody was just asked where they are. */
  readonly danger: Readonly<Record<'sure' | 'threat' | 'near', Phrases>>
  /** own: the first person who does. mine: to whom it is done. others: who stands for somebody else. says: "he said", who must be another. bidden: "(he says) i should", which is the person again. telling: "i told him". */
  readonly whose: Readonly<Record<'own' | 'mine' | 'others' | 'says' | 'bidden' | 'telling', Phrases>>
  /** command: "stop". going: "gtg". around: what may stand about both. more, governed: behind and before "have to go" they make it another thing. pleading: behind "stop" it is a plea. noTexts: no more texts. toOthers: what only looks so, of texts to or from somebody else. */
  readonly leaving: Readonly<
    Record<'command' | 'going' | 'around' | 'more' | 'governed' | 'pleading' | 'noTexts' | 'toOthers', Phrases>
  >
  /** act: begun. now: a wish, an intent. farewell: by itself. bye and beside: a farewell together. past: it was another time. other, otherAct: of somebody they know. unless: "if i leave". */
  readonly life: Readonly<
    Record<'act' | 'now' | 'farewell' | 'bye' | 'beside' | 'past' | 'otherAct' | 'other' | 'unless', Phrases>
  >
  /** here: somebody is there, or coming. except: what only sounds so. reads: reads along. because: why one leaves. fear: makes danger of "here". helper: somebody else writes for them. */
  readonly near: Readonly<Record<'here' | 'except' | 'reads' | 'because' | 'fear' | 'helper', Phrases>>
  /** governed: before "stop texting" it is told of somebody, not said to us. */
  readonly hands: Readonly<Record<'asks' | 'taken' | 'wantsWords' | 'governed', Phrases>>
  /** defended: to fend somebody off is no deed. */
  readonly mayHurt: Readonly<Record<'may' | 'deed' | 'defended', Phrases>>
  /** except: numbers that are no age. */
  readonly young: Readonly<Record<'says' | 'except', Phrases>>
  /** Questions about nobody: the sentence they begin raises nothing. */
  readonly supposed: Phrases
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
