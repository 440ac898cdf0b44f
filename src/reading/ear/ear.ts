// The second ear: where the rules heard nothing, whether the words still sound like danger, or like the end of somebody's life.
// It can add one question and nothing else (docs/decisions/037-second-ear.md). Its weights come from `npm run train`.
import type { Reading } from '../reading.ts'
import { stretchesOf } from './features.ts'
import { gravest, type Weights, weighable } from './weigh.ts'
import stored from './weights.json' with { type: 'json' }

export const WEIGHTS: Weights = {
  at: Int8Array.from(atob(stored.weights), sign => sign.charCodeAt(0)),
  unit: stored.unit,
  base: stored.base
}

/** How worrying a message sounds, from its gravest stretch; nothing sounds like nothing. Above the threshold is a reason to ask. */
export const score = (text: string): number => gravest(stretchesOf(text).map(weighable), WEIGHTS)

/** Whether the words are a reason to ask. Only where the rules heard nothing: see `wonders`. */
export const raises = (text: string): boolean => score(text) > stored.threshold

/** Words that were not understood, and nothing heard in them: rung 14 of the ladder. An age alone is nothing that was told. */
const isUnheard = ({ reply, concerns, signals, notices, askFor, topics }: Reading): boolean =>
  reply.kind === 'words' && [...concerns, ...signals, ...notices, ...topics].length === 0 && askFor === null

/** Whether the ear's one question may be asked about a message that was read so. The reading itself stands as it is. */
export const wonders = (text: string, reading: Reading): boolean => isUnheard(reading) && raises(text)
