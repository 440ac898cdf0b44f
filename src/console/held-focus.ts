// Where somebody is on a page, by keyboard or with a screen reader, carried over when what is around them is rendered anew.

type WithCaret = HTMLInputElement | HTMLTextAreaElement

const hasCaret = (one: Element | null): one is WithCaret =>
  (one instanceof HTMLTextAreaElement || one instanceof HTMLInputElement) && one.selectionStart !== null

/** What something that can be focused is known by. Two buttons or boxes of a form differ in their value alone. */
function nameOf(one: Element): string {
  if (one.id) return one.id
  const attributes = ['name', 'value', 'href', 'aria-label'].map(attribute => one.getAttribute(attribute))
  const folded = one.matches('summary') ? one.parentElement?.dataset.keep : ''
  return [one.tagName, ...attributes, folded, one.closest('form')?.getAttribute('action')].join(' ')
}

/** Remembers where they are within a box. Returns how to bring them back once it has been filled again. */
export function holdFocus(box: HTMLElement): () => void {
  const held = document.activeElement
  if (!held || !box.contains(held)) return () => {}
  const name = nameOf(held)
  const caret = hasCaret(held) ? ([held.selectionStart, held.selectionEnd] as const) : null
  const { scrollTop } = held
  return () => {
    const usable = box.querySelectorAll<HTMLElement>('a, button, summary, input, select, textarea, [tabindex]')
    const same = [...usable].find(one => nameOf(one) === name)
    if (!same) {
      // What they were at is gone: they go on from where it was, and the page does not jump.
      box.tabIndex = -1
      box.focus({ preventScroll: true })
      return
    }
    same.focus({ preventScroll: true })
    if (caret && hasCaret(same)) same.setSelectionRange(...caret)
    same.scrollTop = scrollTop
  }
}
