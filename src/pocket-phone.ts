import type { Handed, OutgoingText, Phone } from './conversation/ports.ts'

/** A phone in memory: what left the outbox, in order. It stands where the carrier will, in talk and simulate. */
export class PocketPhone implements Phone {
  readonly texts: OutgoingText[] = []

  async send(text: OutgoingText): Promise<Handed> {
    this.texts.push(text)
    return { kind: 'taken', record: `pocket-${text.id}` }
  }

  async find(): Promise<readonly string[]> {
    return []
  }

  async forget(): Promise<boolean> {
    return true
  }
}
