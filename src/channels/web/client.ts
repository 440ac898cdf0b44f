// The person's page with script: the same forms in place, an exit that does not wait, and lines as they come.
// Everything here also works without it. It stores nothing and says nothing to the console.

import { keepDraft, sentWith, takeDraft, textField } from './draft.ts'
import { find } from './find.ts'
import { parsed } from './parsed.ts'
import { say } from './say.ts'
import { CLEARS, FADES, GIVEN_UP, POLL, POLL_MAX, SHIFT_TIME, SHIFTS, STALLED } from './times.ts'
import { showWriting } from './writing.ts'

// Every page of ours has these.
const exit = find('[data-exit]') as HTMLElement
const now = () => find('#now') as HTMLElement
const { body } = document
const words = body.dataset
// Short names for what is used often: every byte is paid for on a slow line.
const on = addEventListener
const wait = setTimeout
const stopWaiting = clearTimeout
const go = (address: string) => location.replace(address)
let isLeaving = false
let source: EventSource | undefined
let polling: number | undefined

const resetForms = () => {
  for (const form of document.forms) form.reset()
}

/** Empties the page first; tells the server; takes this page's place in the history. */
function leave(event?: Event): void {
  if (event) event.preventDefault()
  if (isLeaving) return
  isLeaving = true
  stopListening()
  resetForms()
  body.replaceChildren()
  navigator.sendBeacon('/x')
  go(exit.dataset.exit as string)
  // A network that stands still must not leave the browser on our address.
  wait(() => {
    stop()
    go('about:blank')
  }, STALLED)
}
exit.addEventListener('click', leave)

let shifts: number[] = []
const isTextField = (element: EventTarget | null): boolean => (element as Element).matches('textarea,[type=text]')

function countShifts(event: KeyboardEvent): void {
  // On a touch keyboard Shift is pressed to write capitals.
  const hasKeyboard = matchMedia('(any-hover:hover) and (any-pointer:fine)').matches
  const isShift = event.key === 'Shift' && !event.isComposing && (hasKeyboard || !isTextField(event.target))
  shifts = isShift ? [...shifts, event.timeStamp].filter(time => event.timeStamp - time < SHIFT_TIME) : []
  if (shifts.length === SHIFTS) leave()
  else if (isShift) say(words[`shift${shifts.length}`])
}
on('keyup', countShifts, true)
on('pageshow', event => {
  if (!event.persisted) return
  body.replaceChildren()
  location.reload()
})
on('pagehide', () => {
  stopListening()
  if (!isLeaving) resetForms()
})

/** Until one of the script's own requests has been answered, something on this device may be blocking them all. */
let isAnswered: boolean | undefined

on('submit', event => {
  const form = event.target as HTMLFormElement
  const button = event.submitter as HTMLButtonElement | null
  if (form.dataset.failed && !isAnswered && navigator.onLine) return
  event.preventDefault()
  if (form.dataset.busy) return
  form.dataset.busy = sentWith(form.text || form)
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
  if (button?.name) body.append(button.name, button.value)
  ask(form.action, body, form)
    .catch(() => {
      form.dataset.failed = '1'
      complain(words.lost)
    })
    .finally(() => {
      delete form.dataset.busy
    })
})

/** Enter sends words written at length too; Shift and Enter begin a new line. */
on('keydown', event => {
  const field = event.target as HTMLTextAreaElement
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !field.matches('textarea')) return
  event.preventDefault()
  if (field.value.trim()) (field.form as HTMLFormElement).requestSubmit()
})

on('click', event => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-in]')
  if (!link) return
  event.preventDefault()
  ask(link.href).catch(() => go(link.href))
})

type Body = URLSearchParams | null

/** Sends a form, or only asks, and does what the answer says. Throws when there is none. */
async function ask(address: string, body?: Body, form?: HTMLFormElement | null, isQuiet?: boolean): Promise<void> {
  const slow = wait(() => isQuiet || say(words.slow), STALLED)
  const stop = new AbortController()
  const over = wait(() => stop.abort(), GIVEN_UP)
  try {
    const headers = { accept: 'text/x-part', after: now().dataset.after as string }
    const init = { headers, signal: stop.signal, redirect: 'error' as const }
    const answer = await fetch(address, body ? { ...init, method: 'POST', body } : init)
    const then = answer.headers.get('page')
    const html = await answer.text()
    if (isLeaving) return
    if (then === 'leave') leave()
    else if (then === 'again') go('/')
    else if (then === 'problem') notice(parsed(html))
    else if (then === 'now') show(html, !isQuiet, form)
    else throw answer
    say()
  } finally {
    stopWaiting(slow)
    stopWaiting(over)
  }
}

const seqOf = (element: HTMLElement) => +(element.dataset.seq as string)

/** Adds lines to the log and puts the step in place. `mine`: the person asked for it, so they are brought there. */
function show(html: string, mine: boolean, form?: HTMLFormElement | null): void {
  const part = parsed(html)
  const step = part.querySelector<HTMLElement>('#now')
  const place = now()
  isAnswered = true
  if (!step) return
  const isSame = step.dataset.now === place.dataset.now || place.dataset.now === 'aside'
  const composer = find('#now textarea')
  const isAtComposer = composer && composer.getBoundingClientRect().top < innerHeight
  const first = addLines(part)
  // The stream may be faster than the answer to a form: what the person has begun in the new step must not be undone.
  const isThere = isSame && form && !form.isConnected
  // The stream and the answer to a form come by two roads: what is older than the page is not put in its place.
  const isLate = seqOf(step) < seqOf(place)
  if (!isLate && ((mine && !isThere) || !isSame)) putInPlace(step, place, mine)
  if (mine) bringTo(first)
  else if (isAtComposer) toComposer()
  offer()
  beHere()
  listen()
}

