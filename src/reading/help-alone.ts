// "Help", and nothing more: before we may write it is the one word, beside the number, that is answered. Own-words specification, section 3.
import type { Lexicon } from '../wording/lexicon.ts'
import { saysOnly } from './find-rail.ts'
import { openScan } from './listen.ts'
import { prepareAll } from './prepare.ts'

/** Whether a message is a cry for help alone, with any courtesy. */
export function isHelpAlone(text: string, lexicons: readonly Lexicon[]): boolean {
  const prepared = prepareAll(lexicons.filter(({ onlyDanger }) => !onlyDanger))
  return saysOnly(openScan(text, prepared), prepared, each => each.cry)
}
