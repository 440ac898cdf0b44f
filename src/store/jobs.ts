// The small loop: work that is due, one piece after another, for as long as the product runs.
import { JOB_PAUSE } from '../limits.ts'

export interface Job {
  readonly name: string
  /** Does one piece of work. True: there may be more. */
  readonly run: () => Promise<boolean>
}

/** Runs every job until `stop`. A job that fails is reported and tried again after the pause: it never ends the loop. */
export function runJobs(
  jobs: readonly Job[],
  onError: (job: string, error: unknown) => void
): { stop(): Promise<void> } {
  let stopped = false
  let wake: () => void = () => {}
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
      if (!more && !stopped) await rest()
    }
  }
  const running = loop()
  return {
    async stop() {
      stopped = true
      wake()
      await running
    }
  }
}
