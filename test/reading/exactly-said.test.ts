// Every yes and no with up to three small words, at every question where an answer could make anything smaller: sure is only
// what is said exactly (own-words specification, section 4 and 10.2). All of them, not a sample.
import { describe, expect, it } from 'vitest'
import { isQuestion, QUESTION_IDS, QUESTIONS } from '../../src/questions/catalogue.ts'
import { LOWERING } from '../../src/questions/lowering.ts'
import type { Question } from '../../src/questions/question.ts'
import { findAll } from '../../src/reading/find-all.ts'
import { wordsOf } from '../../src/reading/fold.ts'
import { openScan } from '../../src/reading/listen.ts'
import { lowers } from '../../src/reading/meaning.ts'
import { prepareAll } from '../../src/reading/prepare.ts'
import { read } from '../../src/reading/read.ts'
import { shortOr } from '../long-forms.ts'
import { lexiconsOf, openAt, readAt } from './read-english.ts'

const YES = ['yes', 'yep', 'i am', 'he has', 'ok']
const NO = ['no', 'nah', 'never', 'no i dont', '2', '1', 'safe']
/** Whoever, wherever, and what may turn it round. */
const SMALL = [
  ...['i', 'he', 'she', 'they', 'we', 'it', 'me', 'him', 'her', 'us', 'you', 'his', 'my'],
  ...['is', 'did', 'has', 'here', 'home', 'in', 'with', 'at', 'on', 'out', 'mum', 'dad', 'kids', 'husband'],
  ...['but', 'if', 'when', 'until', 'yet', 'now', 'work', 'bed', 'door', 'there']
]

const lexicons = lexiconsOf('en')
const prepared = prepareAll(lexicons)
const PLACES = QUESTION_IDS.filter(id => LOWERING[id] !== undefined)

/** Whether nothing stands there but the option's own phrases, a yes or no without anybody in it, a number and courtesy. */
function isExact(say: string, at: string): boolean {
  if (!isQuestion(at)) return false
  const question: Question = QUESTIONS[at]
  const scan = openScan(say, prepared)
  const own = prepared.flatMap(each =>
    [...each.says(at)].filter(([option]) => lowers(at, option)).map(([, book]) => book)
  )
  const covered = new Set<number>()
  const cover = ({ start, end }: { start: number; end: number }): void => {
    for (let index = start; index < end; index += 1) covered.add(index)
  }
  for (const book of own) for (const match of scan.find(book)) cover(match)
  for (const match of findAll(scan, prepared, each => each.polite)) cover(match)
  for (const family of ['yes', 'no'] as const)
    for (const match of findAll(scan, prepared, each => each.families[family]))
      if (!scan.words.slice(match.start, match.end).some(word => ['i', 'he', 'she', 'they', 'we', 'it'].includes(word)))
        cover(match)
  const labels = question.options.flatMap(option =>
    lowers(at, option) ? wordsOf(openAt(at)?.labels[question.options.indexOf(option)] ?? '') : []
  )
  scan.words.forEach((word, index) => {
    if (/^\d$/.test(word) || labels.includes(word)) covered.add(index)
  })
  return scan.words.every((_, index) => covered.has(index))
}

/** A yes or no with up to that many small words behind it, or one before it. */
function* sayings(most: number): Generator<string> {
  for (const said of [...YES, ...NO]) {
    yield said
    for (const one of SMALL) {
      yield `${said} ${one}`
      yield `${one} ${said}`
      if (most < 2 || !['yes', 'i am', 'no'].includes(said)) continue
      for (const two of SMALL) yield `${said} ${one} ${two}`
    }
  }
}

/** Three words, where the first is whoever it is about and the last is where. */
function* threes(): Generator<string> {
  for (const said of ['yes', 'no', 'i am', 'never'])
    for (const one of ['he', 'i', 'but', 'if', 'she', 'with'])
      for (const two of ['is', 'has', 'did', 'not', 'him', 'he'])
        for (const three of ['here', 'home', 'in', 'him', 'me', 'it', 'now', 'mum'])
          yield `${said} ${one} ${two} ${three}`
}

function lowered(at: string, texts: Iterable<string>): { read: number; wrong: string[] } {
  let count = 0
  const wrong: string[] = []
  const open = openAt(at)
  for (const say of texts) {
    count += 1
    const { reply } = read(say, open, lexicons)
    const isLow =
      reply.kind === 'answer' && [reply.value].flat().some(option => isQuestion(at) && lowers(at, String(option)))
    if (isLow && !isExact(say, at)) wrong.push(`${at}: ${say} -> ${JSON.stringify(reply)}`)
  }
  return { read: count, wrong }
}

describe('nothing is made smaller by a yes or no with something beside it', () => {
  let total = 0
  it.each(PLACES)('%s, with one small word', at => {
    const { read: count, wrong } = lowered(at, sayings(1))
    total += count
    expect(wrong).toEqual([])
  })

  it.each(shortOr(['channelOk', 'dangerNow'], PLACES))('%s, with two and three', at => {
    const two = lowered(at, sayings(2))
    const three = lowered(at, threes())
    total += two.read + three.read
    expect([...two.wrong, ...three.wrong]).toEqual([])
    console.log(`${total} sayings read so far`)
  })
})

describe('"may we write" ends only for an exact no or not now', () => {
  it.each(['I am not', 'no hes sat right here', 'not safe', 'no but', 'no he has my phone', 'no i cant', 'nah hes in'])(
    '%s',
    say => {
      expect(readAt(say, 'channelOk').reply).not.toMatchObject({ kind: 'answer', value: 'no' })
    }
  )

  it.each(['no', 'No thanks', 'not now', 'no not now', 'nope', '2', 'not now x'])('%s', say => {
    expect(readAt(say, 'channelOk').reply).toEqual({ kind: 'answer', value: 'no' })
  })
})
