import { describe, expect, test } from 'vitest'
import { runStory } from '@/lib/runtime/node'
import { differences } from './conformance'
import { SCENARIOS } from './scenarios/all'

describe('the runtime under Node answers as Node does', () => {
  test.concurrent.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
    '%s',
    async (_, scenario) => {
      expect(await differences(scenario, runStory)).toEqual([])
    },
    60_000,
  )
})

test('there are enough scenarios, each of its own name', () => {
  expect(SCENARIOS.flatMap((scenario) => scenario.steps.flatMap((step) => step.statuses)).length).toBeGreaterThan(200)
  expect(new Set(SCENARIOS.map((scenario) => scenario.name)).size).toBe(SCENARIOS.length)
})
