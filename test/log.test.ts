import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { errorFacts } from '../src/log.ts'
import { captureLog } from './captured-log.ts'

const SECRET = 'he-is-at-the-door'

/** What PostgreSQL says when it is given something it cannot use: it repeats what it was given. */
function databaseError(): Error {
  const error = new pg.DatabaseError(`invalid input syntax for type uuid: "${SECRET}"`, 100, 'error')
  return Object.assign(error, {
    code: '22P02',
    detail: `Key (text)=(${SECRET}) already exists.`,
    hint: SECRET,
    where: `unnamed portal parameter $1 = '${SECRET}'`,
    internalQuery: `select '${SECRET}'`,
    parameters: [SECRET],
    query: `select '${SECRET}'`,
    constraint: 'message_pkey'
  })
}

describe('what the log keeps of an error', () => {
  it('is its kind, its code and where in our code it happened', () => {
    const facts = errorFacts(databaseError())
    expect(facts).toMatchObject({ kind: 'error', code: '22P02' })
    expect(JSON.stringify(facts)).toContain('log.test.ts')
  })

  it('is never what PostgreSQL repeats of the statement, its parameters or the row', () => {
    expect(JSON.stringify(errorFacts(databaseError()))).not.toContain(SECRET)
  })

  it('is never its message, even one that is dressed as a stack line', () => {
    const error = new Error(`could not read:\n    at ${SECRET}\nand\n    at once ${SECRET}`)
    expect(JSON.stringify(errorFacts(error))).not.toContain(SECRET)
    expect(JSON.stringify(errorFacts(error))).toContain('log.test.ts')
  })

  it('is never its cause, nor the errors it gathers', () => {
    const inner = new Error(SECRET)
    const errors = [new Error('outer', { cause: inner }), new AggregateError([inner], 'many')]
    expect(JSON.stringify(errors.map(errorFacts))).not.toContain(SECRET)
  })

  it('is only its type when somebody threw something else', () => {
    expect([SECRET, { text: SECRET }, undefined, 7].map(errorFacts)).toEqual([
      { kind: 'string' },
      { kind: 'object' },
      { kind: 'undefined' },
      { kind: 'number' }
    ])
  })

  it('is no code that is not a code', () => {
    const error = Object.assign(new Error('x'), { code: { text: SECRET } })
    expect(JSON.stringify(errorFacts(error))).not.toContain(SECRET)
    const spoken = Object.assign(new Error('x'), { code: `${SECRET} and more` })
    expect(JSON.stringify(errorFacts(spoken))).not.toContain(SECRET)
  })
})

describe('the net under the log', () => {
  it.each([
    ['an error as it is', (error: Error) => [error]],
    ['an error with a line', (error: Error) => [error, 'it failed']],
    ['an error under error', (error: Error) => [{ error }, 'it failed']],
    ['an error under err', (error: Error) => [{ err: error }, 'it failed']],
    ['an error under error, without a line', (error: Error) => [{ error }]],
    ['an error under err, without a line', (error: Error) => [{ err: error }]],
    ['an error under another name', (error: Error) => [{ reason: error }, 'it failed']],
    ['an error inside something', (error: Error) => [{ job: { name: 'x', reason: error } }, 'it failed']],
    ['an error in a list', (error: Error) => [{ reasons: [error] }, 'it failed']],
    ['an error in the line', (error: Error) => ['it failed: %s', error]],
    ['an error in the line as an object', (error: Error) => ['it failed: %o', error]],
    ['words in the line', () => ['they said %s', SECRET]],
    ['words alone after an object', () => [{ job: 'x' }, 'they said %s', SECRET]]
  ])('holds %s', (_what, args) => {
    const { log, text } = captureLog()
    log.error(...(args(databaseError()) as [object, string]))
    expect(text()).not.toBe('')
    expect(text()).not.toContain(SECRET)
  })

  it.each([
    'text',
    'verbatim',
    'value',
    'answers',
    'body',
    'phone',
    'to',
    'token',
    'cookie',
    'detail',
    'where',
    'parameters'
  ])('does not write what comes under the name %s, wherever it stands', name => {
    const { log, text } = captureLog()
    const said = { [name]: SECRET }
    log.info({ ...said, one: said, two: { three: said }, four: { five: { six: said } }, list: [said] }, 'a turn')
    expect(text()).toContain('a turn')
    expect(text()).not.toContain(SECRET)
  })

  it('does not write a request, an address or a header', () => {
    const { log, text } = captureLog()
    const request = {
      method: 'POST',
      url: `/?q=${SECRET}`,
      headers: { cookie: SECRET },
      ip: SECRET,
      remoteAddress: SECRET
    }
    log.info({ req: request, request }, 'incoming request')
    expect(text()).not.toContain(SECRET)
  })

  it('lets ids, counts and codes through', () => {
    const { log, text } = captureLog()
    log.warn({ conversation: '0d6f', count: 3, code: '57P01' }, 'a turn')
    expect(JSON.parse(text())).toMatchObject({
      level: 40,
      conversation: '0d6f',
      count: 3,
      code: '57P01',
      msg: 'a turn'
    })
  })
})
