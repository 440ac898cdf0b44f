// That somebody writes, and never what: shown of the worker, told of the person. Only the page's script uses this.

import { find } from './find.ts'
import { EVERY, GONE } from './times.ts'

/** There is a place for it only where a worker is there: without one nothing is shown, and nothing is told. */
const place = () => find('#w')
let fading: ReturnType<typeof setTimeout> | undefined
let next = 0

/** Shows who writes, for a short while; without words, nobody any more. */
export function showWriting(text = ''): void {
  const line = place()
  clearTimeout(fading)
  if (!line) return
  // The same words again would be read out again.
  if (line.textContent !== text) line.textContent = text
  if (text) fading = setTimeout(showWriting, GONE)
}

addEventListener('input', ({ target, timeStamp }) => {
  const { id, form } = target as HTMLTextAreaElement
  if (id !== 't' || !place() || timeStamp < next) return
  next = timeStamp + EVERY
  // The form's token alone: what is in the field stays there.
  navigator.sendBeacon('/w', new URLSearchParams({ k: (form as HTMLFormElement).k.value }))
})
