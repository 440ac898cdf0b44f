import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { type ProjectName, sortTests } from './test/projects.ts'

const isSoak = process.env.SIDEDOOR_SOAK !== undefined
const tests = sortTests(isSoak)
const database = ['test/postgres-server.ts']

const project = (name: ProjectName, more: object = {}) => ({
  extends: true as const,
  test: { name, include: tests[name], ...more }
})

export default defineConfig({
  // The pages are TSX for Preact; types are checked by tsc, not here.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than there are cores: a test waits for browsers, clocks and servers that start, and a core would idle meanwhile.
    // With two more everything took as long, and each test longer.
    maxWorkers: availableParallelism() + 1,
    // Tests of one file that run beside each other: each brings a browser of its own (test/browser/trace.test.ts).
    maxConcurrency: 3,
    // All share these workers. vitest takes them by name: the browser, which waits most, comes first, and the short files of
    // `unit` last, so that every core is busy until the end.
    projects: [
      project('unit'),
      project('proof', { testTimeout: 300_000 }),
      project('store', { globalSetup: database }),
      project('browser', { globalSetup: database }),
      ...(isSoak ? [project('soak', { globalSetup: database, maxWorkers: 1, sequence: { groupOrder: 1 } })] : [])
    ]
  }
})
