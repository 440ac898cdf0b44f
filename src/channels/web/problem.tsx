// Why a form was not sent on, in plain words, above the form it is about.
import type { MessageKey, PageKey } from '../../wording/keys.ts'
import type { Words } from '../../wording/words.ts'
import type { Complaint } from './read-form.ts'
import { BRING, type Scene } from './step.tsx'

const SENTENCES: Readonly<Record<Complaint, { readonly message: MessageKey } | { readonly page: PageKey }>> = {
  tooLong: { message: 'tooLong' },
  nothingChosen: { page: 'nothingChosen' },
  nothingWritten: { page: 'nothingWritten' },
  notUnderstood: { message: 'tryAgain' },
  lostPage: { page: 'lostPage' }
}

const say = (words: Words, complaint: Complaint): string => {
  const sentence = SENTENCES[complaint]
  return 'message' in sentence ? words.message(sentence.message) : words.page(sentence.page)
}

/** The complaint about a draft, if there is one. */
export function Problem({ scene: { words, draft, bringHere } }: { scene: Scene }) {
  if (!draft) return null
  return (
    <p id="err" role="alert" tabIndex={-1} {...(bringHere ? BRING : {})}>
      {say(words, draft.complaint)}
    </p>
  )
}
