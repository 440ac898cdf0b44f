// What every step of the person's page is made of: its frame, its hidden fields, and the rails that are always there.
import type { ComponentChildren } from 'preact'
import type { View } from '../../conversation/view.ts'
import type { Words } from '../../wording/words.ts'
import type { Complaint } from './read-form.ts'

/** Everything a step needs to draw itself. */
export interface Scene {
  readonly words: Words
  readonly view: View
  /** The token of this response's forms. */
  readonly token: string
  readonly locales: readonly string[]
  /** The day it is, as 2026-11-30: an answer is shown until its review. */
  readonly day: string
  /** What was in a form that could not be sent on. */
  readonly draft?: Draft
  /** A whole page of a conversation under way: a browser without script is brought to the step. */
  readonly bringHere: boolean
}

export interface Draft {
  readonly complaint: Complaint
  readonly chosen: readonly string[]
  readonly text: string
}

/** Whether somebody may write to this page by themselves: then it listens. */
export const isLive = ({ handoverAsked, worker, status }: View): boolean =>
  status === 'open' && (handoverAsked || worker !== null)

interface NowProps {
  readonly scene: Scene
  /** Names the step: while it stays the same the script leaves it alone, with what is typed in it. */
  readonly name: string
  readonly after: number
  readonly children: ComponentChildren
}

/** The current step. */
export const Now = ({ scene: { view }, name, after, children }: NowProps) => (
  <section
    id="now"
    data-now={name}
    data-after={after}
    data-seq={view.lastSeq}
    {...(isLive(view) ? { 'data-live': '' } : {})}
    {...(view.short ? { 'data-short': '' } : {})}
  >
    {children}
  </section>
)

/** A form that works without script, and of which the browser keeps nothing. */
export const POSTED = { method: 'post', action: '/', autocomplete: 'off' } as const

/** A person's words are not given to a browser's translation service by us. (The types know only a boolean.) */
export const AS_WRITTEN: object = { translate: 'no' }

/** A field whose content the browser neither remembers, nor corrects, nor sends away to have its spelling looked at. */
export const PRIVATE = {
  autocomplete: 'off',
  autocorrect: 'off',
  spellcheck: false,
  writingsuggestions: 'false',
  dir: 'auto',
  ...AS_WRITTEN
} as const

/** Our token goes with every form. */
export const Token = ({ token }: { token: string }) => <input type="hidden" name="k" value={token} />

interface HeadingProps {
  readonly scene: Scene
  readonly text: string
  /** The field it is the label of. */
  readonly labels?: string
}

/** The heading of a step: what was asked, or said last. Focus goes here. */
export const Heading = ({ scene, text, labels }: HeadingProps) => (
  <h1
    tabIndex={-1}
    {...(text.length > LONG_HEADING ? { class: 'long' } : {})}
    {...(scene.bringHere && !scene.draft ? BRING : {})}
  >
    {labels ? <label for={labels}>{text}</label> : text}
  </h1>
)

/** Longer than this, in characters, a heading is set as text: a wall of large letters is not read. */
const LONG_HEADING = 60
/** Without script this is the only way to bring somebody to the step below what was said before. */
export const BRING = { autofocus: true }

/** Where they write in their own words, or answer a question for words. */
export const TextField = ({ scene: { words, draft } }: { scene: Scene }) => (
  <input
    id="t"
    type="text"
    name="text"
    enterkeyhint="send"
    value={draft?.text ?? ''}
    lang={words.locale}
    {...(draft ? { 'aria-describedby': 'err' } : {})}
    {...PRIVATE}
  />
)
