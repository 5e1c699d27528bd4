import { z } from 'zod'
import type { Tally } from './tally'

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
})

const playwrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

/** Counts a report of Vitest's JSON reporter. A file that failed to load counts as one failure. */
export function countVitest(json: string): Tally {
  const files = vitestReport.parse(JSON.parse(json)).testResults
  const tests = files.flatMap((file) => file.assertionResults)
  const failed = tests.filter((test) => test.status === 'failed').length
  const broken = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  return { passed: tests.filter((test) => test.status === 'passed').length, failed: failed + broken }
}

/** Counts a report of Playwright's JSON reporter. A test that passes only sometimes has failed. */
export function countPlaywright(json: string): Tally {
  const { errors, stats } = playwrightReport.parse(JSON.parse(json))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}
