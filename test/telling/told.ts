// What came of a story, for the person and for the worker: what every claim about it is held against.
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Banner } from '../../src/console/banner.tsx'
import { UnclaimedEntry } from '../../src/console/unclaimed-entry.tsx'
import type { Reading } from '../../src/conversation/ports.ts'
import type { View } from '../../src/conversation/view.ts'
import type { QuestionId } from '../../src/questions/catalogue.ts'
import type { Facts } from '../../src/questions/condition.ts'
import { asText } from '../../src/summary/as-text.ts'
import { summarise } from '../../src/summary/build.ts'
import type { Summary } from '../../src/summary/schema.ts'
import { assess, type Band } from '../../src/triage/band.ts'
import { handoverType } from '../../src/triage/handover-type.ts'
import { type Match, match } from '../../src/triage/match.ts'
import type { TestProduct } from '../open-test-product.ts'
import type { Story } from './story.ts'
import { Teller } from './teller.ts'

export interface Told {
  /** The whole conversation, as it is kept on file. */
  readonly transcript: string
  /** Every word of the assistant, in order. */
  readonly said: readonly string[]
  /** What reached the phone. */
  readonly texts: readonly string[]
  readonly asked: readonly QuestionId[]
  readonly view: View
  readonly reading: Reading
  readonly facts: Facts
  readonly band: Band
  readonly match: Match
  readonly summary: Summary
  /** The summary as a worker reads it. */
  readonly worker: string
  /** What stands at the top of a worker's page, as HTML. */
  readonly banner: string
  readonly handover: string
  /** Where nobody was asked to join: what stands in the staff list when the story is over, as HTML; empty where nothing does. */
  readonly unclaimed: string
}

const MINUTE = 60_000

/** The end of the story by the clock: a silence is told, and not waited for. */
const endOf = ({ steps }: Story): Date =>
  new Date(Date.now() + steps.reduce((sum, step) => sum + (step.kind === 'silence' ? step.minutes * MINUTE : 0), 0))

export async function tell(story: Story, product: TestProduct): Promise<Told> {
  const teller = new Teller(story, product)
  await teller.tell()
  const reading = await product.conversations.read(teller.conversation)
  if (!reading) throw new Error(`${story.id}: the conversation is gone`)
  const facts = product.conversations.facts(reading)
  const outOfHours = story.outOfHours ?? false
  const handover = handoverType(facts, outOfHours)
  const words = product.wordbook.in('en')
  const now = new Date()
  const shortMode = product.conversations.isShort(reading)
  const summary = summarise(reading, { facts, words, now, handoverType: handover, outOfHours, shortMode })
  const { returns } = reading.conversation
  const end = endOf(story)
  const item = (await product.staff.unclaimed(end)).find(({ conversation }) => conversation === teller.conversation)
  return {
    transcript: teller.transcript.toString(),
    said: teller.transcript.said,
    texts: teller.phone.texts.map(({ text }) => text),
    asked: teller.asked,
    view: await teller.view(),
    reading,
    facts,
    band: assess(facts),
    match: match(facts, outOfHours),
    summary,
    worker: asText(summary, words),
    banner: renderToString(h(Banner, { contact: summary.safeContact, summary, words, now, isLive: false, returns })),
    handover,
    unclaimed: item ? renderToString(h(UnclaimedEntry, { item, words, now: end })) : ''
  }
}
