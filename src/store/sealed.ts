// What lies sealed in each column, and the place each value is bound to.
import type { KeyObject } from 'node:crypto'
import type { Message, NewMessage } from '../conversation/conversation.ts'
import type { Note, Recorded } from '../conversation/recorded.ts'
import type { Snapshot } from '../flow/step.ts'
import type { AnswerRecord, WithholdRecord } from '../questions/answer.ts'
import type { WorkerBand } from '../triage/worker-band.ts'
import { seal, unseal } from './vault.ts'

const write = (key: KeyObject, value: unknown, place: string): Buffer =>
  seal(key, Buffer.from(JSON.stringify(value)), place)
const read = <T>(key: KeyObject, sealed: Buffer, place: string): T =>
  JSON.parse(unseal(key, sealed, place).toString('utf8')) as T

const snapshotPlace = (conversation: string) => `${conversation}|snapshot`
const messagePlace = (conversation: string, seq: number) => `${conversation}|message|${seq}`
const phonePlace = (conversation: string) => `${conversation}|phone`
const answerPlace = (conversation: string, n: number) => `${conversation}|answer|${n}`

export const sealSnapshot = (key: KeyObject, conversation: string, snapshot: Snapshot): Buffer =>
  write(key, snapshot, snapshotPlace(conversation))
export const openSnapshot = (key: KeyObject, conversation: string, sealed: Buffer): Snapshot =>
  read(key, sealed, snapshotPlace(conversation))

export const sealPhone = (key: KeyObject, conversation: string, phone: string): Buffer =>
  write(key, phone, phonePlace(conversation))
export const openPhone = (key: KeyObject, conversation: string, sealed: Buffer): string =>
  read(key, sealed, phonePlace(conversation))

const recipientPlace = (conversation: string, delivery: string) => `${conversation}|delivery|${delivery}`

export const sealRecipient = (key: KeyObject, conversation: string, delivery: string, address: string): Buffer =>
  write(key, address, recipientPlace(conversation, delivery))
export const openRecipient = (key: KeyObject, conversation: string, delivery: string, sealed: Buffer): string =>
  read(key, sealed, recipientPlace(conversation, delivery))

type MessageBody = Pick<Message, 'text' | 'locale' | 'question' | 'key' | 'by'>

/** Speaker and kind stay outside as plain columns; everything that was said is inside. */
export function sealMessage(key: KeyObject, conversation: string, seq: number, message: NewMessage): Buffer {
  const { from: _from, kind: _kind, ...body } = message
  return write(key, body satisfies MessageBody, messagePlace(conversation, seq))
}
export const openMessage = (key: KeyObject, conversation: string, seq: number, sealed: Buffer): MessageBody =>
  read(key, sealed, messagePlace(conversation, seq))

/** A line of the table `answer`; which of these it is stands outside, in its column `kind`. */
type AnswerLine = AnswerRecord | WithholdRecord | WorkerBand | Recorded | Note

export const sealAnswer = (key: KeyObject, conversation: string, n: number, line: AnswerLine): Buffer =>
  write(key, line, answerPlace(conversation, n))
export const openAnswer = <T extends AnswerLine>(key: KeyObject, conversation: string, n: number, sealed: Buffer): T =>
  read(key, sealed, answerPlace(conversation, n))
