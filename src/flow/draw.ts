// The files that picture a dialogue for people who do not read code: a sheet for each path, its text, its facts.
import type { Words } from '../wording/words.ts'
import { answersSheet } from './account/answers-sheet.ts'
import { asText } from './account/as-text.ts'
import { CHECKS, pathNames } from './account/checks-path.ts'
import type { Dialogue } from './account/dialogue.ts'
import { factsOfDialogue } from './account/facts.ts'
import { pathOf } from './account/path.ts'
import { speakersOf } from './account/speakers.ts'
import { tellerOf, titleOf } from './account/teller.ts'
import { sheetOf } from './drawing/sheet.ts'

export interface Drawing {
  readonly file: string
  readonly content: string
}

/** Where the facts are kept that the next version is compared with. */
export const FACTS_FILE = 'facts.json'

/** Whether nothing differs between the channels: then one sheet is enough. */
function isSameOnBoth(dialogue: Dialogue, words: Words, section: string): boolean {
  const [web, sms] = (['web', 'sms'] as const).map(channel => {
    const { items } = pathOf(tellerOf(dialogue, words, channel, 'labels'), section)
    return JSON.stringify(items, (name, value) => (name === 'channel' ? undefined : value))
  })
  return web === sms
}

export interface PathSheets {
  readonly title: string
  /** One for each channel, or one for both. */
  readonly sheets: readonly (Drawing & { readonly title: string })[]
}

/** The sheets of one path. */
export function sheetsOf(dialogue: Dialogue, words: Words, section: string): PathSheets {
  const reached = (['web', 'sms'] as const).filter(
    channel => section === CHECKS || speakersOf(dialogue.flow, channel).reach(section)
  )
  const channels = reached.length > 1 && isSameOnBoth(dialogue, words, section) ? [null] : reached
  const sheets = channels.map(channel => {
    const { title, svg } = sheetOf(dialogue, words, section, channel)
    return { file: `${[section, ...(channel ? [channel] : [])].join('.')}.svg`, title, content: svg }
  })
  return { title: titleOf(words, section), sheets }
}

function indexOf(paths: readonly PathSheets[], words: Words): string {
  const pictures = paths.flatMap(({ title, sheets }) => [
    `## ${title}`,
    '',
    ...sheets.flatMap(sheet => [`[![${sheet.title}](${sheet.file})](${sheet.file})`, ''])
  ])
  return [`# ${words.drawn('index-title')}`, '', words.drawn('index-about'), '', ...pictures].join('\n')
}

/** Every file of a dialogue, by name. Nothing in them refers to another server. */
export function draw(dialogue: Dialogue, words: Words): Drawing[] {
  const paths = pathNames(dialogue.flow).map(section => sheetsOf(dialogue, words, section))
  return [
    { file: 'README.md', content: indexOf(paths, words) },
    ...paths.flatMap(({ sheets }) => sheets.map(({ file, content }) => ({ file, content }))),
    { file: 'paths.txt', content: asText(dialogue, words) },
    { file: 'answers.txt', content: answersSheet(words) },
    { file: FACTS_FILE, content: `${JSON.stringify(factsOfDialogue(dialogue, words), null, 1)}\n` }
  ]
}
