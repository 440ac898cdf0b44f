import type { Words } from '../wording/words.ts'
import type { SafeContact } from './schema.ts'

/** A yes, a no, or that it is not known. */
export const yesNo = (value: boolean | null, words: Words): string => {
  if (value === null) return words.staff('referralNotKnown')
  return words.staff(value ? 'referralYes' : 'referralNo')
}

/** The banner in sentences: what is safe to do, before anything else in every rendering. The first can stand alone. */
export function bannerText(contact: SafeContact, words: Words): string[] {
  const set = words.staff('referralSafeWord', {
    answer: yesNo(contact.safeWordSet, words),
    second: yesNo(contact.decoyWordSet, words)
  })
  if (!contact.mayContact) return [contact.sentence, set]
  const { method, voicemail, ifOtherAnswers } = contact.permission
  const call = [
    words.staff('referralVoicemail', { answer: words.option('voicemail', voicemail) }),
    words.staff('referralIfOtherAnswers', { answer: words.option('ifOtherAnswers', ifOtherAnswers) })
  ]
  return [contact.sentence, words.staff('referralWindows'), ...(method === 'call' ? call : []), set]
}
