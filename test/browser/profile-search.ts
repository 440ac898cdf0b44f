// Looks for words in every file of a browser's profile, however the browser may have written them down.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Words to look for, each by the name it is reported under. */
export type Markers = Readonly<Record<string, string>>

export interface Hit {
  readonly marker: string
  /** Path from the folder that was searched. */
  readonly file: string
  readonly as: 'utf8' | 'utf16le' | 'base64' | 'file name'
}

interface Needle {
  readonly marker: string
  readonly as: Hit['as']
  readonly bytes: Buffer
}

/** Base64 says the same words in three ways, by where they begin; the sign at each end also holds a neighbour's bits. */
function base64Forms(word: string): string[] {
  return [0, 1, 2].flatMap(before => {
    const whole = Buffer.from(`${'\0'.repeat(before)}${word}`)
      .toString('base64')
      .replace(/=+$/, '')
    const plain = whole.slice(before === 0 ? 0 : before + 1, -1)
    return [plain, plain.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

function needlesOf(markers: Markers): Needle[] {
  return Object.entries(markers).flatMap(([marker, word]) => [
    { marker, as: 'utf8' as const, bytes: Buffer.from(word, 'utf8') },
    { marker, as: 'utf16le' as const, bytes: Buffer.from(word, 'utf16le') },
    ...base64Forms(word).map(form => ({ marker, as: 'base64' as const, bytes: Buffer.from(form) }))
  ])
}

/** Every file below a folder, as paths from it. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

/** Every place below a folder where one of the markers is written. Only when the browser has ended are they all there. */
export function searchFiles(folder: string, markers: Markers): Hit[] {
  const needles = needlesOf(markers)
  return filesBelow(folder)
    .filter(file => existsSync(join(folder, file)))
    .flatMap(file => {
      const content = readFileSync(join(folder, file))
      const inside = needles.filter(({ bytes }) => content.includes(bytes))
      const named = Object.keys(markers).filter(marker => file.includes(markers[marker] ?? ''))
      return [
        ...named.map((marker): Hit => ({ marker, file, as: 'file name' })),
        ...inside.map(({ marker, as }): Hit => ({ marker, file, as }))
      ]
    })
}
