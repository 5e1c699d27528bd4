import { describe, expect, test } from 'vitest'
import { countPlaywright, countVitest } from './reports'
import { summary, withStatus } from './tally'

describe('countVitest', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((result) => ({ status: result })),
  })

  test('adds up the files and leaves out what was skipped', () => {
    const report = { testResults: [file('passed', 'passed', 'skipped'), file('failed', 'failed', 'passed')] }
    expect(countVitest(JSON.stringify(report))).toEqual({ passed: 2, failed: 1 })
  })

  test('a file that did not load is a failure', () => {
    expect(countVitest(JSON.stringify({ testResults: [file('failed')] }))).toEqual({ passed: 0, failed: 1 })
  })
})

describe('countPlaywright', () => {
  test('counts flaky tests and errors outside of tests as failures', () => {
    const report = { errors: [{}], stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } }
    expect(countPlaywright(JSON.stringify(report))).toEqual({ passed: 5, failed: 3 })
  })
})

describe('withStatus', () => {
  test('a command that fails without a failing test is a failure', () => {
    expect(withStatus({ passed: 3, failed: 0 }, false)).toEqual({ passed: 3, failed: 1 })
  })

  test('does not count a failure twice', () => {
    expect(withStatus({ passed: 3, failed: 2 }, false)).toEqual({ passed: 3, failed: 2 })
    expect(withStatus({ passed: 3, failed: 0 }, true)).toEqual({ passed: 3, failed: 0 })
  })
})

test('the last line', () => {
  expect(summary({ passed: 12, failed: 0 })).toBe('12 passed, 0 failed')
})
