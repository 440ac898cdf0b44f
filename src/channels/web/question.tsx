// One question: its choices, and a field for saying it in one's own words.

import { QUESTIONS, type QuestionId } from '../../questions/catalogue.ts'
import type { Question as Kind } from '../../questions/question.ts'
import type { Worded } from '../../wording/words.ts'
import { LiveFrame } from './live-frame.tsx'
import { Problem } from './problem.tsx'
import { progressOf } from './progress.ts'
import { DeviceLink, Rails } from './rails.tsx'
import { Heading, Now, POSTED, type Scene, TextField, Token } from './step.tsx'

interface QuestionProps {
  readonly scene: Scene
  readonly question: QuestionId
  readonly canSkip: boolean
  readonly after: number
}

export function Question({ scene, question, canSkip, after }: QuestionProps) {
  const { words, view, token } = scene
  const worded = words.question(question, 'web', view.about)
  const { kind } = QUESTIONS[question]
  const progress = progressOf(view)
  return (
    <Now scene={scene} name={question} after={after}>
      {question === 'channelOk' && !view.short && <BeforeYouStart scene={scene} />}
      {progress && <p class="hint">{words.page(progress)}</p>}
      <LiveFrame scene={scene} after={after} />
      <Problem scene={scene} />
      {isLost(scene) && <PersonOrOn scene={scene} />}
      <form {...POSTED} id="q" data-question={question}>
        <Token token={token} />
        <input type="hidden" name="question" value={question} />
        {kind === 'text' ? (
          <TextQuestion scene={scene} text={worded.text} />
        ) : (
          <ChoiceQuestion scene={scene} kind={kind} worded={worded} />
        )}
      </form>
      {!view.short && worded.why && (
        <details>
          <summary>{words.page('why')}</summary>
          <p>{worded.why}</p>
        </details>
      )}
      <Rails scene={scene} {...(canSkip ? { skips: 'q' } : {})} />
    </Now>
  )
}

/** The last thing said is that their words were not understood. */
const isLost = ({ view: { messages } }: Scene): boolean =>
  messages.findLast(({ from, kind }) => from === 'assistant' && kind !== 'ask')?.key === 'notFollowed' &&
  messages.findLast(({ from }) => from === 'person')?.kind === 'said'

/** Beside the sentence that says so: a person, or on with the question below. */
const PersonOrOn = ({ scene: { words, token } }: { scene: Scene }) => (
  <form {...POSTED} class="yesno">
    <Token token={token} />
    <button type="submit" class="main" name="do" value="person">
      {words.page('person')}
    </button>
    <a class="main" href="#q">
      {words.page('goOn')}
    </a>
  </form>
)

/** On the very first screen: how to leave, and what leaving does not do. */
const BeforeYouStart = ({ scene: { words } }: { scene: Scene }) => (
  <div class="intro">
    <p>{words.page('howToLeave')}</p>
    <p>{words.page('historyStays')}</p>
    <DeviceLink words={words} />
  </div>
)

const Continue = ({ scene: { words } }: { scene: Scene }) => (
  <button type="submit" class="main" data-continue="">
    {words.page('continue')}
  </button>
)

const TextQuestion = ({ scene, text }: { scene: Scene; text: string }) => (
  <>
    <Heading scene={scene} text={text} labels="t" />
    <TextField scene={scene} />
    <Continue scene={scene} />
  </>
)

function ChoiceQuestion({ scene, kind, worded }: { scene: Scene; kind: Kind['kind']; worded: Worded }) {
  const { words, draft } = scene
  return (
    <>
      {/* Enter in the text field presses a form's first button: it must send the words, never a choice. */}
      <button type="submit" class="v" name="by" value="text" tabIndex={-1} aria-hidden="true">
        {words.page('send')}
      </button>
      <fieldset {...(draft ? { 'aria-describedby': 'err' } : {})}>
        <legend>
          <Heading scene={scene} text={worded.text} />
        </legend>
        {kind === 'many' && <p class="hint">{words.page('pickAny')}</p>}
        {worded.options.map(({ id, label }) => (
          <label key={id} class="choice">
            <input
              type={kind === 'many' ? 'checkbox' : 'radio'}
              name="answer"
              value={id}
              autocomplete="off"
              checked={draft?.chosen.includes(id) ?? false}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <Continue scene={scene} />
      <OwnWords scene={scene} />
    </>
  )
}

/** Folded away in short mode: on a phone somebody may be looking at, only the choices are on the screen. */
function OwnWords({ scene }: { scene: Scene }) {
  const { words, view, draft } = scene
  const field = (
    <div class="own">
      <label for="t" class={view.short ? 'v' : 'hint'}>
        {words.page('ownWords')}
      </label>
      <TextField scene={scene} />
      <button type="submit" name="by" value="text">
        {words.page('send')}
      </button>
    </div>
  )
  if (!view.short) return field
  return (
    <details open={Boolean(draft?.text)}>
      <summary>{words.page('ownWords')}</summary>
      {field}
    </details>
  )
}
