// The product's text line with its real doors and loops, in a process of its own. Started by the benchmark alone.
import { Hub } from '../../src/channels/hub.ts'
import { webChannel } from '../../src/channels/web/routes.ts'
import { makeLog } from '../../src/log.ts'
import { openRehearsal } from '../../src/rehearsal.ts'
import { startTexts } from '../../src/texts.ts'
import { ACCOUNT } from './account.ts'

/** What the benchmark is told when texts can come. */
export interface Ready {
  readonly at: string
  readonly databaseUrl: string
}

const [apiBase = null] = process.argv.slice(2)
const product = await openRehearsal()
const log = makeLog('error')
const hub = new Hub(inbound => product.conversations.receive(inbound))
const key = product.vault.derive('web sessions')
const origin = webChannel({ ...product, hub, key, exitUrl: ACCOUNT.publicUrl, log })
const texts = startTexts(product, hub, { ...ACCOUNT, apiBase }, log)
texts.addTo(origin)
const at = await origin.listen({ port: 0, host: '127.0.0.1' })
const ready: Ready = { at, databaseUrl: product.connection.pool.options.connectionString ?? '' }
process.send?.(ready)

process.once('disconnect', async () => {
  await origin.close()
  await texts.stop()
  await product.close()
})
