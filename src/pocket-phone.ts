import type { Phone } from './store/outbox.ts'

/** A phone in memory: what left the outbox, in order. It stands where the SMS provider will, in talk and simulate. */
export class PocketPhone implements Phone {
  readonly texts: { readonly conversation: string; readonly text: string }[] = []

  send({ conversation, text }: Parameters<Phone['send']>[0]): Promise<void> {
    this.texts.push({ conversation, text })
    return Promise.resolve()
  }
}
