import { randomUUID } from 'node:crypto'
import { connect, createServer, type Server, type Socket } from 'node:net'
import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { Listener } from '../../src/store/listener.ts'
import { freshDatabase } from '../fresh-database.ts'

/** A door before PostgreSQL that can be shut; it counts who knocks. */
function doorTo(port: number) {
  const open = new Set<Socket>()
  let isShut = false
  let knocks = 0
  const server: Server = createServer(visitor => {
    knocks += 1
    if (isShut) return visitor.destroy()
    const inside = connect(port, '127.0.0.1')
    for (const socket of [visitor, inside]) {
      open.add(socket)
      socket.on('error', () => {})
    }
    visitor.pipe(inside).pipe(visitor)
  })
  return {
    server,
    knocks: () => knocks,
    shut(shut: boolean) {
      isShut = shut
      if (shut) for (const socket of open) socket.destroy()
    }
  }
}

const closing: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

test('while the database is away the bell knocks calmly, and afterwards it tells everybody to read again', async () => {
  const address = new URL(await freshDatabase())
  const door = doorTo(Number(address.port))
  await new Promise<void>(resolve => door.server.listen(0, '127.0.0.1', resolve))
  const at = door.server.address()
  address.port = String(typeof at === 'object' ? at?.port : 0)
  const bell = new Listener(address.href)
  closing.push(
    () => door.server.close(),
    () => bell.close()
  )
  await bell.open()
  let rung = 0
  closing.push(
    bell.listen('queue', () => {
      rung += 1
    })
  )

  const before = door.knocks()
  door.shut(true)
  await vi.waitFor(() => expect(door.knocks() - before).toBeGreaterThanOrEqual(4), { timeout: 20_000 })
  const away = door.knocks()
  // Four calm attempts take two seconds; attempts that breed would be dozens by now.
  expect(away - before).toBeLessThanOrEqual(6)
  door.shut(false)
  await vi.waitFor(() => expect(rung).toBe(1), { timeout: 20_000 })
})

test('that somebody writes is heard in every process, by whoever waits for just that and by nobody else', async () => {
  const address = await freshDatabase()
  const [here, there] = [new Listener(address), new Listener(address)]
  closing.push(
    () => here.close(),
    () => there.close()
  )
  await Promise.all([here.open(), there.open()])
  const heard: string[] = []
  const [chat, other] = [randomUUID(), randomUUID()]
  for (const [process, bell] of Object.entries({ here, there })) {
    for (const topic of [chat, other, 'queue'])
      closing.push(bell.listen(topic, () => heard.push(`${process}: changed`)))
    closing.push(
      bell.onSign(chat, 'workerWrites', () => heard.push(`${process}: the worker`)),
      bell.onSign(chat, 'personWrites', () => heard.push(`${process}: the person`)),
      bell.onSign(other, 'workerWrites', () => heard.push(`${process}: another chat`))
    )
  }

  const wire = new pg.Client({ connectionString: address })
  closing.push(() => wire.end())
  await wire.connect()
  const payloads: (string | undefined)[] = []
  wire.on('notification', ({ payload }) => payloads.push(payload))
  await wire.query('listen sidedoor')

  here.sign(chat, 'workerWrites')
  await vi.waitFor(() => expect(heard.toSorted()).toEqual(['here: the worker', 'there: the worker']))
  there.sign(chat, 'personWrites')
  await vi.waitFor(() => expect(heard.slice(2).toSorted()).toEqual(['here: the person', 'there: the person']))
  // Which chat and which side: nothing else travels.
  expect(payloads).toEqual([`t:${chat}:workerWrites`, `t:${chat}:personWrites`])
})

test('after a lost connection everybody reads again, and nobody is said to be writing', async () => {
  const address = await freshDatabase()
  const bell = new Listener(address)
  closing.push(() => bell.close())
  await bell.open()
  const chat = randomUUID()
  const heard: string[] = []
  closing.push(
    bell.listen(chat, () => heard.push('changed')),
    bell.onSign(chat, 'workerWrites', () => heard.push('writes'))
  )
  const wire = new pg.Client({ connectionString: address })
  closing.push(() => wire.end())
  await wire.connect()
  await wire.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sidedoor bell' and datname = current_database()"
  )
  await vi.waitFor(() => expect(heard).toEqual(['changed']), { timeout: 20_000 })
})
