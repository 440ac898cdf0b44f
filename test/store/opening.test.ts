import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { door } from '../../flows/index.ts'
import { Conversations } from '../../src/conversation/conversations.ts'
import { versionOf } from '../../src/flow/flow.ts'
import { handoversOf } from '../../src/handover/step.ts'
import { TIMINGS } from '../../src/handover/timings.ts'
import { makeLog } from '../../src/log.ts'
import { openProduct } from '../../src/product.ts'
import { ConversationStore } from '../../src/store/conversations.ts'
import { connect, migrate } from '../../src/store/database.ts'
import { archiveFlows } from '../../src/store/flow-archive.ts'
import { masterKeyFile } from '../../src/store/master-key.ts'
import { Vault } from '../../src/store/vault.ts'
import { ANY_RECORD } from '../any-record.ts'
import { emptyDatabase, freshDatabase } from '../fresh-database.ts'

const setting = (databaseUrl: string, masterKey = randomBytes(32)) => ({
  databaseUrl,
  masterKey,
  openingHours: null,
  log: makeLog('silent')
})

test('several processes may bring an empty database up to date at the same moment', async () => {
  const url = await emptyDatabase()
  const connections = Array.from({ length: 4 }, () => connect(url, () => {}))
  await Promise.all(connections.map(({ db }) => migrate(db)))
  const tables = await connections[0]?.db.introspection.getTables()
  expect(tables?.map(table => table.name)).toContain('conversation')
  await Promise.all(connections.map(({ db }) => db.destroy()))
})

test('a database made under another master key is refused in words, before anything is written', async () => {
  const url = await freshDatabase()
  const product = await openProduct(setting(url))
  await product.close()
  await expect(openProduct(setting(url))).rejects.toThrow('another master key')
})

test('a database that does not answer is one plain line', async () => {
  await expect(openProduct(setting('postgres://nobody@127.0.0.1:1/none'))).rejects.toThrow('DATABASE_URL')
})

test('the master key is made once, readable by its owner only, and a damaged one is not replaced', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidedoor-key-'))
  let made = 0
  const key = masterKeyFile(folder, () => {
    made += 1
  })
  expect(masterKeyFile(folder, () => expect.unreachable())).toEqual(key)
  expect(made).toBe(1)
  expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600)
  writeFileSync(join(folder, 'master.key'), 'not a key')
  expect(() => masterKeyFile(folder, () => {})).toThrow('backup')
  expect(readFileSync(join(folder, 'master.key'), 'utf8')).toBe('not a key')
  rmSync(folder, { recursive: true })
  expect(existsSync(folder)).toBe(false)
})

test('a conversation goes on under the flow it began with, after a new one was deployed', async () => {
  const url = await freshDatabase()
  const masterKey = randomBytes(32)
  const before = await openProduct(setting(url, masterKey))
  const id = await before.conversations.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })
  await before.conversations.receive({
    conversation: id,
    messageId: 'first',
    event: { type: 'answer', question: 'channelOk', value: 'yes' }
  })
  await before.close()

  // The next version no longer has the question they are at: under it their snapshot could not even be read.
  const opening = door.sections.opening ?? []
  const next = {
    ...door,
    id: 'next',
    sections: { ...door.sections, opening: opening.filter((_, index) => index !== 2) }
  }
  const connection = connect(url, () => {})
  const flows = await archiveFlows(connection, next)
  const deployed = new Conversations({
    store: new ConversationStore(connection, new Vault(masterKey), ANY_RECORD),
    desk: { availability: () => Promise.resolve({ onDuty: true, open: true, opensAt: null }) },
    flows,
    handovers: handoversOf(TIMINGS),
    wordbook: before.wordbook
  })
  const answer = { type: 'answer', question: 'dangerNow', value: 'no' } as const
  await deployed.receive({ conversation: id, messageId: 'second', event: answer })
  expect((await deployed.view(id))?.place).toMatchObject({ kind: 'question', question: 'audience' })

  const fresh = await deployed.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })
  const yes = { type: 'answer', question: 'channelOk', value: 'yes' } as const
  await deployed.receive({ conversation: fresh, messageId: 'first', event: yes })
  expect((await deployed.view(fresh))?.place).toMatchObject({ kind: 'question', question: 'audience' })
  expect((await deployed.read(fresh))?.conversation.flow).toBe(versionOf(next))
  await connection.db.destroy()
})
