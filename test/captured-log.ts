import { type Log, makeLog } from '../src/log.ts'

export interface CapturedLog {
  readonly log: Log
  /** Everything that was written, as it was written. */
  text(): string
}

/** The product's own log at its most talkative, kept in memory. */
export function captureLog(): CapturedLog {
  const lines: string[] = []
  return { log: makeLog('trace', { write: line => lines.push(line) }), text: () => lines.join('') }
}
