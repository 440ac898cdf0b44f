// Words that nobody has tuned for, played through the whole road of one turn. Started by hand: node test/reading/read-blind.ts <file>.
// It reads one file and prints; it writes nothing. What is in the file is never to be looked at while the lists are worked on.
import { readFileSync } from 'node:fs'
import { type BlindMessage, type Outcome, outcomeOf } from '../talks/blind-outcome.ts'
import { USUAL, WITHOUT_EAR } from '../talks/talk.ts'
import { interval } from '../talks/wilson.ts'

const KINDS: readonly Outcome[] = ['right', 'asked back', 'raised otherwise', 'missed', 'wrong']

const [, , file] = process.argv
if (file === undefined) throw new Error('give the file of messages as an argument')

/** What its writers call a rung, in plain words, and its number. */
const RUNGS: Readonly<Record<string, string>> = {
  leavingInDanger: '2',
  life: '3',
  danger: '4',
  near: '5',
  hands: '6',
  leave: '7',
  noTexts: '7',
  person: '8',
  emergency: '8',
  harmer: '9',
  concern: '10',
  question: '12',
  language: '12',
  answer: '13',
  skip: '13',
  back: '13',
  nothing: 'words'
}

type Told = BlindMessage['expect']
const told = (each: Told | string): Told => {
  const { topic: _topic, ...expected } = typeof each === 'string' ? { rung: each } : each
  return { ...expected, rung: RUNGS[String(expected.rung)] ?? expected.rung }
}

const messages = (JSON.parse(readFileSync(file, 'utf8')) as BlindMessage[]).map(message => {
  const also = message.also ?? (message.expect as { also?: BlindMessage['also'] }).also ?? []
  return { ...message, expect: told(message.expect), also: also.map(told) }
})

const share = (part: number, of: number): string => {
  const [low, high] = interval(part, of)
  return `${part} of ${of} (${((100 * part) / Math.max(1, of)).toFixed(0)} %, ${low.toFixed(0)} to ${high.toFixed(0)})`
}

for (const [name, around] of [
  ['reader alone', WITHOUT_EAR],
  ['reader with second ear', USUAL]
] as const) {
  console.log(`\n${name}`)
  const played = []
  for (const message of messages) played.push({ message, ...(await outcomeOf(message, around)) })
  for (const kind of [...new Set(messages.map(each => each.kind))].sort()) {
    const of = played.filter(each => each.message.kind === kind)
    const parts = KINDS.map(
      outcome => `${outcome} ${share(of.filter(each => each.outcome === outcome).length, of.length)}`
    )
    console.log(`  ${kind}: ${parts.join('; ')}`)
  }
  const grave = played.filter(each => each.isDanger)
  console.log(
    `  danger: after one message only the same question ${share(grave.filter(each => !each.one).length, grave.length)}`
  )
  console.log(`  danger: after two ${share(grave.filter(each => !each.two).length, grave.length)}`)
  const calm = played.filter(each => each.isHarmless)
  console.log(`  help at once for harmless words ${share(calm.filter(each => each.isCard).length, calm.length)}`)
  const lowered = played.filter(each => each.isWronglyLowered)
  console.log(`  sure lowering answers that are wrong ${share(lowered.length, played.length)}`)
  for (const [what, list] of [
    ['missed', played.filter(each => each.outcome === 'missed')],
    ['wrong', played.filter(each => each.outcome === 'wrong')],
    ['lowered', lowered],
    ['card', calm.filter(each => each.isCard)]
  ] as const) {
    if (list.length > 0) console.log(`  ${what}: ${list.map(each => each.message.id).join(', ')}`)
  }
}
