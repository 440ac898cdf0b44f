// From a view to the page or the fragment that shows it. Everything a person sees of a conversation is chosen here.
import type { VNode } from 'preact'
import type { View } from '../../conversation/view.ts'
import { Check } from './check.tsx'
import { Hushed } from './hushed.tsx'
import { Entries, type Shown, shownOf } from './log.tsx'
import { newNonce, renderPage, renderPart, type Surroundings } from './page.tsx'
import { Question } from './question.tsx'
import { Page, Shelf } from './shelf.tsx'
import type { Draft, Scene } from './step.tsx'
import { Emergency, Ended, Pause, Waiting, WithWorker } from './waiting.tsx'

/** The step of a view. */
function stepOf(scene: Scene, { current, after }: Shown): VNode {
  const { place, hushed } = scene.view
  if (hushed) return <Hushed scene={scene} after={after} />
  switch (place.kind) {
    case 'question':
      return <Question scene={scene} question={place.question} canSkip={place.canSkip} after={after} />
    case 'check':
      return <Check scene={scene} place={place} said={current} after={after} />
    case 'shelf':
      return <Shelf scene={scene} place={place} after={after} />
    case 'page':
      return <Page scene={scene} place={place} after={after} />
    case 'pause':
      return <Pause scene={scene} place={place} said={current} after={after} />
    case 'emergency':
      return <Emergency scene={scene} place={place} after={after} />
    case 'waiting':
      return <Waiting scene={scene} place={place} after={after} />
    case 'worker':
      return <WithWorker scene={scene} after={after} />
    case 'left':
    case 'closed':
      return <Ended scene={scene} after={after} />
  }
}

export interface Drawn {
  readonly html: string
  readonly nonce: string
}

/** A piece that stands in place of the step, such as what stays on this device. */
export type Aside = (scene: Scene, shown: Shown) => VNode

export interface ToDraw {
  readonly view: View
  readonly token: string
  readonly locales: readonly string[]
  readonly day: string
  readonly draft?: Draft
  readonly aside?: Aside
}

const sceneOf = ({ view, token, locales, day, draft }: ToDraw, around: Surroundings, bringHere: boolean): Scene => ({
  words: around.words,
  view,
  token,
  locales,
  day,
  bringHere,
  ...(draft ? { draft } : {})
})

/** A whole page: the log so far, and the step below it. */
export function drawPage(toDraw: ToDraw, around: Surroundings): Drawn {
  const { view, aside } = toDraw
  const shown = shownOf(view)
  const scene = sceneOf(toDraw, around, shown.entries.length > 0 || toDraw.draft !== undefined)
  const nonce = newNonce()
  const content = (
    <>
      <div id="log" role="log" aria-label={around.words.page('log')}>
        {!aside && <Entries words={around.words} view={view} entries={shown.entries} />}
      </div>
      {aside ? aside(scene, { ...shown, after: 0 }) : stepOf(scene, shown)}
    </>
  )
  return { html: renderPage(around, nonce, content), nonce }
}

/** The same as a fragment for the script. `view` holds the messages the page has not got yet. */
export function drawPart(toDraw: ToDraw, around: Surroundings): string {
  const { view, aside } = toDraw
  const shown = shownOf(view)
  const scene = sceneOf(toDraw, around, false)
  const entries = <Entries words={around.words} view={view} entries={shown.entries} />
  return renderPart(entries, view.short, aside ? aside(scene, shown) : stepOf(scene, shown))
}
