// Ports that nobody listens on: for a process that must be found again at the same address after it was killed.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** So many, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  await Promise.all(servers.map(server => new Promise<void>(resolve => server.listen(0, 'localhost', resolve))))
  const ports = servers.map(server => (server.address() as AddressInfo).port)
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))))
  return ports
}
