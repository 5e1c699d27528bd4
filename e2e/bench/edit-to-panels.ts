import type { Locator, Page } from '@playwright/test'
import type { Story } from '@/lib/engine/story/action'
import { openLesson, type Studied } from './studied'

/** How long the playground waits after a keystroke before it replays, in milliseconds. */
const DEBOUNCE = 250

/** How long somebody looks at what an edit did, in milliseconds. */
const LOOK = 1000

const VISITORS = ['alice', 'bob', 'carol', 'dave', 'erin']

/**
 * Milliseconds from a keystroke in the editor, less the debounce, until the lesson's panel shows what the edited
 * program makes of a story of thirty actions, painted. One figure a round; the first warms up and is left out.
 */
export async function editToPanels(page: Page, origin: string, studied: Studied, rounds: number): Promise<number[]> {
  await page.addInitScript(() => {
    if (window !== top) return
    addEventListener('keydown', ({ timeStamp }) => performance.mark('keystroke', { startTime: timeStamp }), true)
  })
  await openLesson(page, origin, studied, { story: thirtyVisits(studied), edits: { 'server.js': studied.editable } })
  const panel = page.getByRole('region', { name: studied.panel, exact: true })
  await panel
    .getByText(studied.shown.before)
    .nth(VISITORS.length - 1)
    .waitFor()
  await page.locator('.monaco-editor').first().click()
  await page.keyboard.press('ControlOrMeta+End')
  const figures: number[] = []
  for (let round = 0; round <= rounds; round++) {
    // 1 and 11 in turn: one keystroke each way.
    const [key, text] = round % 2 === 0 ? ['1', studied.shown.after] : ['Backspace', studied.shown.before]
    // A person looks at the result before the next edit; meanwhile the next worker warms up.
    await page.waitForTimeout(LOOK)
    const shown = untilShown(panel, text)
    await page.keyboard.press(key)
    const taken = (await shown) - DEBOUNCE
    if (round > 0) figures.push(taken)
  }
  return figures
}

/** Five visitors, each with its first visit and five more, after what the lesson needs first. */
function thirtyVisits({ before, path }: Studied): Story {
  const visits = VISITORS.flatMap(
    (visitor): Story => [
      { type: 'new-visitor', visitor, url: path },
      ...Array.from({ length: 5 }, () => ({ type: 'visit', visitor, method: 'GET', url: path }) as const),
    ],
  )
  return [...before, ...visits]
}

/**
 * Milliseconds from the last keystroke to the frame in which five rows of a panel show `text`. What runs in the page
 * has no function of its own with a name: the loader would wrap it in a helper that the page does not have.
 */
function untilShown(panel: Locator, text: string): Promise<number> {
  return panel.evaluate(
    (element, wanted) =>
      new Promise<number>((done) => {
        new MutationObserver((_records, observer) => {
          if ((element.textContent ?? '').split(wanted).length <= 5) return
          observer.disconnect()
          requestAnimationFrame(() => {
            const keystroke = performance.getEntriesByName('keystroke').at(-1)
            done(performance.now() - (keystroke?.startTime ?? Number.NaN))
          })
        }).observe(element, { subtree: true, childList: true, characterData: true })
      }),
    text,
  )
}
