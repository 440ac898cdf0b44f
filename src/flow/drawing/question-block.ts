// One question on a sheet: its name, its words, its options, and what each option brings.
import { SKIP } from '../../questions/answer.ts'
import type { Words } from '../../wording/words.ts'
import { aboutInWords, whereInWords } from '../account/as-text.ts'
import type { AskItem, OptionAccount } from '../account/items.ts'
import type { Where } from '../account/teller.ts'
import { type Block, Ink, type PillLook, pillWidth } from './ink.ts'
import { ASKED, CARD, FRAME, OPTION, PAPER, PILLS, SMALL, WORDING } from './looks.ts'
import { widthOf } from './text-width.ts'

const EDGE = 8
const GAP = 6
/** The dot stays with the option before it. */
const BETWEEN_OPTIONS = '\u00a0· '
/** More options than this are never numbered: the town is typed. */
const NUMBERED_MOST = 9

interface Mark {
  readonly text: string
  readonly look: PillLook
  readonly also: string | null
}

const marksOf = ({ flags, cards }: OptionAccount, words: Words): Mark[] => [
  ...flags.map(({ flag, also }) => ({ text: flag.id, look: PILLS[flag.level], also })),
  ...cards.map(({ card, also }) => ({ text: words.drawn('card', { card }), look: CARD, also }))
]

/** Marks that need nothing else stand beside the option, the others under it with what they need. */
function drawMarks(ink: Ink, marks: readonly Mark[], words: Words, from: number, width: number): void {
  const right = width - EDGE
  let x = from
  for (const { text, look } of marks.filter(({ also }) => !also)) {
    if (x + pillWidth(text) > right && x > EDGE * 3) {
      ink.y += 17
      x = EDGE * 3
    }
    ink.pill(text, x, look)
    x += pillWidth(text) + 4
  }
  if (marks.some(({ also }) => !also) || from > EDGE * 3) ink.y += 17
  for (const { text, look, also } of marks) {
    if (!also) continue
    const start = EDGE * 3 + pillWidth(text) + GAP
    ink.pill(text, EDGE * 3, look)
    const top = ink.y
    ink.y += 1
    ink.text(words.drawn('also', { condition: also }), start, right - start, SMALL)
    ink.y = Math.max(ink.y, top + 15) + 2
  }
}

interface Row {
  readonly labels: string[]
  readonly marks: readonly Mark[]
}

/** Neighbours that bring the same share a row. */
function rowsOf({ options }: AskItem, words: Words, where: Where): Row[] {
  const numbered = where === 'sms' && options.length <= NUMBERED_MOST + 1
  const rows: Row[] = []
  for (const [index, option] of options.entries()) {
    const label = numbered && options.length > 1 ? `${index + 1}\u00a0${option.label}` : option.label
    const marks = marksOf(option, words)
    const before = rows.at(-1)
    if (before && JSON.stringify(before.marks) === JSON.stringify(marks)) before.labels.push(label)
    else rows.push({ labels: [label], marks })
  }
  return rows
}

function drawOptions(ink: Ink, rows: readonly Row[], words: Words, width: number): void {
  for (const { labels, marks } of rows) {
    const text = labels.join(BETWEEN_OPTIONS)
    const beside = EDGE + widthOf(text, OPTION.size) + GAP
    const fits = beside < width / 2
    const top = ink.y
    ink.text(text, EDGE, width - EDGE * 2, OPTION)
    if (marks.length === 0) continue
    ink.y = fits ? top : ink.y + 1
    drawMarks(ink, marks, words, fits ? beside : EDGE * 3, width)
  }
}

/** `number`: its place on the sheet. */
export function questionBlock(item: AskItem, number: number, words: Words, where: Where, width: number): Block {
  const ink = new Ink()
  ink.rect(0, 0, width, 19, { fill: ASKED, round: 3 })
  ink.y = 4
  ink.text(`${number}   ${item.question}`, EDGE, width - EDGE * 2, {
    ...SMALL,
    size: 10,
    bold: true,
    colour: '#1f3a5f'
  })
  ink.y += 4
  for (const wording of item.wordings) {
    const whose = where ? wording.about && aboutInWords(words, wording.about) : whereInWords(words, wording)
    if (whose) ink.text(whose, EDGE, width - EDGE * 2, SMALL)
    ink.text(wording.text, EDGE, width - EDGE * 2, WORDING)
  }
  ink.y += 2
  const remarks = () => {
    for (const remark of item.remarks) ink.text(remark, EDGE, width - EDGE * 2, SMALL)
  }
  const isText = item.options.every(({ id }) => id === SKIP)
  if (isText) remarks()
  drawOptions(ink, rowsOf(item, words, where), words, width)
  if (!isText) remarks()
  ink.y += 5
  return ink.grounded(0, width, { fill: PAPER, line: FRAME, round: 3 })
}
