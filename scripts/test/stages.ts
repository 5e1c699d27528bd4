import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../../e2e/support/browser'
import { findRedisServer } from '../../e2e/support/redis-server'
import { countPlaywright, countVitest } from './reports'
import { runCommand } from './run-command'
import { FAILED, PASSED, type Tally, withStatus } from './tally'

const reports = mkdtempSync(join(tmpdir(), 'barbershop-test-'))

/** A command that is one test: it passes or it does not. */
export async function check(command: string): Promise<Tally> {
  return (await runCommand(command)) ? PASSED : FAILED
}

/** Vitest's tests, each counted, with the Redis that this machine has or can get to compare ours with. */
export async function unitTests(): Promise<Tally> {
  if (!found('Redis', findRedisServer)) return FAILED
  const report = join(reports, 'vitest.json')
  const succeeded = await runCommand(`npx vitest run --reporter=dot --reporter=json --outputFile.json="${report}"`)
  return withStatus(read(report, countVitest), succeeded)
}

/** Playwright's tests, each counted, in the browser that this machine has or can get. */
export async function browserTests(): Promise<Tally> {
  if (!found('Browser', findBrowser)) return FAILED
  const report = join(reports, 'playwright.json')
  const succeeded = await runCommand('npx playwright test --reporter=line,json', {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  return withStatus(read(report, countPlaywright), succeeded)
}

/** Whether a program is there that tests need. Says which, or what to do. */
function found(name: string, find: () => string): boolean {
  try {
    console.log(`${name}: ${find()}`)
    return true
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return false
  }
}

function read(report: string, count: (json: string) => Tally): Tally {
  return existsSync(report) ? count(readFileSync(report, 'utf8')) : FAILED
}
