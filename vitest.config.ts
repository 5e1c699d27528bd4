import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // Outside of React's server condition the marker package throws; tests are a server as far as it is concerned.
      { find: 'server-only', replacement: `${root}node_modules/server-only/empty.js` },
    ],
  },
  test: {
    // Programs run for real here, some of them against limits; a loaded machine takes its time.
    testTimeout: 30_000,
    // Vitest leaves one core idle by itself: half of them, where there are two.
    maxWorkers: '100%',
    include: ['{app,components,lib,scripts,e2e}/**/*.test.{ts,tsx}'],
  },
})
