import { defineConfig } from '@playwright/test'
import { findBrowser } from './e2e/support/browser'
import { freePort } from './e2e/support/free-port'

// Every worker process reads this file again and inherits the environment: the port is chosen once.
process.env.BARBERSHOP_PORT ??= String(await freePort())
const origin = `http://localhost:${process.env.BARBERSHOP_PORT}`

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  // A loaded machine takes its time; what is there at once is not waited for.
  expect: { timeout: 15_000 },
  reporter: process.env.CI === undefined ? 'list' : 'line',
  use: {
    baseURL: origin,
    // A trace runs a script of Playwright's in every frame, which the frames of visitors refuse with an error in the console.
    trace: 'off',
    screenshot: 'only-on-failure',
    // Playwright itself leaves Chromium's sandbox off, which root and containers need.
    launchOptions: { executablePath: findBrowser() },
  },
  webServer: {
    command: 'npx tsx scripts/start/main.ts',
    env: {
      PORT: process.env.BARBERSHOP_PORT,
      NODE_ENV: 'production',
      INSTRUCTOR_PASSWORD: 'the password of the tests',
      SESSION_SECRET: 'a secret of the tests that is long enough',
    },
    url: origin,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
})
