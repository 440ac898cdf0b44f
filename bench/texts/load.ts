// The load: so many phones at once, and each texts again as soon as it has been answered, as people do.
import { type Speed, speedOf } from '../turns.ts'
import type { Responder } from './responder.ts'
import { OPENING } from './script.ts'
import type { Post } from './webhook.ts'

/** Phones in one round. */
export const PHONES = 24

/** Numbers nobody has: a thousand of them are set aside, and every round has its own. */
export const phonesOf = (round: number): string[] =>
  Array.from({ length: PHONES }, (_, index) => `+447700900${String(round * PHONES + index + 1).padStart(3, '0')}`)

/** One way to put a text through. Resolves when it has been answered. */
export type Put = (phone: string, text: string) => Promise<void>

/** Everybody at once, text after text. `settled`: whatever is left to do afterwards counts as well. */
export async function load(
  phones: readonly string[],
  texts: readonly string[],
  put: Put,
  settled: () => Promise<void>
): Promise<Speed> {
  const each: number[] = []
  const started = performance.now()
  const person = async (phone: string) => {
    for (const text of texts) {
      const from = performance.now()
      await put(phone, text)
      each.push(performance.now() - from)
    }
  }
  await Promise.all(phones.map(person))
  await settled()
  return speedOf(each, started)
}

/** Over the network: until the answer has reached the carrier. The first text, which opens the conversation, is not timed. */
export async function loadLine(
  line: { readonly post: Post; readonly settled: () => Promise<void> },
  responder: Responder,
  phones: readonly string[],
  texts: readonly string[]
): Promise<Speed> {
  const acknowledged: Promise<void>[] = []
  const put: Put = async (phone, text) => {
    const answered = responder.replyTo(phone)
    const posted = line.post(phone, text)
    acknowledged.push(posted)
    // A text that is not taken is never answered.
    await Promise.race([answered, posted.then(() => answered)])
  }
  const settled = async () => {
    await Promise.all(acknowledged)
    await line.settled()
  }
  await load(phones, [OPENING], put, settled)
  return load(phones, texts, put, settled)
}
