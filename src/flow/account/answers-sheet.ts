// Every answer to what people ask, in every form, with a place to sign: for the practice lead, on paper.
import { TOPICS } from '../../questions/topic.ts'
import type { AnswerKey, DrawnKey } from '../../wording/keys.ts'
import type { Words } from '../../wording/words.ts'

/** Said for any topic that has no short form of its own. */
const ANY = 'any'

/** When, to whom and where one form is said: `anyoneThere_closed_web`. */
function formOf(words: Words, key: AnswerKey, isSaidOnPage: boolean): string {
  const parts = key.split('_').slice(1)
  const isApart = parts.includes('web') || parts.includes('asked')
  const where = isApart ? [] : [isSaidOnPage ? 'sms' : 'both']
  return [...parts, ...where].map(part => words.drawn(`answers-${part}` as DrawnKey)).join(', ')
}

function linesOf(words: Words, topic: string): string[] {
  return words.answers.keysOf(topic).map(key => {
    const form = formOf(words, key, words.answers.has(`${key}_web`))
    return `  ${form}: ${words.topic(key, { open: words.drawn('answers-opening') })}`
  })
}

/** The sheet as text: the answers as they are now, who signed them, and who signs next. */
export function answersSheet(words: Words): string {
  const sign = `  ${words.drawn('answers-sign')}`
  const topics = TOPICS.flatMap(topic => {
    const signed = words.answers.signatureOf(topic)
    const by = signed ? words.drawn('answers-signed', signed) : words.drawn('answers-unsigned')
    return ['', topic, ...linesOf(words, topic), `  ${by}`, sign]
  })
  const about = [words.drawn('answers-title'), '', words.drawn('answers-about')]
  return `${[...about, '', words.drawn('answers-any'), ...linesOf(words, ANY), sign, ...topics].join('\n')}\n`
}
