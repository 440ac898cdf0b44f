// The whole directory: what the product brings, and what an operator's file changes or adds.
import { BODIES } from './bodies.ts'
import { ELSEWHERE } from './elsewhere.ts'
import type { Entry } from './entry.ts'
import { HAMPSHIRE } from './hampshire.ts'
import { HELPLINES } from './helplines.ts'
import { HELPLINES_SPECIAL } from './helplines-special.ts'
import { PATHWAYS } from './pathways.ts'
import { SOUTHAMPTON_HOMES } from './southampton-homes.ts'
import { SOUTHAMPTON_SUPPORT } from './southampton-support.ts'

/** Id -> row, in the order of the sources. */
export type Directory = ReadonlyMap<string, Entry>

const rows: readonly Entry[] = [
  ...HAMPSHIRE,
  ...SOUTHAMPTON_HOMES,
  ...SOUTHAMPTON_SUPPORT,
  ...ELSEWHERE,
  ...HELPLINES,
  ...HELPLINES_SPECIAL,
  ...PATHWAYS,
  ...BODIES
]

/** Every service, way in and body the product knows of by itself. */
export const DIRECTORY: Directory = new Map(rows.map(row => [row.id, row]))
