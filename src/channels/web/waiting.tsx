// The steps at which nothing is asked: a pause, urgent help, the queue, a worker, the end.
import type { Message } from '../../conversation/conversation.ts'
import type { View } from '../../conversation/view.ts'
import type { Place } from '../../flow/step.ts'
import type { PageKey } from '../../wording/keys.ts'
import { Help } from './help.tsx'
import { LiveFrame } from './live-frame.tsx'
import { Numbers } from './numbers.tsx'
import { OwnWords } from './own-words.tsx'
import { Problem } from './problem.tsx'
import { Rails } from './rails.tsx'
import { Heading, Now, POSTED, PRIVATE, type Scene, Token } from './step.tsx'

interface RestingProps {
  readonly scene: Scene
  readonly after: number
}
type At<K extends Place['kind']> = Extract<Place, { readonly kind: K }>

/** The sentence that waits is the heading: it is what was said last. */
export function Pause({ scene, place, said, after }: RestingProps & { place: At<'pause'>; said: Message | undefined }) {
  const text = said?.text ?? scene.words.message(place.message)
  // They pressed that it is not all right to message: before the page goes they see what happens, and whom they can call.
  const isGoing = place.message === 'beforeYouGo'
  return (
    <Now scene={scene} name={`pause-${place.message}`} after={after}>
      <Heading scene={scene} text={text} />
      {isGoing && <Numbers words={scene.words} />}
      <GoOn scene={scene} {...(isGoing ? { label: scene.words.page('closeThis') } : {})} />
      <LiveFrame scene={scene} after={after} />
      <OwnWords scene={scene} />
      <Rails scene={scene} />
    </Now>
  )
}

/** Urgent help. The card above says it in words; here are the numbers to press. */
export const Emergency = ({ scene, place, after }: RestingProps & { place: At<'emergency' | 'waiting'> }) => (
  <Now scene={scene} name="emergency" after={after}>
    <Heading scene={scene} text={scene.words.page(place.crisis === 'danger' ? 'emergencyHeading' : 'lifeHeading')} />
    <Numbers words={scene.words} />
    {place.crisis !== 'danger' && <TalkToAPerson scene={scene} />}
    {place.canGoOn && (
      <GoOn scene={scene} {...(place.crisis === 'danger' ? {} : { label: scene.words.check('notNow') })} />
    )}
    <LiveFrame scene={scene} after={after} />
    <OwnWords scene={scene} />
    <Rails scene={scene} />
  </Now>
)

/** The one thing that is offered beside the card, where a life is at risk. */
const TalkToAPerson = ({ scene: { words, token } }: { scene: Scene }) => (
  <form {...POSTED}>
    <Token token={token} />
    <button type="submit" class="main" name="do" value="person">
      {words.page('person')}
    </button>
  </form>
)

/** In the queue, or at the end of the questions with nobody asked for. */
export function Waiting({ scene, place, after }: RestingProps & { place: At<'emergency' | 'waiting'> }) {
  const { words, view } = scene
  return (
    <Now scene={scene} name={nameOf(view, place.asked)} after={after}>
      <Heading scene={scene} text={words.page(headingOf(scene, place.asked))} />
      <LiveFrame scene={scene} after={after} />
      <Choice scene={scene} />
      <Composer scene={scene} />
      {place.canGoOn && (
        <GoOn scene={scene} label={words.page(place.reading ? 'readMeanwhile' : 'questionsMeanwhile')} />
      )}
      <Help scene={scene} />
      <Rails scene={scene} />
    </Now>
  )
}

const HEADINGS = { queue: 'waitingHeading', closed: 'closedHeading', later: 'laterHeading' } as const

/** Whether a machine, a queue or nobody is there: said as it is. */
function headingOf({ view: { wait } }: Scene, asked: boolean): PageKey {
  if (wait) return HEADINGS[wait]
  return asked ? 'waitingHeading' : 'restingHeading'
}

/** Another step wherever another thing may be chosen, so that a page that is open shows it. */
function nameOf({ wait, offer }: View, asked: boolean): string {
  if (!asked) return 'resting'
  const there = wait === null || wait === 'queue' ? 'waiting' : `waiting-${wait}`
  return offer ? `${there}-choice` : there
}

/** Nobody is free: wait, be contacted later where there is a safe way, or a number now. */
function Choice({ scene: { words, token, view } }: { scene: Scene }) {
  if (!view.offer) return null
  const { stay, later } = view.offer
  return (
    <>
      <form {...POSTED} class="choices">
        <Token token={token} />
        {stay && (
          <button type="submit" class="main" name="do" value="stay">
            {words.page('keepWaiting')}
          </button>
        )}
        {later && (
          <button type="submit" name="do" value="callBack">
            {words.page('contactLater')}
          </button>
        )}
      </form>
      <Numbers words={words} />
    </>
  )
}

/** A worker is there. */
export const WithWorker = ({ scene, after }: RestingProps) => (
  <Now scene={scene} name="worker" after={after}>
    <Heading scene={scene} text={scene.words.page('workerHeading', { name: scene.view.worker ?? '' })} />
    <LiveFrame scene={scene} after={after} />
    {/* That the worker writes: for the script, and not a line of the log. */}
    <p id="w" class="hint" aria-live="polite" />
    <Composer scene={scene} />
    <Rails scene={scene} />
  </Now>
)

/** Seen only on a page that was open while a worker ended the conversation. */
export const Ended = ({ scene, after }: RestingProps) => (
  <Now scene={scene} name="ended" after={after}>
    <Heading scene={scene} text={scene.words.page('endedHeading')} />
    <a class="main" href="/">
      {scene.words.page('startAgain')}
    </a>
  </Now>
)

const GoOn = ({ scene: { words, token }, label }: { scene: Scene; label?: string }) => (
  <form {...POSTED}>
    <Token token={token} />
    <button type="submit" class="main" name="do" value="goOn">
      {label ?? words.page('goOn')}
    </button>
  </form>
)

/** Own words while nothing is asked. */
const Composer = ({ scene }: { scene: Scene }) => (
  <form {...POSTED} id="q" class="own">
    <Token token={scene.token} />
    <Problem scene={scene} />
    <label for="t" class="hint">
      {scene.words.page('write')}
    </label>
    <textarea id="t" name="text" rows={2} enterkeyhint="send" lang={scene.words.locale} {...PRIVATE}>
      {scene.draft?.text ?? ''}
    </textarea>
    <button type="submit" class="main">
      {scene.words.page('send')}
    </button>
  </form>
)
