/** How many tests passed and failed. */
export interface Tally {
  readonly passed: number
  readonly failed: number
}

export const PASSED: Tally = { passed: 1, failed: 0 }
export const FAILED: Tally = { passed: 0, failed: 1 }

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed }
}

/** A command's report and its exit status must agree: whatever failed outside of any test is one failure more. */
export function withStatus(reported: Tally, succeeded: boolean): Tally {
  return succeeded || reported.failed > 0 ? reported : add(reported, FAILED)
}

/** The last line of every test run. */
export function summary(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed`
}
