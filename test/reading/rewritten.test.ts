// The same thing written another way is read the same: nothing dangerous is lost, and nothing made smaller (own-words
// specification, section 10.1). Over every message of every corpus, every rewriting of each.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isQuestion } from '../../src/questions/catalogue.ts'
import { lowers } from '../../src/reading/meaning.ts'
import type { Reading } from '../../src/reading/reading.ts'
import { shortOr } from '../long-forms.ts'
import { readAt } from './read-english.ts'
import { REWRITINGS, type Rewriting } from './rewritings.ts'

interface Said {
  readonly say: string
  readonly at: string | null
  readonly locale?: string
}

const open = (path: string): Said[] => JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8')) as Said[]
const MESSAGES = [
  ...readdirSync(join(import.meta.dirname, 'corpus')).map(file => join('corpus', file)),
  'open-words.json'
]
  .flatMap(open)
  .filter(({ locale = 'en' }) => locale === 'en')
  .map(({ say, at }) => ({ say, at: at !== null && isQuestion(at) ? at : null }))
  .filter(({ say }) => !/["“?¿â&]|^[x×х]+[.]?$|^s?he s /i.test(say))

const lowersBy = ({ reply }: Reading, at: string | null): boolean =>
  reply.kind === 'answer' &&
  at !== null &&
  isQuestion(at) &&
  [reply.value].flat().some(option => lowers(at, String(option)))

/** A life at stake in danger is danger, and more: it stands higher on the ladder. */
const isDanger = ({ reply }: Reading): boolean => reply.kind === 'danger' || (reply.kind === 'life' && reply.danger)

/** What the second reading lost of the first, or made smaller. */
function lossOf(first: Reading, second: Reading, at: string | null): string | null {
  if (first.reply.kind === 'danger' && !isDanger(second)) return 'danger'
  if (
    first.reply.kind === 'rail' &&
    !isDanger(second) &&
    !(second.reply.kind === 'rail' && second.reply.rail === first.reply.rail)
  )
    return 'rail'
  if (lowersBy(second, at) && !lowersBy(first, at)) return 'made smaller'
  const lost = [...first.concerns, ...first.signals].filter(
    each => ![...second.concerns, ...second.signals].some(one => one === each)
  )
  return lost.length > 0 ? lost.join(' ') : null
}

/** In the short form each rewriting has its share of the messages, and every message its share of the rewritings. */
const SHARE = shortOr(10, 1)
const readings = MESSAGES.map(message => ({ ...message, first: readAt(message.say, message.at) }))
let written = 0

function losses({ write }: Rewriting, turn: number): string[] {
  return readings.flatMap(({ say, at, first }, place) => {
    const again = write(say)
    if (again === say || (place + turn) % SHARE !== 0) return []
    written += 1
    const second = readAt(again, at)
    const loss = lossOf(first, second, at)
    return loss === null ? [] : [`${loss} | ${at}: ${JSON.stringify(again)} -> ${JSON.stringify(second.reply)}`]
  })
}

describe(`${MESSAGES.length} messages, written another way, lose nothing`, () => {
  it.each(REWRITINGS.map((rewriting, turn) => ({ ...rewriting, turn })))('$name', ({ turn, ...rewriting }) => {
    expect(losses(rewriting, turn)).toEqual([])
  })

  it('and all were tried', () => {
    console.log(`${written} rewritings`)
    expect(written).toBeGreaterThan(shortOr(6_000, 60_000))
  })
})
