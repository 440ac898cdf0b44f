// Somebody who waits, writes and listens, whatever is killed; some of them leave. By which channel is for others to say.
import { setTimeout as pause } from 'node:timers/promises'
import type { Message } from '../../../src/conversation/conversation.ts'
import type { Product } from '../../../src/product.ts'
import type { Way } from '../under-way.ts'
import type { Which } from './pair.ts'

interface Life {
  readonly goesOn: () => boolean
  /** Whether they have no reason yet to leave. */
  readonly stays: () => boolean
  readonly random: () => number
  /** How long they say nothing, when they do, in ms. */
  readonly silence: number
}

export abstract class DeskPerson {
  readonly name: string
  /** Written and acknowledged, in order. */
  readonly wrote: string[] = []
  id = ''
  reference = ''
  /** Longest pause between two words, in ms. */
  protected abstract readonly pace: number

  constructor(name: string) {
    this.name = name
  }

  /** Comes, and asks for a person. `behind`: where the test finds out who they are. */
  abstract asks(behind: Product): Promise<void>
  /** Goes, and comes back when that is known. */
  abstract leaves(behind: Product): Promise<void>
  /** The process they are at. */
  abstract get at(): Which
  /** What they sent and nobody answered yet, as far as it can be seen whether it was cut off. */
  abstract get underWay(): readonly Way[]
  /** Everything that reached them, in order; and what should have, of what is stored. */
  abstract get came(): readonly string[]
  abstract comes(messages: readonly Message[]): readonly string[]
  protected abstract says(text: string): Promise<void>

  /** Takes down what stands on their page; whoever follows a stream, or has a phone, knows it already. */
  async looks(): Promise<void> {}

  /** What is wrong with their own words where they read them, in sentences. */
  get misread(): readonly string[] {
    return []
  }

  /** Writes one numbered word after another, now and then nothing for a while; and leaves, if they do, before it is over. */
  async lives({ goesOn, stays, random, silence }: Life, behind: Product): Promise<void> {
    while (goesOn() && stays()) {
      await this.writes()
      await pause(random() < 0.02 ? silence : random() * this.pace)
    }
    if (goesOn()) await this.leaves(behind)
  }

  /** One word more. */
  async writes(): Promise<void> {
    const text = `word ${this.wrote.length + 1} of ${this.name}`
    await this.says(text)
    this.wrote.push(text)
  }
}
