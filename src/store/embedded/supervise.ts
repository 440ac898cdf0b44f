import { setTimeout as sleep } from 'node:timers/promises'
import { acquire, type Cluster, type Holding } from './acquire.ts'
import { codeOf } from './faults.ts'
import { shutDown, waitUntilDown } from './shut-down.ts'

export type Log = (line: string, facts?: object) => void

/** Long enough for a Ctrl-C, which PostgreSQL gets as well, to reach the product's own ending first. */
const FIRST_WAIT_MS = 300
const LONGEST_WAIT_MS = 5_000

/** Takes the server back whenever the connection that holds it ends, until `stop`. */
export function supervise(options: { cluster: Cluster; holding: Holding; giveUp: AbortController; log: Log }): {
  stop(): Promise<void>
} {
  const { cluster, giveUp, log } = options
  const { signal } = giveUp
  const { port } = options.holding
  const asked = new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
  let holding: Holding | undefined = options.holding
  let stopping: Promise<void> | undefined
  const watching = watch()

  async function watch(): Promise<void> {
    while (holding) {
      await Promise.race([holding.ended, asked])
      if (signal.aborted) return
      log('PostgreSQL has stopped')
      holding = undefined
      holding = await acquireAgain()
    }
  }

  async function acquireAgain(): Promise<Holding | undefined> {
    for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      await sleep(wait, undefined, { signal }).catch(() => {})
      if (signal.aborted) return undefined
      try {
        // The pools know one port, so every later server gets the port of the first.
        const next = await acquire(cluster, signal, port)
        log('PostgreSQL is back')
        return next
      } catch (fault) {
        if (!signal.aborted) log('PostgreSQL is not back yet', { code: codeOf(fault) })
      }
    }
    return undefined
  }

  async function stop(): Promise<void> {
    giveUp.abort()
    await watching
    if (holding) await shutDown(cluster.pgDir, holding.connection)
    else await waitUntilDown(cluster.pgDir)
  }

  return {
    stop() {
      stopping ??= stop()
      return stopping
    }
  }
}
