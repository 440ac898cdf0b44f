import { connect, createServer, type Server, type Socket } from 'node:net'
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
