import { describe, expect, it } from 'vitest'
import { sortTests } from './projects.ts'

const sorted = sortTests(false)

describe('the tests', () => {
  it('stand each in one project', () => {
    const all = Object.values(sorted).flat()
    expect(all.length).toBeGreaterThan(10)
    expect(new Set(all).size).toBe(all.length)
  })

  it('run beside a database when they open one, however deep that is buried', () => {
    expect(sorted.store).toEqual(
      expect.arrayContaining(['test/store/embedded.test.ts', 'test/conversation/road.test.ts'])
    )
    expect(sorted.unit).not.toContain('test/conversation/road.test.ts')
  })

  it('run without one when they need none, so that they are quick', () => {
    expect(sorted.unit).toEqual(
      expect.arrayContaining(['test/architecture/rooms.test.ts', 'test/projects.test.ts', 'test/flow/draw.test.ts'])
    )
  })

  it('are in the soak only where they have a long form, and all of those are', () => {
    const long = sortTests(true)
    expect(long.soak).toEqual(sorted.soak)
    expect(long.unit).toContain('test/handover/machine.test.ts')
    expect(long.browser).toContain('test/browser/console/pages.test.ts')
    expect(long.unit).not.toContain('test/projects.test.ts')
  })

  it('prove the flows apart, so that the quick ones stay quick', () => {
    expect(sorted.proof).toEqual(expect.arrayContaining(['test/flow/prove.test.ts', 'test/flow/walk.test.ts']))
  })
})
