// What everybody texts: the quiet path of a survivor, found once by walking it.
import { randomBytes, randomUUID } from 'node:crypto'
import { Hub } from '../../src/channels/hub.ts'
import { QUESTIONS, type QuestionId } from '../../src/questions/catalogue.ts'
import type { Rehearsal } from '../../src/rehearsal.ts'

/** Texts of one conversation that are timed. */
const TEXTS = 8

/** The last option is mostly the quiet one: these are not. */
const SAID: Partial<Record<QuestionId, string>> = {
  channelOk: 'yes',
  dangerNow: 'no',
  audience: 'survivor',
  privacyLimits: 'ok',
  wantsNow: 'questions',
  wants: 'talk',
  safeTonight: 'yes'
}

/** The text that opens a conversation: it answers nothing. */
export const OPENING = 'hello'

function reply(question: QuestionId): string {
  const options: readonly string[] = QUESTIONS[question].options
  const said = SAID[question]
  return String(said ? options.indexOf(said) + 1 : options.length)
}

/** The texts after the first one. Each is answered with one text, or the walk fails: the peer answers with one as well. */
export async function walk({ conversations, connection }: Rehearsal): Promise<string[]> {
  const hub = new Hub(inbound => conversations.receive(inbound))
  const first = { peer: randomBytes(32), phone: '+447700900000', text: OPENING, messageId: randomUUID() }
  const { conversation } = await conversations.byPhone(first)
  const texts: string[] = []
  for (let text: string | undefined = OPENING; text && texts.length <= TEXTS; ) {
    await hub.turn('sms', { conversation, messageId: randomUUID(), event: { type: 'typed', text } })
    const { rowCount } = await connection.pool.query(
      `update outbox set state = 'sent', sent_at = now()
      where state = 'pending' and conversation_id = $1`,
      [conversation]
    )
    if (rowCount !== 1) throw new Error(`the text ${texts.length} of the walk was answered with ${rowCount} texts`)
    const place = (await conversations.view(conversation))?.place
    text = place?.kind === 'question' ? reply(place.question) : undefined
    if (text) texts.push(text)
  }
  return texts.slice(0, TEXTS)
}
