// What will be passed on to a worker, line by line, each of which the person can keep back or change.
import type { ToldLine as Line, Told as ToldThings } from '../../summary/told.ts'
import { AS_WRITTEN, Heading, Now, POSTED, type Scene, Token } from './step.tsx'

export function Told({ scene, told, after }: { scene: Scene; told: ToldThings; after: number }) {
  const { words, token } = scene
  return (
    <Now scene={scene} name="aside" after={after}>
      <Heading scene={scene} text={words.page('toldHeading')} />
      <p>{words.page('toldHow')}</p>
      <form {...POSTED}>
        <Token token={token} />
        <dl class="told">
          {told.lines.map(line => (
            <ToldLine key={line.question} scene={scene} line={line} />
          ))}
          {told.ownWords.length > 0 && (
            <div>
              <dt>{words.page('toldLoose')}</dt>
              <OwnWords texts={told.ownWords} />
            </div>
          )}
        </dl>
        {told.lines.some(line => line.withheld) && <MayKnow scene={scene} mayKnow={told.mayKnow} />}
      </form>
      <a class="main" href="/" data-in="">
        {words.page('backToQuestions')}
      </a>
    </Now>
  )
}

/** What is kept back is theirs alone, and so is whether anybody learns that there is something. */
const MayKnow = ({ scene: { words }, mayKnow }: { scene: Scene; mayKnow: boolean }) => (
  <div class="may-know">
    <p>{words.page(mayKnow ? 'keptKnown' : 'keptUnknown')}</p>
    <button type="submit" name="mayKnow" value={mayKnow ? 'no' : 'yes'}>
      {words.page(mayKnow ? 'keptHide' : 'keptTell')}
    </button>
  </div>
)

const OwnWords = ({ texts }: { texts: readonly string[] }) => (
  <>
    {texts.map((text, index) => (
      <dd key={index} dir="auto" {...AS_WRITTEN}>
        {text}
      </dd>
    ))}
  </>
)

function ToldLine({ scene: { words, view }, line }: { scene: Scene; line: Line }) {
  const { question, text, answer, ownWords, earlier, withheld } = line
  const canChange = view.place.kind !== 'worker' && view.changeable.includes(question)
  const aboutThis = <span class="v">: {text}</span>
  return (
    <div>
      <dt>{text}</dt>
      {answer !== null && <dd dir="auto">{answer}</dd>}
      <OwnWords texts={ownWords} />
      {earlier.length > 0 && <dd class="hint">{words.page('toldBefore', { answer: earlier.join(', ') })}</dd>}
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
