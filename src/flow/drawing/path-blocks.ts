// A path as a row of blocks, ready to be set into columns.
import type { Words } from '../../wording/words.ts'
import type { Item, LineItem, PageText } from '../account/items.ts'
import type { Where } from '../account/teller.ts'
import { type Block, Ink } from './ink.ts'
import { CONDITION, CONDITION_LINE, HEADING, LINES, OPTION, SMALL } from './looks.ts'
import { questionBlock } from './question-block.ts'

const EDGE = 8

export interface Placed {
  readonly block: (width: number) => Block
  /** The conditions it stands under, outermost first. */
  readonly under: readonly string[]
  /** A heading must not stand alone at the foot of a column. */
  readonly heads: boolean
  /** Nothing follows it on this path. */
  readonly ends: boolean
  /** Belongs to the sheet, not to the path. */
  readonly apart: boolean
}

function lineBlock({ title, said, step }: LineItem, width: number): Block {
  const ink = new Ink()
  ink.y = 5
  ink.text(title, EDGE, width - EDGE * 2, { ...OPTION, bold: true })
  for (const text of said) ink.text(text, EDGE, width - EDGE * 2, OPTION)
  ink.y += 5
  const kind = step.split(' ')[0] ?? ''
  return ink.grounded(0, width, { fill: LINES[kind] ?? LINES.say ?? '#fff', line: '#9aa5b1', round: 8 })
}

function pageBlock({ title, paragraphs }: PageText, width: number): Block {
  const ink = new Ink()
  ink.y = 5
  ink.text(title, EDGE, width - EDGE * 2, { ...OPTION, bold: true })
  for (const text of paragraphs) {
    ink.text(text, EDGE, width - EDGE * 2, OPTION)
    ink.y += 3
  }
  ink.y += 2
  return ink.grounded(0, width, { fill: '#fff', line: '#9aa5b1' })
}

/** The heading of a condition; what stands under it has a bar of the same colour at its left. */
export function conditionBlock(text: string, width: number): Block {
  const ink = new Ink()
  ink.y = 4
  ink.text(text, EDGE, width - EDGE * 2, { ...OPTION, bold: true })
  ink.y += 4
  return ink.grounded(0, width, { fill: CONDITION, line: CONDITION_LINE, round: 3 })
}

const PLAIN = { heads: false, ends: false, apart: false } as const

/** Numbers the questions as they come. */
export function blocksOf(items: readonly Item[], words: Words, where: Where): Placed[] {
  let number = 0
  const walk = (list: readonly Item[], under: readonly string[]): Placed[] =>
    list.flatMap((item): Placed[] => {
      if (item.kind === 'only') {
        const text = words.drawn('only', { condition: item.condition })
        const head: Placed = { block: width => conditionBlock(text, width), under, ...PLAIN, heads: true }
        return [head, ...walk(item.items, [...under, item.condition])]
      }
      if (item.kind === 'line') {
        const line: Placed = { block: width => lineBlock(item, width), under, ...PLAIN, ends: item.ends }
        const pages = item.pages.map(page => ({
          ...PLAIN,
          block: (width: number) => pageBlock(page, width),
          under,
          apart: true
        }))
        return [line, ...pages]
      }
      number += 1
      const place = number
      return [{ block: width => questionBlock(item, place, words, where, width), under, ...PLAIN }]
    })
  return walk(items, [])
}

/** Text under a heading, for the legend. */
export function noteBlock(heading: string, lines: readonly string[], width: number): Block {
  const ink = new Ink()
  ink.y = 2
  ink.text(heading, 0, width, HEADING)
  ink.y += 1
  for (const line of lines) {
    ink.text(line, 0, width, { ...SMALL, size: 10, colour: '#222' })
    ink.y += 3
  }
  return { height: ink.y, svg: ink.svg }
}
