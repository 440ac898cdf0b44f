import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { summarySchema } from '../src/summary/schema.ts'
import file from './scenarios.json' with { type: 'json' }

const CHECKOUT = join(import.meta.dirname, '..')
const run = (entry: string, args: string[], input = '') =>
  spawnSync(process.execPath, [join(CHECKOUT, 'scripts', 'run.mjs'), `dist/src/${entry}.js`, ...args], {
    cwd: CHECKOUT,
    encoding: 'utf8',
    input,
    // A hang must end as a failure: nothing else can interrupt a synchronous child.
    timeout: 170_000
  })

interface Expected {
  id: string
  band: string
  reasons: string[]
  services: string[]
  notes: string[]
  handover: string
}

interface Result extends Expected {
  asked: string[]
  transcript: { from: string; text: string; question?: string }[]
  summary: unknown
  outboundAfterExit: number
  localeFallback?: string
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidedoor-simulate-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const simulate = (file: string) => {
  const { stdout, stderr, status } = run('simulate', [file])
  expect(stderr.replace(/^(Building|Installing).*\n/gm, '')).toBe('')
  expect(status).toBe(0)
  return stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Result)
}

describe('npm run simulate', () => {
  test('prints one JSON line for each of the twelve scenarios, each exactly as it is expected, and nothing else', () => {
    const results = simulate(join(import.meta.dirname, 'scenarios.json'))
    const came = results.map(({ id, band, reasons, services, notes, handover }) => ({
      id,
      band,
      reasons,
      services,
      notes,
      handover
    }))
    expect(came).toHaveLength(12)
    expect(came).toEqual(file.scenarios.map(({ id, expect: expected }) => ({ id, ...expected })))
    for (const { id, summary, outboundAfterExit, transcript, asked } of results) {
      expect(summarySchema.safeParse(summary).error).toBeUndefined()
      expect(outboundAfterExit).toBe(0)
      // Whoever begins with danger gets the emergency card before any question (triage specification, section 1).
      expect(asked[0], id).toBe(id === 'S03' ? undefined : 'channelOk')
      expect(transcript.some(({ from }) => from === 'assistant')).toBe(true)
    }
    const danger = results[2]
    expect(danger).toMatchObject({ id: 'S03', handover: 'urgent', asked: [] })
    expect(danger?.transcript.filter(({ from }) => from === 'assistant')).toHaveLength(1)
    expect(danger?.transcript.at(-1)?.text).toContain('Call 999 if you can')
    expect(danger?.transcript.at(-1)?.text).toContain("Our team is alerted but can't send help, 999 can")
    // Twelve whole conversations on a database of their own, after a build: longer than other tests on a busy machine.
  }, 180_000)

  test('takes a single scenario, and says so when its locale does not exist', () => {
    const file = join(folder, 'one.json')
    const scenario = { id: 'one', context: { channel: 'sms', locale: 'tlh' }, answers: { channelOk: 'yes' } }
    writeFileSync(file, JSON.stringify(scenario))
    const [result] = simulate(file)
    expect(result).toMatchObject({ id: 'one', localeFallback: 'en' })
    expect(result?.transcript[0]).toEqual({ from: 'person', text: 'hi' })
  })

  test('whoever asks for more about the limits of privacy reads it, and goes on', () => {
    const file = join(folder, 'more.json')
    const answers = { channelOk: 'yes', privacyLimits: 'tellMeMore', wants: 'talk' }
    writeFileSync(file, JSON.stringify({ id: 'more', context: { channel: 'sms' }, answers }))
    const [result] = simulate(file)
    expect(result?.transcript.some(({ text }) => text.startsWith('A person here reads what you tell us'))).toBe(true)
    expect(result?.asked).toContain('wants')
  }, 180_000)

  test('a file that is no scenario is one plain complaint, not a stack', () => {
    const file = join(folder, 'bad.json')
    writeFileSync(file, JSON.stringify({ id: 'bad', context: { channel: 'pigeon' } }))
    const { stdout, stderr, status } = run('simulate', [file])
    expect(status).not.toBe(0)
    expect(stdout).toBe('')
    expect(stderr).toContain('channel')
    expect(stderr).not.toContain('    at ')
  })

  test('an answer that does not exist is named with its scenario, its question and what there is, before anybody is played', () => {
    const file = join(folder, 'unknown.json')
    const scenario = (id: string, answers: object) => ({ id, context: { channel: 'web' }, answers })
    const scenarios = [
      scenario('right', { wants: 'safePlace', signsSeen: 'hurt' }),
      scenario('list', { wants: ['safePlace'] }),
      scenario('former', { relationship: 'ex', felt: 'yes' })
    ]
    writeFileSync(file, JSON.stringify({ scenarios }))
    const { stdout, stderr, status } = run('simulate', [file])
    expect(status).toBe(1)
    expect(stdout).toBe('')
    const faults = stderr
      .replace(/^(Building|Installing).*\n/gm, '')
      .trimEnd()
      .split('\n')
    expect(faults).toHaveLength(3)
    expect(faults[0]).toMatch(
      /^Scenario "list": wants takes one option and no list, not \["safePlace"\]; there are: safePlace, /
    )
    expect(faults[1]).toMatch(
      /^Scenario "former": relationship has no option "ex"; there are: partner, exPartner, .*skip$/
    )
    expect(faults[2]).toMatch(/^Scenario "former": there is no question "felt"; there are: channelOk, dangerNow, /)
  }, 180_000)
})

test('npm run talk holds a conversation in the terminal and records it', () => {
  const record = join(folder, 'talk.txt')
  const { stdout, status } = run('talk', ['--channel', 'sms', '--record', record], '1\n2\n1\nhello there\nX\n')
  expect(status).toBe(0)
  const lines = readFileSync(record, 'utf8').trimEnd().split('\n')
  expect(lines.slice(0, 2).join('\n')).toMatch(/^ {2}you {3}hi\n {2}them {2}.*Is it OK to text now\?/)
  expect(lines).toContain('  you   hello there')
  expect(lines.at(-1)).toContain('left')
  expect(stdout).toContain('Who is this about?')
})
