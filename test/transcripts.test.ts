// Golden transcripts: whole conversations as a worker would read them aloud. `npm run transcripts` rewrites them; CI never does.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Hub } from '../src/channels/hub.ts'
import type { Received } from '../src/conversation/conversations.ts'
import type { Inbound } from '../src/conversation/person-event.ts'
import { PocketPhone } from '../src/pocket-phone.ts'
import type { Channel } from '../src/questions/answer.ts'
import { readScenarios, type Scenario } from '../src/scenario.ts'
import { SimulatedPerson } from '../src/simulated-person.ts'
import { openTestProduct, type TestProduct } from './open-test-product.ts'
import { expectOnFile } from './telling/golden.ts'
import { Transcript } from './telling/transcript.ts'

const FOLDER = join(import.meta.dirname, 'transcripts')
const scenarios = readScenarios(readFileSync(join(import.meta.dirname, 'scenarios.json'), 'utf8'))

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())

/** A hub at which somebody writes down what is said after every turn. */
class HeardHub extends Hub {
  readonly #transcript: Transcript

  constructor(transcript: Transcript) {
    super(inbound => product.conversations.receive(inbound))
    this.#transcript = transcript
  }

  override async turn(channel: Channel, inbound: Inbound): Promise<Received> {
    // On the web the first question stands there before anybody has done anything.
    await this.#transcript.catchUp(inbound.conversation)
    const received = await super.turn(channel, inbound)
    await this.#transcript.catchUp(inbound.conversation)
    return received
  }
}

async function transcript(scenario: Scenario): Promise<Transcript> {
  const { channel, outOfHours } = scenario.context
  product.availability = outOfHours
    ? { onDuty: false, open: false, opensAt: 'nine in the morning' }
    : { onDuty: true, open: true, opensAt: null }
  const head = `${scenario.id}, ${channel === 'web' ? 'on the web' : 'by text message'}${outOfHours ? ', out of hours' : ''}`
  const written = new Transcript(product, head, channel)
  const phone = new PocketPhone()
  await new SimulatedPerson(scenario, product, new HeardHub(written), phone).play()
  // By text what is on file is what left: nothing more, and nothing else.
  if (channel === 'sms') expect(phone.texts.map(({ text }) => text)).toEqual(written.said)
  return written
}

describe('a conversation reads as it always has', () => {
  for (const scenario of scenarios) {
    test(scenario.id, async () => {
      expectOnFile(join(FOLDER, `${scenario.id}.txt`), (await transcript(scenario)).toString())
    })
  }

  test('and every transcript on file is one that is played', () => {
    const files = readdirSync(FOLDER).filter(name => name.endsWith('.txt'))
    expect(files.sort()).toEqual(scenarios.map(({ id }) => `${id}.txt`).sort())
  })
})
