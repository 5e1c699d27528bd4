import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../../e2e/support/browser'
import { countPlaywright, countVitest } from './reports'
import { runCommand } from './run-command'
import { FAILED, PASSED, type Tally, withStatus } from './tally'

const reports = mkdtempSync(join(tmpdir(), 'barbershop-test-'))

/** A command that is one test: it passes or it does not. */
export async function check(command: string): Promise<Tally> {
  return (await runCommand(command)) ? PASSED : FAILED
}

/** Vitest's tests, each counted. */
export async function unitTests(): Promise<Tally> {
  const report = join(reports, 'vitest.json')
  const succeeded = await runCommand(`npx vitest run --reporter=dot --reporter=json --outputFile.json="${report}"`)
  return withStatus(read(report, countVitest), succeeded)
}

/** Playwright's tests, each counted, in the browser that this machine has or can get. */
export async function browserTests(): Promise<Tally> {
  try {
    console.log(`Browser: ${findBrowser()}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return FAILED
  }
  const report = join(reports, 'playwright.json')
  const succeeded = await runCommand('npx playwright test --reporter=line,json', {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  return withStatus(read(report, countPlaywright), succeeded)
}

function read(report: string, count: (json: string) => Tally): Tally {
  return existsSync(report) ? count(readFileSync(report, 'utf8')) : FAILED
}
