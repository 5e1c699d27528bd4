import type { Page } from '@playwright/test'
import type { Story } from '@/lib/engine/story/action'
import { CARD } from './subjects'

/** Thirty actions: five visitors, each with its first visit and five more. */
const STORY: Story = ['alice', 'bob', 'carol', 'dave', 'erin'].flatMap(
  (visitor): Story => [
    { type: 'new-visitor', visitor, url: '/' },
    ...Array.from({ length: 5 }, () => ({ type: 'visit', visitor, method: 'GET', url: '/' }) as const),
  ],
)

/** The listing with its price at the very end, where a keystroke changes it. */
const SOURCE = `${CARD.program.files['server.js']?.replace('balance -10', 'balance -price')}\nvar price = 1`

/** How long the playground waits after a keystroke before it replays, in milliseconds. */
const DEBOUNCE = 250

/** How long somebody looks at what an edit did, in milliseconds. */
const LOOK = 1000

/**
 * Milliseconds from a keystroke in the editor, less the debounce, until the session table shows what the edited
 * program makes of a story of thirty actions, painted. One figure a round; the first warms up and is left out.
 */
export async function editToPanels(page: Page, lesson: string, rounds: number): Promise<number[]> {
  const work = { edits: { 'server.js': SOURCE }, story: STORY, running: false }
  await page.addInitScript((work) => {
    // Not in the frames of visitors, which are made anew at every edit.
    if (window === top) localStorage.setItem('barbershop:work:v1:card', JSON.stringify(work))
  }, work)
  await page.addInitScript(() => {
    if (window !== top) return
    addEventListener('keydown', ({ timeStamp }) => performance.mark('keystroke', { startTime: timeStamp }), true)
  })
  await page.goto(lesson)
  const table = page.getByRole('region', { name: '会话表' })
  await table.getByText('{balance: 95}').nth(4).waitFor()
  await page.locator('.monaco-editor').first().click()
  await page.keyboard.press('ControlOrMeta+End')
  const figures: number[] = []
  for (let round = 0; round <= rounds; round++) {
    // Price 1 and 11 in turn: one keystroke each way.
    const [key, balance] = round % 2 === 0 ? ['1', '{balance: 45}'] : ['Backspace', '{balance: 95}']
    // A person looks at the result before the next edit; meanwhile the next worker warms up.
    await page.waitForTimeout(LOOK)
    const shown = page.evaluate(untilShown, balance)
    await page.keyboard.press(key)
    const taken = (await shown) - DEBOUNCE
    if (round > 0) figures.push(taken)
  }
  return figures
}

/**
 * In the page: milliseconds from the last keystroke to the frame in which five rows show `text`. Without functions of
 * its own that have a name: the loader would wrap those in a helper that the page does not have.
 */
function untilShown(text: string): Promise<number> {
  return new Promise((done) => {
    new MutationObserver((_records, observer) => {
      if ((document.body.textContent ?? '').split(text).length <= 5) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const keystroke = performance.getEntriesByName('keystroke').at(-1)
        done(performance.now() - (keystroke?.startTime ?? Number.NaN))
      })
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}
