// Colours and sizes of the sheets. A mark always carries its letters: nothing is said by colour alone.
import type { Level } from '../account/dialogue.ts'
import type { PillLook, TextLook } from './ink.ts'

export const PILLS: Readonly<Record<Level, PillLook>> = {
  I: { fill: '#8c1d18', colour: '#fff', line: '#8c1d18' },
  H: { fill: '#9a4a00', colour: '#fff', line: '#9a4a00' },
  M: { fill: '#fff0b3', colour: '#3d2c00', line: '#8a6d00' }
}
export const CARD: PillLook = { fill: '#fff', colour: '#8c1d18', line: '#8c1d18' }

export const TITLE: TextLook = { size: 21, bold: true }
export const WORDING: TextLook = { size: 12, bold: true }
export const OPTION: TextLook = { size: 11 }
export const SMALL: TextLook = { size: 9.5, colour: '#444' }
export const HEADING: TextLook = { size: 11, bold: true, colour: '#1f3a5f' }

export const PAPER = '#fff'
export const FRAME = '#7a8794'
export const ASKED = '#eef2f6'
export const CONDITION = '#fff6cf'
export const CONDITION_LINE = '#b59b2b'
/** Looks of what is not a question, by its kind; a kind that is new here looks like a sentence. */
export const LINES: Readonly<Record<string, string>> = {
  say: '#eaf5ea',
  pause: '#d9ecd9',
  shelf: '#d9ecd9',
  handover: '#dfe6ff',
  wait: '#dfe6ff',
  go: '#ececec',
  leave: '#dddddd'
}
