// Run as a process by embedded.test.ts: node embedded-app.ts <data folder>
import { startEmbedded } from '../../src/store/embedded/index.ts'

const dataDir = process.argv[2] ?? ''

try {
  const server = await startEmbedded({
    dataDir,
    log: (line, facts) => console.error(line, JSON.stringify(facts ?? {}))
  })
  process.on('SIGTERM', () => server.stop().then(() => process.exit(0)))
  console.log(JSON.stringify({ url: server.url, adopted: server.adopted }))
} catch (fault) {
  if (!(fault instanceof Error)) throw fault
  console.log(JSON.stringify({ fault: fault.name, message: fault.message }))
  process.exitCode = 1
}
