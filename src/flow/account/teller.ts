// Who tells of a dialogue: on which channel, in which words, and how conditions are said there.
import type { Channel } from '../../questions/answer.ts'
import type { Words } from '../../wording/words.ts'
import { type Speech, speechWith } from './condition-words.ts'
import type { Dialogue } from './dialogue.ts'
import { type Speakers, speakersOf } from './speakers.ts'

/** `whileWaiting` -> `While waiting`: for a section nobody has named. */
const spaced = (name: string): string => {
  const words = name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const titleOf = (words: Words, section: string): string => words.path(section) ?? spaced(section)

/** Null: both channels, each difference said as a condition. */
export type Where = Channel | null

export const channelsOf = (where: Where): readonly Channel[] => (where ? [where] : ['web', 'sms'])

export interface Teller {
  readonly dialogue: Dialogue
  readonly words: Words
  readonly where: Where
  readonly speech: Speech
  readonly speakers: Speakers
}

/** Makes the accounts of one dialogue on one channel, or on both. `options`: whether conditions name them by label or id. */
export function tellerOf(dialogue: Dialogue, words: Words, where: Where, options: Speech['options']): Teller {
  const speech: Speech = { words, rules: dialogue.rules, options }
  return {
    dialogue,
    words,
    where,
    speech: where ? speechWith(speech, { channel: where }) : speech,
    speakers: speakersOf(dialogue.flow, where)
  }
}

/** In one section a shared rule keeps its name even when only a part of it can matter to those who come there. */
export function tellerIn(teller: Teller, section: string): Teller {
  const { speech, speakers } = teller
  const here = speechWith(speech, { never: speakers.never(section) })
  return { ...teller, speech: { ...speech, rules: [...speech.rules, ...here.rules] } }
}
