import type { CDPSession, Page } from '@playwright/test'
import type { Story } from '@/lib/engine/story/action'
import { openLesson, type Studied } from './studied'

const VISITORS = ['alice', 'bob', 'carol', 'dave', 'erin']
const EXCHANGES = 10_000
const STEPS = 40

/** How long a page may take to play 10,000 exchanges, in milliseconds. */
const PATIENCE = 120_000

/**
 * Milliseconds of the page's main thread, all of it, for each of some steps from one event of the timeline to another,
 * in a lesson with 10,000 exchanges: scripts, layout, painting, and the documents of the visitors' windows.
 */
export async function scrub(page: Page, origin: string, studied: Studied): Promise<number[]> {
  await openLesson(page, origin, studied, { story: tenThousandVisits(studied), edits: {} })
  const timeline = page.getByRole('region', { name: '时间线', exact: true })
  const moments = timeline.getByRole('button', { name: /时的世界$/ })
  await page.waitForFunction(
    (count) => document.querySelector('[data-playground-panel=exchanges]')?.textContent?.includes(count),
    String(EXCHANGES),
    { timeout: PATIENCE },
  )
  await page.waitForTimeout(1000)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const count = await moments.count()
  const figures: number[] = []
  for (let step = 1; step <= STEPS; step++) {
    // Backwards, a few events at a time, over some twenty exchanges.
    const moment = moments.nth(count - 1 - step * 7)
    const element = await moment.elementHandle()
    const before = await taskTime(session)
    await element?.evaluate(
      (button) =>
        new Promise<void>((done) => {
          if (button instanceof HTMLElement) button.click()
          requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))
        }),
    )
    figures.push(((await taskTime(session)) - before) * 1000)
  }
  return figures
}

function tenThousandVisits({ before, path }: Studied): Story {
  const visits = Array.from({ length: EXCHANGES - VISITORS.length }, (_, index) => {
    const visitor = VISITORS[index % VISITORS.length] ?? ''
    return { type: 'visit', visitor, method: 'GET', url: path } as const
  })
  return [...before, ...VISITORS.map((visitor) => ({ type: 'new-visitor', visitor, url: path }) as const), ...visits]
}

/** Seconds that the main thread has worked so far. */
async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
}
