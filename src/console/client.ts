// The console's script: keeps an open page up to date and sends a message without leaving it. Every page works without.

import { segmentsOf } from '../wording/segments.ts'
import { callOut } from './call-out.ts'
import { holdFocus } from './held-focus.ts'
import { putBack, touchedIn } from './touched-fields.ts'
import { readText } from './typed-text.ts'
import { showWriting } from './writing.ts'

interface Part {
  readonly id: string
  readonly version: string
  readonly html: string
}
interface Sent {
  readonly why: string | null
  readonly once: string
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string }
}

/** How long to wait before connecting again when the browser itself has given up, in ms. */
const RECONNECT = 3_000
/** Nearer to the end of the log than this, in pixels, somebody is reading the newest message. */
const NEAR_END = 60

const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes }
// Only fragments rendered by our own server pass here, every text in them escaped.
const policy = trustedTypes?.createPolicy('console', { createHTML: html => html })

function fragment(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = policy ? policy.createHTML(html) : html
  return template.content
}

const main = document.querySelector<HTMLElement>('main[data-events]')
const log = document.getElementById('log')
const lost = document.getElementById('lost')

const toEnd = () => log?.scrollTo({ top: log.scrollHeight })

/** What was being typed survives when the field around it is replaced, and so does the place where somebody is. */
function replace(part: Part): void {
  const box = document.getElementById(part.id)
  if (!box || box.dataset.version === part.version) return
  const bringBack = holdFocus(box)
  const touched = touchedIn(box)
  const opened = [...box.querySelectorAll<HTMLElement>('details[open]')].map(one => one.dataset.keep)
  box.replaceChildren(fragment(part.html))
  for (const one of box.querySelectorAll('details')) one.open = opened.includes(one.dataset.keep ?? '')
  box.dataset.version = part.version
  for (const lost of putBack(box, touched)) if (lost.isTyped) keepUnsent(box, lost.value, lost.label)
  countTexts()
  bringBack()
}

/** The conversation is no longer theirs to write in: the words that did not go are shown, to be copied. */
function keepUnsent(box: HTMLElement, typed: string, label: string): void {
  const kept = document.createElement('textarea')
  kept.setAttribute('aria-label', label)
  kept.readOnly = true
  kept.value = typed
  box.append(kept)
}

/** How many texts it will take to send what is in the field, counted as the gate will. Read out only when it becomes too many. */
function countTexts(): void {
  const field = document.querySelector<HTMLTextAreaElement>('#text')
  const shown = document.getElementById('texts')
  const [count, over] = shown?.children ?? []
  if (!field || !shown || !count || !over) return
  const text = readText(field.value)
  const texts = text === '' ? 0 : segmentsOf(text)
  count.textContent = String(texts)
  const why = texts > Number(shown.dataset.most) ? (shown.dataset.over ?? '') : ''
  if (over.textContent !== why) over.textContent = why
}

/** A sentence that is ready goes into the field, to be read before it is sent. */
function fillWith(chosen: HTMLElement | null): boolean {
  const field = document.querySelector<HTMLTextAreaElement>('#text')
  const sentence = chosen?.querySelector('.theirs')?.textContent
  if (!field || !sentence) return false
  field.value = field.value.trim() === '' ? sentence : `${field.value.trimEnd()} ${sentence}`
  countTexts()
  field.focus()
  return true
}

function append(html: string, lastSeq: number): void {
  if (!log) return
  const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END
  const known = Number(log.lastElementChild?.getAttribute('data-seq') ?? 0)
  const entries = fragment(html)
  for (const entry of [...entries.children]) if (Number(entry.getAttribute('data-seq')) <= known) entry.remove()
  log.append(entries)
  lastSeen = Math.max(lastSeen, lastSeq)
  if (isAtEnd) toEnd()
}

/**
 * Not theirs any more, or signed out: loaded again, the server says which. Words that did not go stand alone before that, to be copied, and
 * nothing of the conversation beside them. Whoever is signed out leaves none: somebody else may sit there.
 */
