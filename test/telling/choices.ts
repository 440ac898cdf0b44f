// What a person may press under the last words of the page: as the page offers it.
import type { View } from '../../src/conversation/view.ts'
import type { Words } from '../../src/wording/words.ts'

/** Labels, in the order of the page; by text message they stand in the text itself. */
export function choicesOf({ place, about, messages }: View, words: Words): string[] {
  switch (place.kind) {
    case 'question': {
      // Words that changed nothing leave the question above as it is: it is not written down twice.
      if (messages.at(-1)?.kind !== 'ask') return []
      const labels = words.question(place.question, 'web', about).options.map(({ label }) => label)
      return labels.length > 0 && place.canSkip ? [...labels, words.page('skip')] : labels
    }
    case 'check':
      return [words.check('yes'), words.check('no'), words.check('skip')]
    case 'pause':
      return [words.page('goOn')]
    case 'shelf':
      return place.pages.map(page => words.info(page, 'web').title)
    case 'page':
      return [words.page('backToPages')]
    default:
      return []
  }
}
