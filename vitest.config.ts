import { defineConfig } from 'vitest/config'
import { type ProjectName, sortTests } from './test/projects.ts'

const tests = sortTests()
const database = ['test/postgres-server.ts']

/** The projects run one after another: a browser beside a database under load would only measure the machine. */
const project = (name: ProjectName, order: number, more: object = {}) => ({
  extends: true as const,
  test: { name, include: tests[name], sequence: { groupOrder: order }, ...more }
})

export default defineConfig({
  // The pages are TSX for Preact; types are checked by tsc, not here.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Vitest leaves one core free, which on two cores is half the machine.
    maxWorkers: '100%',
    projects: [
      project('unit', 0),
      project('proof', 1, { testTimeout: 300_000 }),
      project('store', 2, { globalSetup: database }),
      project('browser', 3, { globalSetup: database, maxWorkers: 1 }),
      ...(process.env.SIDEDOOR_SOAK ? [project('soak', 4, { globalSetup: database, maxWorkers: 1 })] : [])
    ]
  }
})
