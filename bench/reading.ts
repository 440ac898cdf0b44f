// What reading one message costs: processor time, which a busy machine changes least, and as shares of an ordinary short message.
import { join } from 'node:path'
import { QUESTIONS } from '../src/questions/catalogue.ts'
import { read } from '../src/reading/read.ts'
import type { Open } from '../src/reading/reading.ts'
import { Wordbook } from '../src/wording/wordbook.ts'

const ORDINARY =
  'he was at work and the kids were at school so i stayed with my mum and she said he keeps asking where i have been. '
const SHORT = 'he took my phone last night and i dont know where to go'

const MESSAGES: readonly (readonly [name: string, text: string])[] = [
  ['reading 1,600 characters', ORDINARY.repeat(14).slice(0, 1_600)],
  ['reading 2,000 characters of "not "', 'not '.repeat(500)],
  ['reading 2,000 characters of "he he "', 'he he '.repeat(334).slice(0, 2_000)],
  ['reading 2,000 characters of "he\'s "', "he's ".repeat(400)],
  ['reading 2,000 characters of "hes going to the "', 'hes going to the '.repeat(118).slice(0, 2_000)]
]

/** The quietest of so many. */
const ROUNDS = 12

interface Cost {
  readonly name: string
  /** Milliseconds of the processor. */
  readonly takes: number
  /** How many ordinary short messages it costs as much as. */
  readonly ratio: number
}

const ours = ['Is anyone in danger right now? If yes, you can call 999 any time. 1 Yes, 2 No, 3 Not sure, 4 Skip.']

/** What each message costs, the short one first. */
export async function readingCosts(): Promise<readonly Cost[]> {
  const words = (await Wordbook.open(join(import.meta.dirname, '../../locales'), () => undefined)).in('en')
  const question = QUESTIONS.neck
  const open: Open = { id: 'neck', question, labels: question.options.map(option => words.option('neck', option)) }
  const quietest = (text: string, times: number): number => {
    const once = (): number => {
      const began = process.cpuUsage()
      for (let turn = 0; turn < times; turn += 1) read(text, open, [words.lexicon], ours)
      const { user, system } = process.cpuUsage(began)
      return (user + system) / 1_000 / times
    }
    once()
    return Math.min(...Array.from({ length: ROUNDS }, once))
  }
  const short = quietest(SHORT, 20)
  const costs = MESSAGES.map(([name, text]) => ({ name, takes: quietest(text, 2) }))
  return [{ name: `reading ${SHORT.length} characters`, takes: short }, ...costs].map(cost => ({
    ...cost,
    ratio: cost.takes / short
  }))
}
