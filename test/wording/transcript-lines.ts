// The assistant's side of a golden transcript, with the moment each line was read in. Other people's own words are exempt.
import { shortMode } from '../../flows/parts/opening.ts'
import type { Answers, Channel } from '../../src/questions/answer.ts'
import { QUESTION_IDS, QUESTIONS, type QuestionId } from '../../src/questions/catalogue.ts'
import { holds } from '../../src/questions/condition.ts'
import type { Words } from '../../src/wording/words.ts'
import type { Moment, ShownLine } from './never-rules.ts'

const SPOKEN = /^(US|PERSON|WORKER) +(.*)$/

/** The option a reply stands for: its digit by text, its label on the page. The last digit is a skip. */
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
  return lines.flatMap((line, index): ShownLine[] => {
    const [, speaker, text = ''] = line.match(SPOKEN) ?? []
    if (speaker === 'PERSON' && asked) answers = { ...answers, [asked]: optionOf(words, asked, channel, text) }
    if (speaker === 'PERSON' || speaker === 'WORKER' || line.trim() === '') return []
    asked =
      QUESTION_IDS.find(id => QUESTIONS[id].kind !== 'text' && text.startsWith(words.question(id, channel).text)) ??
      asked
    return [{ text: text || line.trim(), where: `${name}, line ${index + 2}`, channel, moment: moment() }]
  })

  function moment(): Moment {
    if (answers.channelOk === undefined) return 'first'
    return holds(shortMode, { answers, channel }) ? 'short' : 'any'
  }
}
