// Golden transcripts: whole conversations as a worker would read them aloud. `npm run transcripts` rewrites them; CI never does.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Hub } from '../src/channels/hub.ts'
import type { Message } from '../src/conversation/conversation.ts'
import { PocketPhone } from '../src/pocket-phone.ts'
import { QUESTIONS } from '../src/questions/catalogue.ts'
import { openRehearsal, type Rehearsal } from '../src/rehearsal.ts'
import { readScenarios } from '../src/scenario.ts'
import { SimulatedPerson } from '../src/simulated-person.ts'

const FOLDER = join(import.meta.dirname, 'transcripts')
const PLAYED = ['S01', 'S02', 'S03', 'S06', 'S07', 'S08', 'S10', 'S12']
const rewrite = process.env.REWRITE_TRANSCRIPTS === '1'
const scenarios = readScenarios(readFileSync(join(import.meta.dirname, 'scenarios.json'), 'utf8'))

let product: Rehearsal
beforeAll(async () => {
  product = await openRehearsal()
})
afterAll(() => product.close())

const SPEAKER = { person: 'PERSON', assistant: 'US', worker: 'WORKER' }

/** One message as a line, with its choices as the page offers them. */
function line({ from, kind, text, question }: Message, channel: string): string {
  const options =
    kind === 'ask' && question && channel === 'web' ? product.wordbook.in('en').question(question, 'web').options : []
  const skips = question && QUESTIONS[question].skip ? ['Skip'] : []
  const choices =
    options.length > 0 ? `\n          [ ${[...options.map(({ label }) => label), ...skips].join(' | ')} ]` : ''
  return `${SPEAKER[from].padEnd(8)}  ${text}${choices}`
}

async function transcript(id: string): Promise<string> {
  const scenario = scenarios.find(one => one.id === id)
  if (!scenario) throw new Error(`there is no scenario ${id}`)
  const { channel, outOfHours } = scenario.context
  product.availability = outOfHours
    ? { onDuty: false, open: false, opensAt: 'nine in the morning' }
    : { onDuty: true, open: true, opensAt: null }
  const hub = new Hub(inbound => product.conversations.receive(inbound))
  const person = new SimulatedPerson(scenario, product, hub, new PocketPhone())
  const { conversation } = await person.play()
  const reading = await product.conversations.read(conversation)
  const head = `${id}, ${channel === 'web' ? 'on the web' : 'by text message'}${outOfHours ? ', out of hours' : ''}`
  return [head, '', ...(reading?.messages ?? []).map(message => line(message, channel)), ''].join('\n')
}

describe('a conversation reads as it always has', () => {
  for (const id of PLAYED) {
    test(id, async () => {
      const file = join(FOLDER, `${id}.txt`)
      const now = await transcript(id)
      if (rewrite && !process.env.CI) writeFileSync(file, now)
      expect(existsSync(file), `run: npm run transcripts`).toBe(true)
      expect(now).toBe(readFileSync(file, 'utf8'))
    })
  }

  test('and every transcript on file is one that is played', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(PLAYED.map(id => `${id}.txt`).sort())
  })
})