function endHere(isSignedIn: boolean): void {
  const typed = main && isSignedIn ? touchedIn(main).filter(one => one.isTyped) : []
  if (!main || typed.length === 0) {
    location.reload()
    return
  }
  const why = document.createElement('p')
  why.role = 'alert'
  why.textContent = main.dataset.over ?? ''
  const onward = document.createElement('a')
  // Without the fragment, or nothing would be loaded.
  onward.href = location.pathname
  onward.textContent = main.dataset.onward ?? ''
  main.replaceChildren()
  for (const { value, label } of typed) keepUnsent(main, value, label)
  main.prepend(why)
  main.append(onward)
  main.focus()
}

let lastSeen = 0
/** A form is on its way to another page: what its act ends here must not call them back. */
let isLeaving = false
function connect(address: string): void {
  const resumed = lastSeen > 0 ? address.replace(/after=\d+/, `after=${lastSeen}`) : address
  const source = new EventSource(resumed)
  const read = <T>(event: Event): T => JSON.parse((event as MessageEvent<string>).data) as T
  source.addEventListener('open', () => lost?.replaceChildren())
  source.addEventListener('part', event => {
    const part = read<Part>(event)
    // They may have left, or it is another's by now.
    if (part.id === 'actions') showWriting(false)
    replace(part)
    callOut()
  })
  source.addEventListener('log', event => {
    showWriting(false)
    append(read<{ html: string }>(event).html, Number((event as MessageEvent).lastEventId))
  })
  source.addEventListener('writing', () => showWriting(true))
  source.addEventListener('beat', () => void fetch('/here').catch(() => {}))
  source.addEventListener('over', event => {
    source.close()
    const { isSignedIn } = read<{ isSignedIn: boolean }>(event)
    setTimeout(endHere, isLeaving ? RECONNECT : 0, isSignedIn)
  })
  source.addEventListener('error', () => {
    lost?.replaceChildren(lost.dataset.text ?? '')
    if (source.readyState !== EventSource.CLOSED) return
    setTimeout(() => connect(address), RECONNECT)
  })
  addEventListener('pagehide', () => source.close(), { once: true })
}

async function sendInPlace(form: HTMLFormElement): Promise<void> {
  const field = form.querySelector('textarea')
  const complaint = form.querySelector<HTMLElement>('.complaint')
  const button = form.querySelector('button')
  const done = form.querySelector<HTMLElement>('.saved')
  if (!complaint || !button) return form.submit()
  button.disabled = true
  done?.replaceChildren()
  try {
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
    const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } })
    const { why, once } = (await answer.json()) as Sent
    const next = form.querySelector<HTMLInputElement>('input[name=once]')
    if (next && !why) next.value = once
    if (field && !why) field.value = ''
    if (!why) done?.replaceChildren(form.dataset.saved ?? '')
    countTexts()
    complaint.textContent = why
    complaint.hidden = !why
  } catch {
    // The same `once` goes with the next try, so that a message whose answer was lost is not said twice.
    complaint.textContent = form.dataset.unsaved ?? ''
    complaint.hidden = false
  } finally {
    button.disabled = false
  }
  const next = field ?? button
  if (next.isConnected) next.focus()
}

document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement
  if (form.matches('.ready') && fillWith(event.submitter)) return event.preventDefault()
  if (form.dataset.unsaved === undefined) {
    isLeaving = true
    return
  }
  event.preventDefault()
  void sendInPlace(form)
})
document.addEventListener('input', countTexts)
// Enter sends, Shift with Enter makes a new line; while a word is being composed Enter belongs to the keyboard.
document.addEventListener('keydown', event => {
  const field = event.target as HTMLElement
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || field.tagName !== 'TEXTAREA') return
  const form = field.closest<HTMLFormElement>('form[data-unsaved]')
  if (!form) return
  event.preventDefault()
  form.requestSubmit()
})
// A page kept by the browser may show a conversation that is not theirs any more.
addEventListener('pageshow', event => {
  if (event.persisted) location.reload()
})

toEnd()
countTexts()
if (main?.dataset.events) connect(main.dataset.events)
