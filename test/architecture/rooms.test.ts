import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkInside, checkRooms, type Sources } from './check-rooms.ts'
import { DOORS } from './doors.ts'
import { ROOMS } from './rooms.ts'

const checkout = dirname(dirname(import.meta.dirname))

function read(folders: readonly string[], pattern: RegExp): Sources {
  const files = folders
    .filter(folder => existsSync(join(checkout, folder)))
    .flatMap(folder =>
      readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' }).map(name => `${folder}/${name}`)
    )
    .filter(file => pattern.test(file))
  return new Map(files.map(file => [file, readFileSync(join(checkout, file), 'utf8')]))
}

const product = read(['src', 'flows', 'bench'], /\.tsx?$/)

describe('the rooms of the house', () => {
  it('are all looked at', () => {
    expect(product.size).toBeGreaterThan(100)
    expect([...product.keys()]).toEqual(
      expect.arrayContaining(['src/main.ts', 'src/console/page.tsx', 'flows/index.ts'])
    )
  })

  it('know only whom the map says they may know', () => {
    expect(checkRooms(product)).toEqual([])
  })

  it('stand on each other: no room knows one that is built later', () => {
    const order = Object.keys(ROOMS)
    for (const [name, { knows, types = [] }] of Object.entries(ROOMS)) {
      const above = [...knows, ...types].filter(other => order.indexOf(other) >= order.indexOf(name))
      expect(above, `${name} knows rooms that are not below it`).toEqual([])
      for (const other of [...knows, ...types]) expect(order, `${name} knows ${other}`).toContain(other)
    }
  })

  it('have a door only to packages that are installed on purpose', () => {
    const manifest = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'))
    const wanted = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(wanted).toEqual(expect.arrayContaining(Object.keys(DOORS).filter(name => !name.startsWith('node:'))))
  })

  it('and nothing in the tests and scripts reaches outside the checkout', () => {
    const others = read(['test', 'scripts'], /\.(tsx?|mjs)$/)
    expect(others.size).toBeGreaterThan(10)
    expect(checkInside(others)).toEqual([])
  })
})

/** One file of the product as somebody might write it. */
const planted = (file: string, source: string): string[] => checkRooms(new Map([[file, source]]))

it('of the desk, the count of call-backs that are due alone may read without a line in the record', () => {
  const raw = /Pick<\s*Conversations,[^>]*'(read|view)'|: Conversations\b|ConversationStore/
  const files = [...product].filter(([file, source]) => file.startsWith('src/console/') && raw.test(source))
  expect(files.map(([file]) => file)).toEqual(['src/console/due-call-backs.ts'])
})

