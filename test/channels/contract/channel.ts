// What every channel can do, as its contract sees it. A channel that is to come implements these two and runs the contract.
import type { QuestionId } from '../../../src/questions/catalogue.ts'
import type { TestProduct } from '../../open-test-product.ts'

/** The same thing said: it can be brought again, under the same id. */
export type Again = (atOnce: number) => Promise<void>

export interface Person {
  /** Says it, and whatever it brings about has happened. */
  say(text: string): Promise<Again>
  /** Says all of it without waiting for an answer to any. */
  sayAll(texts: readonly string[]): Promise<void>
  /** Leaves in the way of this channel. */
  leave(): Promise<void>
  askForAPerson(): Promise<void>
  /** Turns to another language in the way of this channel. */
  turnTo(locale: string): Promise<void>
  /** Everything that is before their eyes now: what stands on the page, or what the phone got since they last wrote. */
  sees(): Promise<string>
  /** The question they are asked, by what they see; null when they are asked none. */
  asked(): Promise<QuestionId | null>
  /** Comes again, whatever was before: opens the page, or texts. */
  comeAgain(): Promise<void>
  /** The id of the conversation they are in, or were in last. */
  conversation(): Promise<string>
}

export interface Channel {
  readonly product: TestProduct
  /** Somebody who stands at the first question. */
  somebody(): Promise<Person>
  /** The process ends, and another begins on the same database. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** The newest conversation, by when it was opened. */
export async function newest({ connection }: TestProduct): Promise<string> {
  const { rows } = await connection.pool.query('select id from conversation order by opened_at desc limit 1')
  return rows[0].id
}

/** Letters without their strokes, as a phone gets them. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L')
