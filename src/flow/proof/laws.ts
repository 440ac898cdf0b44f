import { ANSWER_LAWS } from './answers.ts'
import { DOOR_LAWS } from './door.ts'
import { helpAtOnce } from './help.ts'
import { LADDER_LAWS } from './ladder.ts'
import { RAIL_LAWS } from './rails.ts'
import { SILENCE_LAWS } from './silence.ts'
import { SPOKEN_LAWS } from './spoken.ts'
import type { Turn } from './turn.ts'

const LAWS = [...RAIL_LAWS, ...DOOR_LAWS, ...SILENCE_LAWS, ...ANSWER_LAWS, ...SPOKEN_LAWS, ...LADDER_LAWS, helpAtOnce]

/** Every promise one turn breaks, as plain sentences. */
export const faultsOfTurn = (turn: Turn): string[] => LAWS.flatMap(law => law(turn) ?? [])
