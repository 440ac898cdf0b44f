// What somebody has filled in and not sent yet, carried over when the form around it is rendered anew.

export interface Touched {
  /** Two forms of a part may have a field of the same name: what was written in one never stands in the other. */
  readonly key: string
  readonly value: string
  /** Words, which must not be lost; a choice can be made again. */
  readonly isTyped: boolean
  readonly label: string
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const fieldsIn = (box: Element): Field[] => [
  ...box.querySelectorAll<Field>('input:not([type=hidden]), select, textarea')
]

/** Something that is chosen by ticking it. */
const isTick = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')

const keyOf = (field: Field): string => (isTick(field) ? `${field.name} ${field.value}` : field.id)

/** Only what differs from how it came: what was left as it was takes on what is new. */
function isTouched(field: Field): boolean {
  if (isTick(field)) return field.checked && !field.defaultChecked
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.defaultSelected === false
  return field.value !== field.defaultValue
}

/** What was filled in within a box. */
export const touchedIn = (box: Element): Touched[] =>
  fieldsIn(box)
    .filter(isTouched)
    .map(field => ({
      key: keyOf(field),
      value: field.value,
      isTyped: !isTick(field) && !(field instanceof HTMLSelectElement),
      label: field.labels?.[0]?.textContent ?? ''
    }))

/** Fills it in again. Returns what has no field any more. */
export function putBack(box: Element, touched: readonly Touched[]): Touched[] {
  const fields = fieldsIn(box)
  return touched.filter(({ key, value }) => {
    const field = fields.find(one => keyOf(one) === key)
    if (!field) return true
    if (isTick(field)) field.checked = true
    else field.value = value
    return false
  })
}
