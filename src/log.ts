// The only door to pino. Logs carry ids, counts and the names of things, never anybody's words.
import { type DestinationStream, type Logger, pino } from 'pino'

/** Names under which words, numbers or secrets could travel: whatever arrives under them is not written. */
const NEVER_WRITTEN = [
  'text',
  'words',
  'verbatim',
  'value',
  'answer',
  'answers',
  'body',
  'message',
  'messages',
  'summary',
  'snapshot',
  'cookie',
  'cookies',
  'authorization',
  'token',
  'password',
  'secret',
  'key',
  'phone',
  'from',
  'to',
  'number',
  'email',
  'name',
  'url',
  'headers',
  'ip',
  'remoteAddress',
  'query',
  'params',
  'parameters',
  'detail',
  'hint',
  'where'
]

export type Log = Logger

/** An error as the log may keep it: its kind and code, and where in our own code it happened; never its message. */
export function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const at = error.stack
    ?.split('\n')
    .filter(line => line.startsWith('    at '))
    .slice(0, 6)
    .map(line => line.trim())
  return { kind: error.name, ...(code ? { code } : {}), at }
}

/** One JSON line an event, to standard error unless a stream is given. */
export function makeLog(level: string, stream: DestinationStream = pino.destination({ dest: 2, sync: true })): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: errorFacts, error: errorFacts },
      redact: { paths: NEVER_WRITTEN.flatMap(name => [name, `*.${name}`, `*.*.${name}`]), censor: '[not written]' }
    },
    stream
  )
}
