import type { View } from '../../conversation/view.ts'
import { QUESTIONS } from '../../questions/catalogue.ts'
import type { PageKey } from '../../wording/keys.ts'

/** How far along the person is, in words: never a count, which would be a toll. Null where nothing is to be said. */
export function progressOf({ place, short, changeable, handoverAsked }: View): PageKey | null {
  if (place.kind !== 'question' || short || changeable.length === 0) return null
  if (QUESTIONS[place.question].field.startsWith('safe_contact.')) return 'progressContact'
  if (handoverAsked) return 'progressWaiting'
  return changeable.includes('privacyLimits') ? 'progressMain' : 'progressOpening'
}
