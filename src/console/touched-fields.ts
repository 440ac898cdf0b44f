// What somebody has filled in and not sent yet, carried over when the form around it is rendered anew.

export interface Touched {
  readonly name: string
  readonly value: string
  /** Words, which must not be lost; a choice can be made again. */
  readonly isTyped: boolean
  readonly label: string
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const fieldsIn = (box: Element): Field[] => [
  ...box.querySelectorAll<Field>('input:not([type=hidden]), select, textarea')
]

const isRadio = (field: Field): field is HTMLInputElement => field instanceof HTMLInputElement && field.type === 'radio'

/** Only what differs from how it came: what was left as it was takes on what is new. */
function isTouched(field: Field): boolean {
  if (isRadio(field)) return field.checked && !field.defaultChecked
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.defaultSelected === false
  return field.value !== field.defaultValue
}

/** What was filled in within a box. */
export const touchedIn = (box: Element): Touched[] =>
  fieldsIn(box)
    .filter(isTouched)
    .map(field => ({
      name: field.name,
      value: field.value,
      isTyped: !isRadio(field) && !(field instanceof HTMLSelectElement),
      label: field.labels?.[0]?.textContent ?? ''
    }))

/** Fills it in again. Returns what has no field any more. */
export function putBack(box: Element, touched: readonly Touched[]): Touched[] {
  const fields = fieldsIn(box)
  return touched.filter(({ name, value }) => {
    const field = fields.find(one => one.name === name && (!isRadio(one) || one.value === value))
    if (!field) return true
    if (isRadio(field)) field.checked = true
    else field.value = value
    return false
  })
}
