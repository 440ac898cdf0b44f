import type { StandIn } from './stand-in.ts'

const WORD = /\bword-\d+\b/g

/** The marked words that stand in everything ever posted about one worker's conversation, in the order they stand there. */
export const wordsIn = (azure: StandIn): string[] =>
  azure.memory.everyThread
    .flatMap(({ id }) => azure.memory.posts(id))
    .flatMap(({ content }) => content.match(WORD) ?? [])

/** A sentence that holds this many-th word, and nothing else that is marked. */
export const saying = (n: number): string => `this is word-${n}`

export const upTo = (n: number): string[] => Array.from({ length: n }, (_, index) => `word-${index + 1}`)

/** Posts of ours that stand twice in one thread. */
export const doubled = (azure: StandIn): string[] =>
  azure.memory.everyThread.flatMap(({ id }) => {
    const keys = azure.memory.posts(id).flatMap(({ metadata }) => (metadata?.k ? [metadata.k] : []))
    return keys.filter((key, index) => keys.indexOf(key) !== index)
  })
