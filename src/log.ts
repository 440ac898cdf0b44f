// The only door to pino. Logs carry ids, counts and the names of things, never anybody's words.
import { type DestinationStream, type Logger, pino } from 'pino'

/** The only names under which anything is written. Whoever needs another adds it here, and says to themselves what it can hold. */
const MAY_BE_WRITTEN: ReadonlySet<string> = new Set([
  // What an error is: see errorFacts.
  'kind',
  'code',
  'at',
  // Random ids, and names from our own sources.
  'conversation',
  'job',
  'route',
  'locale',
  'missing',
  // Numbers.
  'count',
  'status'
])

/** Only the calls: a child of pino's would carry facts past the net. */
export type Log = Pick<Logger, 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'>

const CODE = /^[A-Z0-9_]{1,60}$/
const KIND = /^\w{1,60}$/
const FRAME = /^ {4}at \S.*:\d+:\d+\)?$/
const FRAMES_KEPT = 6

/** Where it happened. What stands before the first line is the message, which may look like anything: it is cut off whole. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message)
  if (start < 0) return []
  const lines = stack.slice(start + message.length).split('\n')
  return lines
    .filter(line => FRAME.test(line))
    .slice(0, FRAMES_KEPT)
    .map(line => line.trim())
}

/** An error as the log may keep it: its kind and code, and where in our own code it happened; never its message. */
export function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error && typeof error.code === 'string' && CODE.test(error.code) ? error.code : undefined
  return { kind: KIND.test(error.name) ? error.name : 'Error', ...(code ? { code } : {}), at: framesOf(error) }
}

const isPlain = (value: unknown): boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every(item => typeof item === 'string'))

/** Only what may be written: known names with plain values, and errors as their facts. The rest is not there at all. */
function cleaned(facts: object): object {
  const kept = Object.entries(facts).flatMap(([name, value]): [string, unknown][] => {
    if (value instanceof Error) return [['error', errorFacts(value)]]
    return MAY_BE_WRITTEN.has(name) && isPlain(value) ? [[name, value]] : []
  })
  return Object.fromEntries(kept)
}

/** One JSON line an event, to standard error unless a stream is given. */
export function makeLog(level: string, stream: DestinationStream = pino.destination({ dest: 2, sync: true })): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: {
        // A line is a fixed sentence of ours: nothing is ever put into it, and an error's own message never becomes one.
        logMethod([first, second]: unknown[], write) {
          const facts = first instanceof Error ? { error: first } : first
          if (typeof facts !== 'object' || facts === null) return write.call(this, {}, String(facts))
          write.call(this, cleaned(facts), typeof second === 'string' ? second : 'no line was given')
        }
      }
    },
    stream
  )
}
