import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../../e2e/support/browser'
import { countPlaywright, countVitest } from './reports'
import { FAILED, PASSED, type Tally, withStatus } from './tally'

const reports = mkdtempSync(join(tmpdir(), 'barbershop-test-'))

/** Runs a command of ours with its output shown; whether it succeeded. */
function runs(command: string, env: Readonly<Record<string, string>> = {}): boolean {
  const { status } = spawnSync(command, {
    shell: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  return status === 0
}

/** A command that is one test: it passes or it does not. */
export function check(command: string): Tally {
  return runs(command) ? PASSED : FAILED
}

/** Vitest's tests, each counted. */
export function unitTests(): Tally {
  const report = join(reports, 'vitest.json')
  const succeeded = runs(`npx vitest run --reporter=dot --reporter=json --outputFile.json="${report}"`)
  return withStatus(read(report, countVitest), succeeded)
}

/** Playwright's tests, each counted, in the browser that this machine has or can get. */
export function browserTests(): Tally {
  try {
    console.log(`Browser: ${findBrowser()}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return FAILED
  }
  const report = join(reports, 'playwright.json')
  const succeeded = runs('npx playwright test --reporter=line,json', { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  return withStatus(read(report, countPlaywright), succeeded)
}

function read(report: string, count: (json: string) => Tally): Tally {
  return existsSync(report) ? count(readFileSync(report, 'utf8')) : FAILED
}
