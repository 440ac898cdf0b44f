// Words typed and not sent: nothing takes them away but their being sent. Only the page's script uses this.

import { find } from './find.ts'

export const textField = () => find<HTMLInputElement>('#now [name=text]')

/** They wait here while a step without a field is in place. */
let draft = ''
/** What stood in the field when a form was last sent. */
let sent: string | undefined

export const sending = () => {
  sent = textField()?.value
}

/** Before another step is put in place. What went with a form under way has been sent; what was written since has not. */
export function keepDraft(): void {
  const field = textField()
  if (field) draft = (field.form as HTMLFormElement).dataset.busy && field.value === sent ? '' : field.value
}

/** Into the field of the step that is in place now, where it has one. */
export function takeDraft(): HTMLInputElement | null {
  const field = textField()
  if (field && draft) field.value = draft
  return field
}
