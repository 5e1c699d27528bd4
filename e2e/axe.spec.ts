import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './pages/fixtures'

const NARROW = { width: 390, height: 800 }

/** What axe finds on a page, without the pages of visitors: those are the student's own. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 200)}`))
}

for (const language of ['en', 'zh'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`axe finds nothing: ${language}, ${colorScheme}`, () => {
      // Each look at a page takes axe a second or more.
      test.describe.configure({ timeout: 60_000 })
      test.use({ colorScheme, viewport: { width: 1440, height: 900 } })

      test('wide', async ({ lesson: english, chinese, page }) => {
        const lesson = language === 'en' ? english : chinese
        await page.goto(`/${language}`)
        expect(await findings(page), 'home').toEqual([])
        await lesson.open()
        await expect(lesson.editor).toBeVisible()
        expect(await findings(page), 'lesson').toEqual([])
        await lesson.newVisitor.click()
        await lesson.newVisitor.click()
        await lesson.reload('bob')
        await expect(lesson.view('bob')).toHaveText(lesson.words.left(90))
        expect(await findings(page), 'lesson with a story').toEqual([])
        await page.keyboard.press('?')
        await expect(page.getByRole('dialog')).toBeVisible()
        expect(await findings(page), 'lesson with a dialog').toEqual([])
      })

      test('narrow', async ({ page }) => {
        await page.setViewportSize(NARROW)
        await page.goto(`/${language}`)
        expect(await findings(page), 'home').toEqual([])
        await page.goto(`/${language}/lessons/card`)
        const tabs = page.getByRole('tablist').first().getByRole('tab')
        await expect(tabs).toHaveCount(8)
        await page.keyboard.press('Alt+KeyN')
        for (const tab of await tabs.all()) {
          await tab.click()
          expect(await findings(page), await tab.innerText()).toEqual([])
        }
      })
    })
  }
}
