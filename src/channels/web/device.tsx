// What stays on this device: said plainly, because a promise too much can hurt. Domain guide, sections 1 and 8.
import type { PageKey } from '../../wording/keys.ts'
import type { Aside } from './conversation-page.tsx'
import { Heading, Now } from './step.tsx'

const SENTENCES: readonly PageKey[] = [
  'deviceLeave',
  'deviceShift',
  'deviceHistory',
  'deviceWords',
  'deviceOthers',
  'deviceOwn',
  'deviceDoNotClear'
]

export const deviceAside: Aside = (scene, { after }) => (
  <Now scene={scene} name="aside" after={after}>
    <Heading scene={scene} text={scene.words.page('deviceLink')} />
    {SENTENCES.map(key => (
      <p key={key}>{scene.words.page(key)}</p>
    ))}
    {/* The script shows this: without it nothing fades. */}
    <div hidden>
      <p>{scene.words.page('deviceSilence')}</p>
      <label class="choice">
        <input type="checkbox" autocomplete="off" data-stay="" />
        <span>{scene.words.page('deviceStay')}</span>
      </label>
    </div>
    <a class="main" href="/" data-in="">
      {scene.words.page('backToQuestions')}
    </a>
  </Now>
)
