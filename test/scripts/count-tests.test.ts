// The runner of the tests: that it says red when it should is a test as well.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const checkout = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'sidedoor-count-'))
const script = new URL('../../scripts/count-tests.mjs', import.meta.url).href
const { countTests } = (await import(script)) as { countTests(report: string, exitCode: number): Counts }

afterAll(() => rmSync(folder, { recursive: true }))

const file = (...statuses: string[]) => ({
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map(status => ({ status }))
})

function count(exitCode: number, ...files: ReturnType<typeof file>[]): Counts {
  const report = join(folder, 'report.json')
  const tests = files.flatMap(one => one.assertionResults)
  const of = (status: string) => tests.filter(test => test.status === status).length
  const totals = {
    numTotalTests: tests.length,
    numPassedTests: of('passed'),
    numFailedTests: of('failed'),
    numPendingTests: of('skipped'),
    numTodoTests: 0
  }
  writeFileSync(report, JSON.stringify({ ...totals, testResults: files }))
  return countTests(report, exitCode)
}

describe('the count of tests', () => {
  it('is what the runner says when all is well', () => {
    expect(count(0, file('passed', 'passed'), file('passed'))).toEqual({ passed: 3, failed: 0, skipped: 0 })
  })

  it('has every test that failed', () => {
    expect(count(1, file('passed', 'failed'), file('failed'))).toMatchObject({ passed: 1, failed: 2 })
  })

  it('has a failure for a file that broke before its tests', () => {
    expect(count(1, file('passed'), { status: 'failed', assertionResults: [] })).toMatchObject({ passed: 1, failed: 1 })
  })

  it('has a failure when the runner ended badly and names no test', () => {
    expect(count(1, file('passed'))).toMatchObject({ passed: 1, failed: 1 })
  })

  it('has a failure for a test that was skipped: it proves nothing', () => {
    expect(count(0, file('passed', 'skipped'))).toEqual({ passed: 1, failed: 1, skipped: 1 })
  })

  it('has a failure when no test ran', () => {
    expect(count(0)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('has a failure when the runner died without a word, or in the middle of one', () => {
    expect(countTests(join(folder, 'nothing-here.json'), 0)).toMatchObject({ passed: 0, failed: 1 })
    writeFileSync(join(folder, 'half.json'), '{"numTotalTests": 5')
    expect(countTests(join(folder, 'half.json'), 0)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('what other programs read', () => {
  it('is free of npm: the checkout silences its banner, and nothing else', () => {
    const settings = readFileSync(join(checkout, '.npmrc'), 'utf8')
    expect(settings).toMatch(/^loglevel=silent$/m)
    expect(settings).not.toMatch(/engine-strict|ignore-scripts/)
    writeFileSync(join(folder, '.npmrc'), settings)
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'x', scripts: { simulate: 'node -e "console.log(JSON.stringify({ id: 1 }))"' } })
    )
    const ran = spawnSync('npm', ['run', 'simulate'], { cwd: folder, encoding: 'utf8', env: withoutNpm() })
    expect(ran.stdout).toBe('{"id":1}\n')
  })

  it('hears of a failed install all the same', () => {
    expect(readFileSync(join(checkout, 'scripts', 'install.mjs'), 'utf8')).toContain("'--loglevel=error'")
  })
})

/** As from a terminal: whatever npm told its own child about itself does not count. */
const withoutNpm = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_')))
