import { expect, test } from './pages/fixtures'
import type { LessonPage } from './pages/lesson-page'
import { LISTING } from './support/listing'

for (const width of [390, 360]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 800 }, hasTouch: true })

    test('panels are tabs; a visitor comes, the program is edited, nothing overflows', async ({ lesson, page }) => {
      await page.goto('/en/lessons/card')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await show(lesson, 'Visitors')
      await lesson.newVisitor.tap()
      await expect(lesson.view('alice')).toHaveText(lesson.words.welcome)

      await show(lesson, 'Code')
      await lesson.editor.fill(LISTING.replace('balance:100', 'balance:200'))
      await show(lesson, 'Session table')
      await expect(lesson.rows).toContainText('{balance: 200}')

      await show(lesson, 'Code')
      await lesson.editor.fill(LISTING.replace('balance:100', 'balance:]'))
      await expect(lesson.notice).toContainText('syntax error')
      await lesson.notice.getByRole('button', { name: 'server.js:33' }).tap()
      await expect(lesson.editor).toBeFocused()
      await lesson.code.getByRole('button', { name: 'Reset file' }).tap()
      await expect(lesson.notice).toBeEmpty()

      for (const tab of await page.getByRole('tablist', { name: 'Panels' }).getByRole('tab').all()) {
        await tab.tap()
        await expect(tab).toHaveAttribute('aria-selected', 'true')
        expect(await overflow(lesson), await tab.innerText()).toBe(0)
      }
    })

    test('a list that grew behind its tab shows what came last', async ({ lesson, page }) => {
      await page.addInitScript(() => {
        const visits = Array.from({ length: 30 }, () => ({ type: 'visit', visitor: 'alice', method: 'GET', url: '/' }))
        const story = [{ type: 'new-visitor', visitor: 'alice', url: '/' }, ...visits]
        localStorage.setItem('barbershop:work:v1:card', JSON.stringify({ edits: {}, story, running: false }))
      })
      await page.goto('/en/lessons/card')
      await show(lesson, 'Timeline')
      await expect(lesson.timeline.getByText('alice keeps the cookie').last()).toBeAttached()
      await show(lesson, 'HTTP exchanges')
      await expect(lesson.exchangeRows.last()).toBeInViewport({ ratio: 1 })
    })

    test('the course fits as well', async ({ lesson, page }) => {
      await page.goto('/en')
      await expect(page.getByRole('link', { name: /^Start/ })).toBeInViewport()
      expect(await overflow(lesson)).toBe(0)
    })
  })
}

function show({ page }: LessonPage, name: string): Promise<void> {
  return page
    .getByRole('tablist', { name: 'Panels' })
    .getByRole('tab', { name: new RegExp(`^${name}( changed)?$`) })
    .tap()
}

/** By how many pixels the page is wider than its window. */
function overflow({ page }: LessonPage): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
