// Which PostgreSQL: the one in DATABASE_URL, or our own. And the master key that goes with its data.
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import { checkout, dataDirectory, startEmbedded } from './store/embedded/index.ts'
import { masterKeyFile } from './store/master-key.ts'

export interface DatabaseServer {
  readonly url: string
  /** As its owner, who brings it up to date and cuts what is past its time; null where that is the same. */
  readonly ownerUrl: string | null
  readonly masterKey: Buffer
  stop(): Promise<void>
}

/** Finds or starts the database and the master key. Throws one plain line when it cannot. */
export async function databaseServer(config: Config, log: Log): Promise<DatabaseServer> {
  const dataDir = () => dataDirectory(process.env, checkout())
  const masterKey = () =>
    config.masterKey ??
    masterKeyFile(dataDir(), () =>
      log.warn('made a new master key: back up master.key, without it nothing can be read')
    )
  const { databaseUrl: url, databaseOwnerUrl: ownerUrl } = config
  if (url) return { url, ownerUrl, masterKey: masterKey(), stop: () => Promise.resolve() }
  const folder = dataDir()
  const server = await startEmbedded({ dataDir: folder, log: (line, facts = {}) => log.info(facts, line) })
  return { url: server.productUrl, ownerUrl: server.url, masterKey: masterKey(), stop: () => server.stop() }
}
