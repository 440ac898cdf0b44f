// Words typed and not sent: nothing takes them away but their being sent. Only the page's script uses this.

import { find } from './find.ts'

export const textField = () => find<HTMLInputElement>('#now [name=text]')

/** The mark of a form under way: the words that went with it. */
export const sentWith = (field: { value?: string }) => `=${field.value}`

/** They wait here while a step without a field is in place. */
let draft = ''

/** Before another step is put in place. What went with a form under way has been sent; what was written since has not. */
export function keepDraft(field: HTMLInputElement | null): void {
  if (field) draft = (field.form as HTMLFormElement).dataset.busy === sentWith(field) ? '' : field.value
}

/** Into the field of the step that is in place now, where it has one. */
export function takeDraft(): HTMLInputElement | null {
  const field = textField()
  if (field && draft) field.value = draft
  return field
}