it('of the desk, the guarded way alone touches what it guards: no route goes past the bar between two of a couple', () => {
  const raw =
    /\.(byReference|waiting|unclaimedByReference|readOnRecord)\(|\bstaff\.(unclaimed|noteLooked|decideEmergency)\(/
  const files = [...product].filter(([file, source]) => file.startsWith('src/console/') && raw.test(source))
  expect(files.map(([file]) => file).sort()).toEqual(['src/console/due-call-backs.ts', 'src/console/way.ts'])
})

describe('a fault that somebody builds in is found:', () => {
  it.each([
    [
      'triage asks the database',
      'src/triage/x.ts',
      "import { Vault } from '../store/vault.ts'",
      'triage may not know store'
    ],
    [
      'a page reads what people said past the record',
      'src/console/x.ts',
      "import type { ConversationStore } from '../store/conversations.ts'",
      'may not know store/unrecorded'
    ],
    [
      'one adapter calls another',
      'src/channels/web/x.ts',
      "import { queue } from '../../console/queue.tsx'",
      'may not know console'
    ],
    ['web calls SMS', 'src/channels/web/x.ts', "import { send } from '../sms/send.ts'", 'may not know channels/sms'],
    ['a flow learns the words', 'src/flow/x.ts', "import { Words } from '../wording/words.ts'", 'by its types alone'],
    [
      'a type comes from above',
      'src/questions/x.ts',
      "import type { View } from '../conversation/view.ts'",
      'may not know conversation'
    ],
    ['a type hides in an expression', 'src/triage/x.ts', "export type L = import('../log.ts').Log", 'may not know log'],
    [
      'an import hides in a function',
      'src/conversation/x.ts',
      "const load = () => import('../store/turn.ts')",
      'may not know store'
    ],
    ['something is passed on', 'src/questions/x.ts', "export * from '../limits.ts'", 'may not know limits'],
    [
      'something named is passed on',
      'src/questions/x.ts',
      "export { TEXT_MAX } from '../limits.ts'",
      'may not know limits'
    ],
    ['a module is loaded for its effect', 'src/summary/x.ts', "import '../log.ts'", 'may not know log'],
    ['old loading is used', 'src/summary/x.ts', "const log = require('../log.ts')", 'may not know log'],
    ['old loading is used with types', 'src/summary/x.ts', "import log = require('../log.ts')", 'may not know log'],
    [
      'another room is widened',
      'src/triage/x.ts',
      "declare module '../log.ts' { interface Log {} }",
      'may not know log'
    ],
    ['double quotes are used', 'src/triage/x.ts', 'import { makeLog } from "../log.ts"', 'may not know log'],
    ['a package goes round its door', 'src/console/x.ts', "import pg from 'pg'", 'its only door is src/store/'],
    [
      'a part of a package goes round its door',
      'src/console/x.ts',
      "import { Migrator } from 'kysely/migration'",
      'its only door is src/store/'
    ],
    [
      'a type goes round the door',
      'src/store/x.ts',
      "import type { Logger } from 'pino'",
      'its only door is src/log.ts'
    ],
    [
      'Botkit is used beside the hub',
      'src/channels/web/x.ts',
      "const { Botkit } = await import('botkit')",
      'its only door is src/channels/hub.ts'
    ],
    [
      'a package nobody decided on is used',
      'src/log.ts',
      "import lodash from 'lodash/fp'",
      'lodash, which has no door'
    ],
    [
      'a page is drawn outside the page rooms',
      'src/summary/x.tsx',
      'export const X = () => <p>x</p>',
      'imports preact'
    ],
    [
      'a rule reads the disk',
      'src/triage/x.ts',
      "import { readFileSync } from 'node:fs'",
      'does not touch the machine'
    ],
    [
      'packages are searched for at run time',
      'src/console/x.ts',
      "import { createRequire } from 'node:module'",
      'its only door is'
    ],
    ['the name of an import is computed', 'src/main.ts', 'const m = await import(process.argv[2])', 'not spelled out'],
    [
      'the product knows a test',
      'src/main.ts',
      "import { x } from '../test/fresh-database.ts'",
      'does not know its tests'
    ],
    [
      'something outside is used',
      'src/main.ts',
      "import { x } from '../../shared/prototypes/x.ts'",
      'outside the checkout'
    ],
    ['a new file belongs nowhere', 'src/utils.ts', 'export const x = 1', 'src/utils.ts is in no room'],
    ['a new room is not on the map', 'src/reports/x.ts', 'export const x = 1', 'src/reports/x.ts is in no room'],
    ['a file imports itself', 'src/triage/x.ts', "import { x } from './x.ts'", 'in a circle']
  ])('%s', (_what, file, source, fault) => {
    const faults = planted(file, source)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(fault)
    expect(faults[0]).toContain(file)
  })

  it('two files need each other, if only for their types', () => {
    const faults = checkRooms(
      new Map([
        ['src/triage/a.ts', "import type { B } from './b.ts'\nexport type A = B[]"],
        ['src/triage/b.ts', "import type { A } from './a.ts'\nexport type B = A[]"]
      ])
    )
    expect(faults).toEqual(['imports run in a circle: src/triage/a.ts -> src/triage/b.ts -> src/triage/a.ts'])
  })

  it('a source that cannot be read', () => {
    expect(() => planted('src/triage/x.ts', 'import {')).toThrow()
  })

  it('what only looks like an import is left alone', () => {
    const source = "// import { x } from '../store/vault.ts'\nexport const x = \"import '../store/vault.ts'\"\n"
    expect(planted('src/triage/x.ts', source)).toEqual([])
  })

  it('a test reaches outside the checkout', () => {
    const faults = checkInside(new Map([['test/x.test.ts', "import { x } from '../../shared/x.ts'"]]))
    expect(faults).toEqual(['test/x.test.ts imports ../../shared/x.ts, outside the checkout'])
  })
})
