// A sign-in link opens the desk to its reader: it is shown at a terminal, or printed by the command that asks for one, and never in a log.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOf } from '../src/console/sign-in-link.ts'
import { firstSignIn } from '../src/first-sign-in.ts'
import type { Role } from '../src/staff/roles.ts'
import { emptyDatabase } from './fresh-database.ts'
import { openTestProduct, type TestProduct } from './open-test-product.ts'

const CHECKOUT = join(import.meta.dirname, '..')
let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())

const running = () => ({ DATABASE_URL: product.databaseUrl, MASTER_KEY: product.masterKey.toString('base64') })

/** The command as an operator runs it. */
const command = (args: readonly string[], settings: Record<string, string> = running()) =>
  new Promise<{ status: unknown; stdout: string; stderr: string }>(resolve => {
    const { DATABASE_URL: _ours, ...rest } = process.env
    const run = [join(CHECKOUT, 'scripts', 'run.mjs'), 'dist/src/staff-link.js', ...args]
    const env = { ...rest, STAFF_PORT: '3001', ...settings }
    execFile(process.execPath, run, { cwd: CHECKOUT, env, timeout: 120_000 }, (error, stdout, stderr) =>
      resolve({ status: error?.code ?? 0, stdout, stderr: stderr.replace(/^(Building|Installing).*\n/gm, '') })
    )
  })

const URL_OF_STAFF = 'http://127.0.0.1:3001'
const hashIn = (text: string) => hashOf(/\/sign-in\/([\w-]{43})$/m.exec(text)?.[1] ?? '')
const use = (text: string, name: string) => product.staff.useLink(hashIn(text), name, new Date())
const says = async (isTerminal: boolean) => (await firstSignIn(product.staff, URL_OF_STAFF, isTerminal)).join('\n')
const rolesOf = async (id: string | null) =>
  (await product.connection.db.selectFrom('staff').select('roles').where('id', '=', id).executeTakeFirst())?.roles
const lastAct = async () => (await product.staff.record(null))[0]
const inSession = (staffId: string) => product.staff.openSession(randomBytes(32), { staffId, by: 'link' }, new Date())

describe('while nobody can sign in', () => {
  test('whoever reads a log finds no link in it, and is told no more than which command makes one', async () => {
    const said = await says(false)
    expect(said).toContain('npm run staff:link')
    expect(said).not.toContain('/sign-in/')
    expect(await product.connection.db.selectFrom('sign_in_link').selectAll().execute()).toEqual([])
  })

  test('an operator at a terminal reads one that works', async () => {
    expect(await rolesOf(await use(await says(true), 'Passing'))).toContain('admin')
    await product.connection.db.deleteFrom('staff').execute()
  })

  test('the command prints one that makes an admin, on record', async () => {
    const { stdout, stderr, status } = await command([])
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:3001\/sign-in\/[\w-]{43}\n$/)
    expect(await lastAct()).toMatchObject({ who: null, action: 'operator_link' })
    const ada = (await use(stdout, 'Ada')) ?? ''
    expect(await rolesOf(ada)).toEqual(['worker', 'supervisor', 'admin'])
    await inSession(ada)
  })
})

describe('once an admin can sign in', () => {
  test('a start says nothing of signing in, wherever it is read', async () => {
    expect([await says(true), await says(false)]).toEqual(['', ''])
  })

  test('the command makes a worker, and supervisors are told', async () => {
    const wil = await use((await command([])).stdout, 'Wil')
    expect(await rolesOf(wil)).toEqual(['worker'])
    expect(await product.roleChanges.latest(new Date())).toMatchObject([{ kind: 'operator', member: 'Wil' }, {}])
  })

  test('it lets an admin back in who lost everything, ends what is open as them, and supervisors are told', async () => {
    const { stdout } = await command(['Ada'])
    expect(await lastAct()).toMatchObject({ who: null, action: 'operator_link', member: 'Ada' })
    const { db } = product.connection
    expect(await db.selectFrom('staff_session').selectAll().execute()).toEqual([])
    const before = await db.selectFrom('staff').select('id').where('name', '=', 'Ada').executeTakeFirstOrThrow()
    expect(await use(stdout, 'Ada')).toBe(before.id)
    expect((await product.roleChanges.latest(new Date()))[0]).toMatchObject({ kind: 'operator', member: 'Ada' })
  })

  test.each([
    ["is no admin's", ['Wil'], 'No admin has that name'],
    ['is not there', ['Nobody'], 'No admin has that name']
  ])('nobody is let in by a name that %s', async (_what, args, why) => {
    const { stdout, stderr, status } = await command(args)
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 })
    expect(stderr).toContain(why)
  })

  test('of two admins of one name neither is taken for the other', async () => {
    const roles: Role[] = ['admin']
    const made = { name: 'Ada', roles, created_at: new Date(), told_at: new Date() }
    await product.connection.db
      .insertInto('staff')
      .values({ id: crypto.randomUUID(), ...made })
      .execute()
    expect((await command(['Ada'])).stderr).toContain('Several admins have that name')
  })
})

test('where no Sidedoor runs it says so in one line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidedoor-link-'))
  for (const settings of [{ DATA_DIR: folder }, { DATABASE_URL: await emptyDatabase() }]) {
    expect(await command([], settings)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^No Sidedoor runs here: .*\n$/)
    })
  }
  rmSync(folder, { recursive: true })
})
