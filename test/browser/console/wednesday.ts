// It is ten o'clock on a Wednesday morning, whenever this runs: people may be called then, and at other times not.
import { afterAll, beforeAll, vi } from 'vitest'

/** As people say when they may be contacted. */
export const NOW = 'weekdayMorning'
export const NOT_NOW = 'weekend'

/** Stops the clock of a test file, in winter, when the clock on the wall is UTC. */
export function onWednesday(): void {
  beforeAll(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T10:00:00Z') })
  })
  afterAll(() => {
    vi.useRealTimers()
  })
}
