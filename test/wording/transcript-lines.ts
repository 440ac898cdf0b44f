// The assistant's side of a golden transcript, with the moment each line was read in. Other people's own words are exempt.
import { shortMode } from '../../flows/parts/opening.ts'
import type { Answers, Channel } from '../../src/questions/answer.ts'
import { QUESTION_IDS, type QuestionId } from '../../src/questions/catalogue.ts'
import { holds } from '../../src/questions/condition.ts'
import type { Perspective } from '../../src/questions/perspective.ts'
import type { Words } from '../../src/wording/words.ts'
import { withoutSegments } from '../telling/segments-note.ts'
import type { Moment, ShownLine } from './never-rules.ts'

const SPOKEN = /^(US|PERSON|WORKER) +(.*)$/

const ABOUT: readonly Perspective[] = ['self', 'friend', 'professional']

/** The question a line asks, about whomever it is asked. */
const askedIn = (line: string, channel: Channel, words: Words): QuestionId | undefined =>
  QUESTION_IDS.find(id => ABOUT.some(about => line.startsWith(words.question(id, channel, about).text)))

/** The option a reply stands for: its digit by text, its label on the page. Own words are read as a skip: it hides nothing. */
function optionOf(words: Words, question: QuestionId, channel: Channel, reply: string): string {
  const { options } = words.question(question, channel)
  const chosen = channel === 'sms' ? options[Number(reply) - 1] : options.find(({ label }) => label === reply)
  return chosen?.id ?? 'skip'
}

/** Lines of one transcript. `first` lasts until the person has said that it is OK to write; short mode is the flow's own rule. */
export function transcriptLines(name: string, transcript: string, words: Words): ShownLine[] {
  const [head = '', ...lines] = transcript.split('\n')
  const channel: Channel = head.includes('by text message') ? 'sms' : 'web'
  let asked: QuestionId | undefined
  let answers: Answers = {}
  return lines.flatMap((written, index): ShownLine[] => {
    const line = withoutSegments(written)
    const [, speaker, text = ''] = line.match(SPOKEN) ?? []
    if (speaker === 'PERSON' && asked) answers = { ...answers, [asked]: optionOf(words, asked, channel, text) }
    if (speaker === 'PERSON') asked = undefined
    if (speaker === 'PERSON' || speaker === 'WORKER' || line.trim() === '') return []
    asked = askedIn(text, channel, words) ?? asked
    return [{ text: text || line.trim(), where: `${name}, line ${index + 2}`, channel, moment: moment() }]
  })

  function moment(): Moment {
    if (answers.channelOk === undefined) return 'first'
    return holds(shortMode, { answers, channel }) ? 'short' : 'any'
  }
}
