// The small loop: work that is due, one piece after another, for as long as the product runs.
import { JOB_PAUSE } from '../limits.ts'

export interface Job {
  readonly name: string
  /** Does one piece of work. True: there may be more. */
  readonly run: () => Promise<boolean>
}

export interface Loop {
  /** There is something to do: no need to wait for the clock. */
  wake(): void
  stop(): Promise<void>
}

/** Runs every job until `stop`. A job that fails is reported and tried again after the pause: it never ends the loop. */
export function runJobs(jobs: readonly Job[], onError: (job: string, error: unknown) => void): Loop {
  let stopped = false
  let wake: () => void = () => {}
  let isWanted = false
  const rest = () =>
    new Promise<void>(resolve => {
      const timeout = setTimeout(resolve, JOB_PAUSE)
      wake = () => {
        clearTimeout(timeout)
        resolve()
      }
    })
  const attempt = async ({ name, run }: Job): Promise<boolean> => {
    try {
      return await run()
    } catch (error) {
      onError(name, error)
      return false
    }
  }
  const loop = async () => {
    while (!stopped) {
      let more = false
      for (const job of jobs) more = (await attempt(job)) || more
      // Woken while at work: what came may have been passed over already.
      if (!more && !stopped && !isWanted) await rest()
      isWanted = false
    }
  }
  const running = loop()
  return {
    wake() {
      isWanted = true
      wake()
    },
    async stop() {
      stopped = true
      wake()
      await running
    }
  }
}
