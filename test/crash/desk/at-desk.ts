// What a run asks of a worker, whatever they sit at.
import type { Heard } from '../open-stream.ts'
import type { Way } from '../under-way.ts'
import type { Which } from './pair.ts'

/** A conversation's page as one worker had it: the person's words on it, and whether it has been closed since. */
export interface OpenPage {
  readonly heard: readonly Heard[]
  readonly isOver: boolean
}

/** What the workers of a desk know of each other: who asked for somebody to take over. */
export interface Asked {
  readonly open: Set<string>
  /** How often each was asked for, and the desk said yes, or may have. */
  readonly count: Map<string, number>
}

export interface AtDesk {
  readonly name: string
  /** Written and acknowledged, by conversation, in order. */
  readonly said: ReadonlyMap<string, readonly string[]>
  /** Written and refused: nobody may ever read these. */
  readonly refused: readonly string[]
  /** Takes that found somebody else there. */
  readonly tooLate: number
  /** The process they are at. */
  readonly at: Which
  readonly underWay: readonly Way[]
  /** Whom they have now, as far as they know. */
  readonly has: readonly string[]
  /** Every page they had open of a conversation, one after another. */
  pagesOf(reference: string): readonly OpenPage[]
  /** Takes, writes, asks to be taken over from, takes over, gives back: whatever comes to mind. */
  work(goesOn: () => boolean, random: () => number): Promise<void>
  /** One word more to one of them. */
  writes(reference: string): Promise<void>
  /** Takes down what stands on their page; whoever follows a stream knows it already. */
  looks(): Promise<void>
}
