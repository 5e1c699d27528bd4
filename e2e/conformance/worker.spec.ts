import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import type { Event } from '@/lib/engine/trace/event'
import type { FromWorker, ToWorker } from '@/lib/runtime/protocol'
import { differences, type RunStory } from './conformance'
import { SCENARIOS } from './scenarios/all'

const { worker: address }: { worker: string } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../lib/runtime/generated/assets.json'), 'utf8'),
)

/** Runs a story in the worker that students' browsers run, over its own protocol. */
function inWorkerOf(page: Page): RunStory {
  return (program, story, options) => {
    const first: ToWorker = { type: 'run', program, story, options }
    return page.evaluate(
      ([url, message]) =>
        new Promise<readonly Event[]>((resolve, reject) => {
          const worker = new Worker(url)
          const log: Event[] = []
          worker.onerror = (event) => reject(new Error(event.message || 'the worker ended'))
          worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
            if (data.type === 'events') log.push(...data.events)
            if (data.type === 'broken') reject(new Error(data.message))
            if (data.type === 'idle') {
              worker.terminate()
              resolve(log)
            }
          }
          worker.postMessage(message)
        }),
      [address, first] as const,
    )
  }
}

/** One page serves all stories: each runs in a worker of its own. */
const test = base.extend<object, { run: RunStory }>({
  run: [
    async ({ browser }, use, { project }) => {
      const page = await browser.newPage(project.use.baseURL === undefined ? {} : { baseURL: project.use.baseURL })
      await page.goto('/')
      await use(inWorkerOf(page))
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
