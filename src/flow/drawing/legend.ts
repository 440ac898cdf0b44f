// What a sheet needs beside its questions: what is always possible, what its marks mean, and where it is signed.
import type { Words } from '../../wording/words.ts'
import { conditionInWords } from '../account/condition-words.ts'
import { decided } from '../account/decided.ts'
import { everyItem, type Item } from '../account/items.ts'
import { sentenceOn } from '../account/line-item.ts'
import type { Teller } from '../account/teller.ts'
import { type Block, Ink, pillWidth } from './ink.ts'
import { CARD, FRAME, HEADING, OPTION, PILLS, SMALL } from './looks.ts'
import { noteBlock, type Placed } from './path-blocks.ts'

const LINE_HEIGHT = 34

function marksBlock(teller: Teller, used: ReadonlySet<string>, width: number): Block {
  const { dialogue, words } = teller
  const ink = new Ink()
  ink.y = 2
  ink.text(words.drawn('sheet-marks'), 0, width, HEADING)
  ink.y += 2
  const small = { ...SMALL, size: 10, colour: '#222' }
  for (const { id, level, name } of dialogue.flags.filter(flag => used.has(flag.id) || 'atLeast' in flag.when)) {
    const start = pillWidth(id) + 6
    ink.pill(id, 0, PILLS[level])
    const top = ink.y
    ink.y += 1
    ink.text(words.staff(name), start, width - start, small)
    ink.y = Math.max(ink.y, top + 15) + 3
  }
  ink.text(words.drawn('sheet-levels'), 0, width, small)
  return { height: ink.y, svg: ink.svg }
}

function cardsBlock(
  { dialogue, words, where }: Teller,
  cards: readonly Parameters<typeof sentenceOn>[2][],
  width: number
): Block {
  const ink = new Ink()
  ink.y = 2
  ink.text(words.drawn('sheet-cards'), 0, width, HEADING)
  ink.y += 2
  for (const card of cards) {
    ink.pill(words.drawn('card', { card }), 0, CARD)
    ink.y += 17
    for (const key of dialogue.byTruth.cards[card] ?? [card]) {
      for (const text of sentenceOn(words, where, key)) ink.text(text, 8, width - 8, OPTION)
      ink.y += 4
    }
  }
  return { height: ink.y, svg: ink.svg }
}

/** Name, role, date and what exactly is signed. */
function signatureBlock(words: Words, version: string, width: number): Block {
  const ink = new Ink()
  ink.y = 6
  ink.text(words.drawn('sheet-signed'), 8, width - 16, HEADING)
  for (const field of ['sheet-name', 'sheet-role', 'sheet-date', 'sheet-signature'] as const) {
    ink.line(90, ink.y + LINE_HEIGHT - 6, width - 10, ink.y + LINE_HEIGHT - 6, '#333')
    const top = ink.y
    ink.y += LINE_HEIGHT - 18
    ink.text(words.drawn(field), 8, 80, OPTION)
    ink.y = top + LINE_HEIGHT
  }
  ink.y += 4
  ink.text(version, 8, width - 16, { ...SMALL, colour: '#222' })
  ink.y += 4
  return ink.grounded(0, width, { fill: '#fff', line: FRAME, round: 3 })
}

/** Blocks that follow the path: only what this sheet uses. */
export function legendOf(teller: Teller, items: readonly Item[], version: string): Placed[] {
  const { dialogue, words, speech } = teller
  const every = everyItem(items)
  const options = every.flatMap(item => (item.kind === 'ask' ? item.options : []))
  const flags = new Set(options.flatMap(option => option.flags.map(({ flag }) => flag.id)))
  const cards = [...new Set(options.flatMap(option => option.cards.map(({ card }) => card)))]
  const said = JSON.stringify(items)
  const rules = dialogue.rules.filter(({ name, byFlags }) => !byFlags && said.includes(words.drawn(name)))
  const spelled = rules.map(rule => {
    const open = teller.where ? decided(rule.when, { channel: teller.where }) : rule.when
    // On one channel two rules may come to the same: neither is explained by the other.
    const others = speech.rules.filter(({ when }) => JSON.stringify(when) !== JSON.stringify(open))
    const condition = typeof open === 'boolean' ? '' : conditionInWords(open, { ...speech, rules: others })
    return words.drawn('sheet-rule', { rule: words.drawn(rule.name), condition })
  })
  const reading = [
    words.drawn('sheet-names'),
    ...(every.some(item => item.kind === 'only') ? [words.drawn('sheet-only')] : []),
    ...spelled
  ]
  const handsOver = every.some(item => item.kind === 'line' && item.step === 'handover')
  const handoverSays = dialogue.byTruth.handover.flatMap(key => sentenceOn(words, teller.where, key))
  const hasFlags = flags.size > 0 && dialogue.flags.length > 0
  const blocks: ((width: number) => Block)[] = [
    ...(cards.length > 0 ? [(width: number) => cardsBlock(teller, cards, width)] : []),
    ...(hasFlags ? [(width: number) => marksBlock(teller, flags, width)] : []),
    ...(handsOver ? [(width: number) => noteBlock(words.drawn('sheet-handover'), handoverSays, width)] : []),
    width => noteBlock(words.drawn('sheet-always'), [words.drawn('sheet-rails')], width),
    width => noteBlock(words.drawn('sheet-reading'), reading, width),
    width => signatureBlock(words, version, width)
  ]
  return blocks.map(block => ({ block, under: [], heads: false, ends: true, apart: true }))
}
