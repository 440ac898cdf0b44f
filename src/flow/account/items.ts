// One path of the dialogue as a practice lead reads it, before anybody decides how it looks.
import type { Channel, Signal } from '../../questions/answer.ts'
import type { QuestionId } from '../../questions/catalogue.ts'
import type { Perspective } from '../../questions/perspective.ts'
import type { MessageKey, PageId } from '../../wording/keys.ts'
import type { DrawnFlag } from './dialogue.ts'

export interface Wording {
  readonly channel: Channel
  /** Null: everybody who is asked here is asked in these words. */
  readonly about: readonly Perspective[] | null
  readonly text: string
}
export interface OptionAccount {
  readonly id: string
  readonly label: string
  readonly flags: readonly { readonly flag: DrawnFlag; readonly also: string | null }[]
  readonly cards: readonly { readonly card: MessageKey; readonly also: string | null }[]
}
export interface AskItem {
  readonly kind: 'ask'
  /** Of the catalogue, or a signal that is asked about. */
  readonly question: QuestionId | Signal
  readonly wordings: readonly Wording[]
  /** The last one is the skip, where it may be skipped. */
  readonly options: readonly OptionAccount[]
  /** What is special about it, e.g. that it must be answered. */
  readonly remarks: readonly string[]
}
export interface OnlyItem {
  readonly kind: 'only'
  readonly condition: string
  readonly items: readonly Item[]
}
export interface PageText {
  readonly page: PageId
  readonly title: string
  readonly paragraphs: readonly string[]
}
/** Anything but a question: what happens, and the sentences that are said there, as on each channel. */
export interface LineItem {
  readonly kind: 'line'
  readonly step: string
  readonly title: string
  readonly keys: readonly MessageKey[]
  /** Nothing follows it on this path. */
  readonly ends: boolean
  readonly said: readonly string[]
  /** Pages that may be opened here. */
  readonly pages: readonly PageText[]
}
export type Item = AskItem | OnlyItem | LineItem

export interface PathAccount {
  readonly name: string
  readonly title: string
  readonly items: readonly Item[]
}

/** Every item, those inside a condition included. */
export const everyItem = (items: readonly Item[]): Item[] =>
  items.flatMap(item => (item.kind === 'only' ? [item, ...everyItem(item.items)] : [item]))
