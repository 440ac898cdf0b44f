import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PLACE_IS_SECRET } from '../src/triage/directory/entry.ts'
import { uuidOf } from '../src/triage/directory/hsds/uuid.ts'

const CHECKOUT = join(import.meta.dirname, '..')
const verified = { by: 'A. Operator', on: '2026-01-01' }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidedoor-directory-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
function written(name: string, content: unknown): string {
  writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content))
  return at(name)
}

/** The command as an operator runs it, with a file of theirs or none. */
function directory(args: readonly string[], entries?: object) {
  const own = entries ? written('own.json', { entries }) : ''
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(CHECKOUT, 'scripts', 'run.mjs'), 'dist/src/directory-command.js', ...args],
    { cwd: CHECKOUT, encoding: 'utf8', env: { ...process.env, DIRECTORY_FILE: own }, timeout: 120_000 }
  )
  return { status, stdout, stderr: stderr.replace(/^(Building|Installing).*\n/gm, '') }
}

describe('npm run directory -- export', () => {
  test('writes what an operator has confirmed, and says how many', () => {
    const file = at('out.json')
    const done = directory(['export', file], { 'soton.dove': { verified, contact: { phone: '07700 900321' } } })
    expect(done).toEqual({ status: 0, stdout: 'Services written: 2.\n', stderr: '' })
    const services = JSON.parse(readFileSync(file, 'utf8')) as { id: string; name: string }[]
    expect(services.map(({ name }) => name).sort()).toEqual([
      'Dove sanctuary scheme',
      'Hampshire Domestic Abuse Advice Line'
    ])
  })

  test('writes nothing of where a secret place is, whatever an operator wrote about it', () => {
    const house = {
      name: 'Elm Road House',
      area: ['hampshire'],
      audience: 'survivor',
      provider: 'Elm Road Trust',
      whoFor: ['women near Elm Road'],
      conditions: ['ring at 12 Elm Road'],
      contact: { phone: '07700 900999', otherWay: 'knock at 12 Elm Road', web: 'https://elmroad.example.org' },
      note: 'Elm Road, second floor',
      publish: true,
      verified: { by: 'Elm Road office', on: '2026-01-01' },
      locationConfidential: true,
      staffOnly: false
    }
    const houses = PLACE_IS_SECRET.map(kind => [`local.elm_road_${kind}`, { ...house, kind }])
    const { kind: _kind, ...refuge } = { ...house, kind: 'refuge' }
    const done = directory(['export', at('secret.json')], {
      ...Object.fromEntries(houses),
      'local.elm_road_line': { ...house, kind: 'helpline' },
      'hants.refuge': refuge
    })
    expect(done.status).toBe(0)
    const everything = readFileSync(at('secret.json'), 'utf8')
    expect(JSON.parse(everything)).toHaveLength(houses.length + 3)
    expect(everything + done.stdout + done.stderr).not.toMatch(/elm.?road|900999/i)
    // The same words in an open row do leave: this test would see them.
    directory(['export', at('open.json')], {
      'local.open': { ...house, kind: 'helpline', locationConfidential: false }
    })
    expect(readFileSync(at('open.json'), 'utf8')).toMatch(/Elm Road/)
  })
})

describe('npm run directory -- import', () => {
  const service = { id: uuidOf('ext.galop'), name: 'Theirs', phones: [{ number: '07700 900222' }] }

  test('prints entries that DIRECTORY_FILE takes, and nothing else', () => {
    const done = directory(['import', written('theirs.json', { contents: [service] })])
    expect(done.status).toBe(0)
    expect(done.stderr).toBe('')
    const file = JSON.parse(done.stdout)
    expect(file).toEqual({ entries: { 'ext.galop': { contact: { phone: '07700 900222' }, verified: null } } })
    expect(directory(['export', at('again.json')], file.entries).status).toBe(0)
  })

  test('says of each service that it cannot take which one it is and why, and takes the others', () => {
    const theirs = [{ name: 'without an id' }, { ...service, id: uuidOf('hants.refuge') }, service]
    const done = directory(['import', written('mixed.json', theirs)])
    expect(done.status).toBe(0)
    expect(done.stderr).toBe(
      'Service 1: id is not as HSDS 3.0 has it.\nService 2: hants.refuge is changed by hand only.\n'
    )
    expect(Object.keys(JSON.parse(done.stdout).entries)).toEqual(['ext.galop'])
  })

  test('prints no entries where there are none to take', () => {
    const done = directory(['import', written('words.json', '"hello"')])
    expect(done).toEqual({ status: 1, stdout: '', stderr: 'It is no list of services.\n' })
  })
})

describe('what went wrong is said in one line', () => {
  const usage = 'Say what to do: npm run directory -- export FILE, or npm run directory -- import FILE.\n'

  test.each([
    ['nothing was said', [], usage],
    ['no file was named', ['export'], usage],
    ['the word is another', ['exprot', 'a'], usage],
    ['two files were named', ['import', 'a', 'b'], usage],
    [
      'the file is not there',
      ['import', '/nowhere/a.json'],
      '/nowhere/a.json cannot be read: check the path, and that this user may read it.\n'
    ],
    [
      'the place is not there',
      ['export', '/nowhere/a.json'],
      '/nowhere/a.json cannot be written: check the folder, and that this user may write there.\n'
    ]
  ])('when %s', (_when, args, line) => {
    expect(directory(args)).toEqual({ status: 1, stdout: '', stderr: line })
  })

  test('when the file is no JSON, without quoting it', () => {
    const file = written('broken.json', '{ "12 Elm Road"')
    const line = `${file} is not JSON: look for a missing comma or quotation mark.\n`
    expect(directory(['import', file])).toEqual({ status: 1, stdout: '', stderr: line })
  })

  test("when the operator's own file has faults, each by entry and field, and nothing is written", () => {
    const done = directory(['export', at('none.json')], { 'ext.galop': { contact: { phone: 7 } } })
    expect(done.status).toBe(1)
    expect(done.stderr).toMatch(/^The file in DIRECTORY_FILE has faults:\n {2}- ext\.galop: contact\.phone .*\n$/)
    expect(existsSync(at('none.json'))).toBe(false)
  })
})
