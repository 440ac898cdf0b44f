import { AZURE_PACE } from '../../limits.ts'
import type { Posted } from '../transport.ts'

/** From when one more may be posted. What stands in the thread is what counts: whichever process, or worker, posted it. */
export function mayPostFrom(posted: readonly Posted[], now: Date): Date {
  const times = posted.map(({ at }) => at.getTime()).sort((one, other) => one - other)
  const waits = AZURE_PACE.map(({ most, within }) => {
    const oldest = times.at(-most)
    return oldest === undefined ? 0 : oldest + within
  })
  return new Date(Math.max(now.getTime(), ...waits))
}
