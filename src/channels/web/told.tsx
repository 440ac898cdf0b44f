// What will be passed on to a worker, line by line, each of which the person can keep back or change.
import type { Reading } from '../../conversation/ports.ts'
import type { Answer } from '../../questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../../questions/catalogue.ts'
import type { Words } from '../../wording/words.ts'
import { AS_WRITTEN, Heading, Now, POSTED, type Scene, Token } from './step.tsx'

/** Shown in place of a number or a safe word. */
const MASK = '••••'

interface Line {
  readonly question: QuestionId
  readonly answer: string
  readonly ownWords: readonly string[]
  readonly withheld: boolean
}

const inWords = (question: QuestionId, value: Answer, words: Words): string => {
  const isText = QUESTIONS[question].kind === 'text' && value !== 'skip'
  if (isText) return QUESTIONS[question].masked ? MASK : String(value)
  return [value]
    .flat()
    .map(option => words.option(question, option))
    .join(', ')
}

/** The lines of a conversation: every answer in force, with the person's own words beside it. */
export function linesOf({ conversation, answers, withheld }: Reading, words: Words): Line[] {
  return conversation.snapshot.memory.log.map(({ question, value }) => ({
    question,
    answer: inWords(question, value, words),
    ownWords: answers.flatMap(line =>
      line.question === question && line.verbatim !== null && line.verbatim !== value ? [line.verbatim] : []
    ),
    withheld: withheld.findLast(line => line.question === question)?.withheld ?? false
  }))
}

export function Told({ scene, lines, after }: { scene: Scene; lines: readonly Line[]; after: number }) {
  const { words, view, token } = scene
  return (
    <Now scene={scene} name="aside" after={after}>
      <Heading scene={scene} text={words.page('toldHeading')} />
      <p>{words.page('toldHow')}</p>
      <form {...POSTED}>
        <Token token={token} />
        <dl class="told">
          {lines.map(line => (
            <ToldLine key={line.question} words={words} line={line} canChange={view.place.kind !== 'worker'} />
          ))}
        </dl>
      </form>
      <a class="main" href="/" data-in="">
        {words.page('backToQuestions')}
      </a>
    </Now>
  )
}

function ToldLine({ words, line, canChange }: { words: Words; line: Line; canChange: boolean }) {
  const { question, answer, ownWords, withheld } = line
  const { text } = words.question(question, 'web')
  const aboutThis = <span class="v">: {text}</span>
  return (
    <div>
      <dt>{text}</dt>
      <dd dir="auto">{answer}</dd>
      {ownWords.map((own, index) => (
        <dd key={index} dir="auto" {...AS_WRITTEN}>
          {own}
        </dd>
      ))}
      <dd>
        {withheld && <p class="kept">{words.page('keptBack')}</p>}
        <button type="submit" name={withheld ? 'giveBack' : 'withhold'} value={question}>
          {words.page(withheld ? 'giveBack' : 'withhold')}
          {aboutThis}
        </button>
        {canChange && (
          <button type="submit" name="change" value={question}>
            {words.page('change')}
            {aboutThis}
          </button>
        )}
      </dd>
    </div>
  )
}
