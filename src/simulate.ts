// npm run simulate -- FILE...: plays scenarios through the real engine and prints one JSON line for each.
import { readFileSync } from 'node:fs'
import { Hub } from './channels/hub.ts'
import type { Reading } from './conversation/ports.ts'
import { PocketPhone } from './pocket-phone.ts'
import { openRehearsal, type Rehearsal } from './rehearsal.ts'
import { readScenarios, type Scenario } from './scenario.ts'
import { scenarioFaults } from './scenario-faults.ts'
import { SimulatedPerson } from './simulated-person.ts'
import { summarise } from './summary/build.ts'
import { assess } from './triage/band.ts'
import { handoverType } from './triage/handover-type.ts'
import { match } from './triage/match.ts'

/** When the desk opens again, in the scenarios that play out of hours. */
const OPENS = 'nine in the morning'

interface Line {
  readonly from: 'assistant' | 'person'
  readonly text: string
  readonly question?: string
}

/** The conversation as it was held. By SMS the assistant's side is what really left the outbox. */
function transcriptOf({ conversation, messages }: Reading, phone: PocketPhone): Line[] {
  const left = phone.texts.filter(text => text.conversation === conversation.id).map(({ text }) => text)
  return messages.flatMap(({ from, text, question }): Line[] => {
    if (from === 'person') return [{ from, text, ...(question ? { question } : {}) }]
    const said = conversation.channel === 'sms' ? left.shift() : text
    return said === undefined ? [] : [{ from: 'assistant', text: said, ...(question ? { question } : {}) }]
  })
}

interface Result {
  readonly line: object
  /** Why it ended before its end; null when it did not. */
  readonly complaint: string | null
}

async function play(scenario: Scenario, product: Rehearsal, hub: Hub): Promise<Result> {
  const { outOfHours, signals, locale } = scenario.context
  product.availability = outOfHours
    ? { onDuty: false, open: false, opensAt: OPENS }
    : { onDuty: true, open: true, opensAt: null }
  const phone = new PocketPhone()
  const person = new SimulatedPerson(scenario, product, hub, phone)
  const { conversation, asked, stuckAt } = await person.play()
  const reading = await product.conversations.read(conversation)
  if (!reading) throw new Error('the conversation is gone')
  const held = product.conversations.facts(reading)
  const facts = { ...held, signals: [...new Set([...(held.signals ?? []), ...signals])] }
  const type = handoverType(facts, outOfHours)
  const words = product.wordbook.in('en')
  const shortMode = product.conversations.isShort(reading)
  const summary = summarise(reading, { facts, words, now: new Date(), handoverType: type, outOfHours, shortMode })
  const { band, reasons, known, of } = assess(facts)
  const { services, notes } = match(facts, outOfHours)
  const line = {
    id: scenario.id,
    ...(product.wordbook.locales.includes(locale) ? {} : { localeFallback: 'en' }),
    band,
    reasons,
    known,
    of,
    services,
    notes,
    handover: type,
    asked,
    transcript: transcriptOf(reading, phone),
    summary,
    outboundAfterExit: await person.leave()
  }
  const complaint = stuckAt && `Scenario ${JSON.stringify(scenario.id)}: its answer to ${stuckAt} was never taken`
  return { line, complaint }
}

async function main(files: readonly string[]): Promise<number> {
  if (files.length === 0) {
    process.stderr.write('Name at least one scenario file: npm run simulate -- FILE...\n')
    return 2
  }
  const scenarios = files.flatMap(file => readScenarios(readFileSync(file, 'utf8')))
  // All of them, before anything is played: whoever wrote them reads every fault at once, and no half of a result.
  const faults = scenarioFaults(scenarios)
  if (faults.length > 0) {
    process.stderr.write(`${faults.join('\n')}\n`)
    return 1
  }
  const product = await openRehearsal()
  try {
    const hub = new Hub(inbound => product.conversations.receive(inbound))
    let isPlayed = true
    for (const scenario of scenarios) {
      const { line, complaint } = await play(scenario, product, hub)
      process.stdout.write(`${JSON.stringify(line)}\n`)
      if (complaint === null) continue
      process.stderr.write(`${complaint}\n`)
      isPlayed = false
    }
    return isPlayed ? 0 : 1
  } finally {
    await product.close()
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  return 1
})
