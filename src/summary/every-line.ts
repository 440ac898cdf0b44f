import type { Line } from './line.ts'
import type { Summary } from './schema.ts'

/** Every line of a summary, whatever its section, by its question. */
export const everyLine = (summary: Summary): ReadonlyMap<Line['question'], Line> =>
  new Map(
    Object.values(summary)
      .flatMap(section => (typeof section === 'object' && section !== null && 'lines' in section ? section.lines : []))
      .map(line => [line.question, line])
  )
