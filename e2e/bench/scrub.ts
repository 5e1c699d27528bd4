import type { Page } from '@playwright/test'
import type { Story } from '@/lib/engine/story/action'
import { openLesson, type Studied } from './studied'

const VISITORS = ['alice', 'bob', 'carol', 'dave', 'erin']
const EXCHANGES = 10_000
const STEPS = 40
/** How many events of the timeline lie between two steps. */
const STRIDE = 7

/** When all that a step leads to is over, in milliseconds: the longest animation lasts 200. */
const SETTLED = 300

/** How long a page may take to play 10,000 exchanges, in milliseconds. */
const PATIENCE = 120_000

/**
 * How long each of some steps from one event of the timeline to another takes the page, in milliseconds, in a lesson
 * with 10,000 exchanges: scripts, layout and painting, until it is seen.
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
  const count = await moments.count()
  const figures: number[] = []
  for (let step = 1; step <= STEPS; step++) {
    // Backwards, a few events at a time, over some twenty exchanges.
    figures.push(await moments.nth(count - 1 - step * STRIDE).evaluate(untilPainted))
    // What fades afterwards is no part of it.
    await page.waitForTimeout(SETTLED)
  }
  return figures
}

/**
 * In the page: milliseconds that its main thread works from a click until the frame that shows what follows from it is
 * painted. It may wait in between for its time to draw, which is not counted.
 */
function untilPainted(button: Element): Promise<number> {
  return new Promise((done) => {
    let frame = 0
    // Asked for before the click, so that it comes before anything else that the click has done with the frame.
    requestAnimationFrame(() => {
      frame = performance.now()
    })
    const start = performance.now()
    if (button instanceof HTMLElement) button.click()
    const clicked = performance.now() - start
    const { port1, port2 } = new MessageChannel()
    port2.onmessage = () => done(clicked + performance.now() - frame)
    requestAnimationFrame(() => port1.postMessage(null))
  })
}

function tenThousandVisits({ before, path }: Studied): Story {
  const visits = Array.from({ length: EXCHANGES - VISITORS.length }, (_, index) => {
    const visitor = VISITORS[index % VISITORS.length] ?? ''
    return { type: 'visit', visitor, method: 'GET', url: path } as const
  })
  return [...before, ...VISITORS.map((visitor) => ({ type: 'new-visitor', visitor, url: path }) as const), ...visits]
}
