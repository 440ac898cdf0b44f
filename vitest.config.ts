import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The pages are TSX for Preact; types are checked by tsc, not here.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/flow/faults/**'],
    globalSetup: ['test/postgres-server.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000
  }
})
