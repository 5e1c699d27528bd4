import { test as base, expect } from '@playwright/test'
import { runInWorker } from '../support/worker'
import { differences, type RunStory } from './conformance'
import { SCENARIOS } from './scenarios/all'

/** One page serves all stories: each runs in a worker of its own. */
const test = base.extend<object, { run: RunStory }>({
  run: [
    async ({ browser }, use, { project }) => {
      const page = await browser.newPage(project.use.baseURL === undefined ? {} : { baseURL: project.use.baseURL })
      await page.goto('/')
      await use((program, story, options) => runInWorker(page, program, story, options))
      await page.close()
    },
    { scope: 'worker' },
  ],
})

test.describe('the worker answers as Node does', () => {
  for (const scenario of SCENARIOS) {
    test(scenario.name, async ({ run }) => {
      expect(await differences(scenario, run)).toEqual([])
    })
  }
})
