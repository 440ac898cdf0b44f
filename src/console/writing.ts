// That somebody writes, and never what: shown of the person, told of the worker. Only the page's script uses this.

/** How long a sign is believed, and how often one is given at most, in ms. */
const GONE = 6_000
const EVERY = 4_000

/** Only where somebody has a page that can show it. */
const line = document.getElementById('writing')
let fading: ReturnType<typeof setTimeout> | undefined
let next = 0

/** Shows or takes away that they are writing. It goes by itself. */
export function showWriting(isWriting: boolean): void {
  clearTimeout(fading)
  if (!line) return
  const text = isWriting ? (line.dataset.text ?? '') : ''
  // The same words again would be read out again.
  if (line.textContent !== text) line.textContent = text
  if (isWriting) fading = setTimeout(showWriting, GONE, false)
}

/** A message to them is being written: notes and forms beside it are nobody's business. */
document.addEventListener('input', event => {
  const { id, form } = event.target as HTMLTextAreaElement
  if (id !== 'text' || !form || !line || event.timeStamp < next) return
  next = event.timeStamp + EVERY
  const token = form.querySelector<HTMLInputElement>('input[name=token]')?.value ?? ''
  // The form's token alone: what is in the field stays there.
  void fetch(form.action.replace(/say$/, 'typing'), { method: 'POST', body: new URLSearchParams({ token }) }).catch(
    () => {}
  )
})
