// Turns a second through the whole road, against the very same two statements run raw on the same database in the same run.
import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { Hub } from '../src/channels/hub.ts'
import type { PersonEvent } from '../src/conversation/person-event.ts'
import type { Answer } from '../src/questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../src/questions/catalogue.ts'
import type { Rehearsal } from '../src/rehearsal.ts'
import { lastSpoken } from '../src/store/last-spoken.ts'
import { BEGIN_TURN, SAVE_TURN } from '../src/store/turn.ts'

export const AT_ONCE = 8
/** Turns of one quiet conversation that are timed. */
const TURNS = 24
const ROUNDS = 12

const said: Partial<Record<QuestionId, Answer>> = {
  channelOk: 'yes',
  dangerNow: 'no',
  personNear: 'no',
  ageBand: '18plus',
  privacyLimits: 'ok',
  wantsNow: 'questions'
}

function reply(question: QuestionId): PersonEvent {
  const value = said[question] ?? QUESTIONS[question].options[0] ?? 'something'
  return { type: 'answer', question, value: QUESTIONS[question].kind === 'many' ? [value].flat() : value }
}

const inParallel = (work: () => Promise<void>): Promise<unknown> => Promise.all(Array.from({ length: AT_ONCE }, work))

export interface Speed {
  readonly perSecond: number
  /** Milliseconds each, sorted. */
  readonly each: readonly number[]
}

export const speedOf = (each: number[], started: number): Speed => ({
  perSecond: each.length / ((performance.now() - started) / 1000),
  each: each.sort((a, b) => a - b)
})

/** The quiet path of a survivor: the events, found once by walking it. */
async function script(product: Rehearsal): Promise<PersonEvent[]> {
  const conversation = await open(product)
  const events: PersonEvent[] = []
  while (events.length < TURNS) {
    const place = (await product.conversations.view(conversation))?.place
    if (place?.kind !== 'question') break
    const event = reply(place.question)
    events.push(event)
    await product.conversations.receive({ conversation, messageId: randomUUID(), event })
  }
  return events
}

const open = ({ conversations }: Rehearsal) =>
  conversations.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })

/** Whole turns: Botkit, dedupe, lock, opening, flow, words, sealing, saving, commit. */
export async function wholeTurns(product: Rehearsal): Promise<Speed> {
  const hub = new Hub(inbound => product.conversations.receive(inbound))
  const events = await script(product)
  const conversations: string[] = []
  for (let index = 0; index < AT_ONCE * ROUNDS; index += 1) conversations.push(await open(product))
  const each: number[] = []
  const started = performance.now()
  await inParallel(async () => {
    for (let conversation = conversations.pop(); conversation; conversation = conversations.pop()) {
      for (const event of events) {
        const from = performance.now()
        await hub.turn('web', { conversation, messageId: randomUUID(), event })
        each.push(performance.now() - from)
      }
    }
  })
  return speedOf(each, started)
}

/** Bytes of what one turn keeps, and how many messages it has. */
export interface Sizes {
  readonly snapshot: number
  readonly message: number
  readonly answer: number
  readonly messages: number
}

/** As they lie in this database, on average. */
export async function sizes(pool: pg.Pool): Promise<Sizes> {
  const { rows } = await pool.query<Record<keyof Sizes, string>>(`select
    (select avg(octet_length(snapshot)) from conversation where last_seq > 5) as snapshot,
    (select avg(octet_length(body)) from message) as message,
    (select avg(octet_length(body)) from answer) as answer,
    (select count(*)::float8 / nullif((select count(*) from inbound), 0) from message where seq > 1) as messages`)
  const row = rows[0]
  const whole = (text: string | undefined) => Math.round(Number(text ?? 0))
  return {
    snapshot: whole(row?.snapshot),
    message: whole(row?.message),
    answer: whole(row?.answer),
    messages: whole(row?.messages)
  }
}

/** The same statements with bytes of the same size: what PostgreSQL and the driver allow, and nothing else. */
export async function rawTurns(product: Rehearsal): Promise<Speed> {
  const { pool } = product.connection
  const size = await sizes(pool)
  const conversations: string[] = []
  for (let index = 0; index < AT_ONCE * ROUNDS; index += 1) conversations.push(await open(product))
  const expires = new Date(Date.now() + 86_400_000)
  const each: number[] = []
  const started = performance.now()
  await inParallel(async () => {
    for (let conversation = conversations.pop(); conversation; conversation = conversations.pop()) {
      for (let turn = 0; turn < TURNS; turn += 1) {
        const from = performance.now()
        await rawTurn(pool, conversation, turn, size, expires)
        each.push(performance.now() - from)
      }
    }
  })
  return speedOf(each, started)
}

/** `pushedUntil`: by text the last message of the turn is written to the outbox too, good until then. */
export async function rawTurn(
  pool: pg.Pool,
  id: string,
  turn: number,
  size: Sizes,
  expires: Date,
  pushedUntil: Date | null = null
): Promise<void> {
  const client = await pool.connect()
  await client.query('begin')
  await client.query({ ...BEGIN_TURN, values: [id, randomUUID()] })
  if (pushedUntil) await lastSpoken(client, id)
  const seqs = Array.from({ length: size.messages }, (_, index) => 2 + turn * size.messages + index)
  await client.query({
    ...SAVE_TURN,
    values: [
      id,
      new Date(),
      seqs,
      seqs.map(() => 'person'),
      seqs.map(() => 'answer'),
      seqs.map(() => Buffer.alloc(size.message, turn)),
      [turn + 1],
      ['answer'],
      [Buffer.alloc(size.answer, turn)],
      pushedUntil,
      pushedUntil ? seqs.slice(-1) : [],
      'open',
      null,
      false,
      Buffer.alloc(size.snapshot, turn),
      'en',
      'assistant',
      null,
      null,
      expires,
      1 + (turn + 1) * size.messages,
      turn + 1,
      false,
      false,
      null,
      false,
      0,
      null,
      null,
      null,
      null,
      // Heard from: a turn of the person's.
      true,
      null,
      null,
      false,
      // Not by a clock; whom it is about is no matter to the time it takes.
      false,
      false,
      false
    ]
  })
  await client.query('commit')
  client.release()
}