function putInPlace(step: HTMLElement, place: HTMLElement, mine: boolean): void {
  const former = textField()
  const wasWriting = former === document.activeElement
  keepDraft(former)
  place.replaceWith(step)
  const field = takeDraft()
  if (wasWriting && field && (!mine || step.dataset.now === place.dataset.now)) field.focus({ preventScroll: true })
}

/** New lines, each once and in its order; short mode first takes the former ones away. Returns the first that is new. */
function addLines(part: DocumentFragment): HTMLElement | undefined {
  const log = find('#log')
  const lines = part.querySelector<HTMLElement>('#new')
  if (!log || !lines) return
  if ('clear' in lines.dataset) log.replaceChildren()
  let first: HTMLElement | undefined
  for (const line of [...lines.children] as HTMLElement[]) {
    if (find(`#${line.id}`)) continue
    const seq = seqOf(line)
    const later = ([...log.children] as HTMLElement[]).find(other => seqOf(other) > seq)
    log.insertBefore(line, later || null)
    if (!line.matches('.person')) first = first || line
  }
  return first
}

/** To what is new, with the focus on the question, or on what was wrong. */
function bringTo(first?: HTMLElement): void {
  const heading = find('#err,#now h1')
  const isWriting = textField() === document.activeElement
  if (heading && (!isWriting || heading.id === 'err')) heading.focus({ preventScroll: true })
  const target = first || heading
  if (!toComposer() && target) target.scrollIntoView()
  // A button in the log is never left half under the bar.
  const edge = (find('header') as HTMLElement).offsetHeight
  for (const button of document.querySelectorAll('#log button')) {
    const { top, bottom } = button.getBoundingClientRect()
    if (top < edge && bottom > edge) scrollBy(0, top - edge)
  }
}

/** Where one writes at length, what was said last stands above the field: both are kept on the screen. */
function toComposer(): HTMLElement | null {
  const field = find<HTMLTextAreaElement>('#now textarea')
  if (field) (field.form as HTMLFormElement).scrollIntoView({ block: 'end' })
  return field
}

function notice(note: DocumentFragment): void {
  const former = find('#err')
  if (former) former.remove()
  now().prepend(note)
  ;(find('#err') as HTMLElement).focus()
}

function complain(text = ''): void {
  const note = parsed('<p id="err" role="alert" tabindex="-1"></p>')
  ;(note.firstChild as HTMLElement).textContent = text
  notice(note)
}

let timers: number[] = []
let staysOpen = false

/** Waiting for a person is not silence. */
function beHere(): void {
  for (const timer of timers) stopWaiting(timer)
  body.classList.remove('away')
  // In short mode the log may be empty, and the step alone says enough.
  if (staysOpen || !find('#log>*,[data-short]') || find('[data-live]')) return
  timers = [wait(() => body.classList.add('away'), FADES), wait(goQuiet, CLEARS)]
}

/** Asks whether there is something to come back to; if not, or if nobody answers, the page leaves. */
function goQuiet(): void {
  body.hidden = true
  ask('/q', new URLSearchParams()).catch(() => leave())
}
for (const sign of ['keydown', 'pointerdown', 'scroll']) on(sign, beHere, true)

/** What only the script can do is offered only by the script. */
function offer(): void {
  const box = find<HTMLInputElement>('[data-stay]')
  if (!box) return
  box.checked = staysOpen
  box.onchange = () => {
    staysOpen = box.checked
    beHere()
  }
  ;(box.closest('div') as HTMLElement).hidden = false
}

let pause = POLL
let failures = 0

/** Only while somebody may write by themselves. */
function listen(): void {
  const isWanted = find('[data-live]') && !document.hidden && !isLeaving
  if (!isWanted) stopListening()
  if (!isWanted || source || polling) return
  const stream = new EventSource(`/e?after=${now().dataset.after}`)
  source = stream
  stream.onmessage = event => {
    failures = 0
    pause = POLL
    show(event.data, false)
  }
  stream.onopen = () => say()
  stream.addEventListener('w', event => showWriting(event.data))
  stream.onerror = () => {
    failures += 1
    if (stream.readyState === 2 || failures > 2) {
      stopListening()
      poll()
    }
  }
}

/** Asks once, and tries the stream again: what broke it may have been a restart. */
function poll(): void {
  polling = wait(async () => {
    // Whoever only waits must not go on reading that they wait for somebody, when nobody can know of it.
    await ask('/', null, null, true).catch(() => say(words.away, ''))
    if (polling) stopListening()
    listen()
  }, pause)
  pause = Math.min(pause * 1.5, POLL_MAX)
}

function stopListening(): void {
  if (source) source.close()
  stopWaiting(polling)
  source = polling = undefined
  failures = 0
}
document.addEventListener('visibilitychange', listen)
offer()
beHere()
listen()
