// What is stored of everybody at a desk, and whether all of it has reached them.
import { setTimeout as pause } from 'node:timers/promises'
import type { Message } from '../../../src/conversation/conversation.ts'
import type { Pair } from './pair.ts'
import type { DeskPerson } from './person.ts'
import type { Scene } from './trouble.ts'
import { wordsOf } from './words.ts'

export interface Told {
  readonly person: DeskPerson
  readonly messages: readonly Message[]
  /** The moment they left; null where they stayed. */
  readonly leftAt: Date | null
}

/** One after another: a test must not take the connections that the processes need. */
export async function toldOf(people: readonly DeskPerson[], { behind }: Pair): Promise<Told[]> {
  const told: Told[] = []
  for (const person of people) {
    const reading = await behind.conversations.read(person.id)
    const { rows } = await behind.connection.pool.query<{ status: string; updated_at: Date }>(
      'select status, updated_at from conversation where id = $1',
      [person.id]
    )
    const [row] = rows
    told.push({ person, messages: reading?.messages ?? [], leftAt: row?.status === 'left' ? row.updated_at : null })
  }
  return told
}

/** Every page and phone has what was acknowledged, or the time is over: then the comparison says what is missing. */
export async function everythingArrives(scene: Scene, within: number): Promise<void> {
  const { pair, company } = scene
  const { people, workers } = company
  for (const until = Date.now() + within; Date.now() < until; ) {
    for (const one of [...people, ...workers]) await one.looks()
    const told = await toldOf(people, pair)
    const isThere = told.every(({ person, messages, leftAt }) => {
      const ofPerson = wordsOf(messages, 'person').length
      const followed = workers.flatMap(worker => worker.pagesOf(person.reference))
      return (
        followed.every(({ isOver, heard }) => isOver || heard.length >= ofPerson) &&
        (leftAt !== null || person.came.length >= person.comes(messages).length)
      )
    })
    if (isThere) return
    await pause(100)
  }
}
