import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './pages/fixtures'
import { StoryPicture } from './pages/story-picture'

const PASSWORD = 'the password of the tests'
const PASSWORD_LABEL = { en: 'Password', zh: '口令' } as const
/** Lessons with a panel of their own store, and how it is called. */
const STORES = [
  { slug: 'file-store', path: '/add?item=comb', panel: { en: 'Files', zh: '文件' } },
  { slug: 'redis-store', path: '/visit', panel: { en: 'Redis', zh: 'Redis' } },
] as const
const WIDE = { width: 1440, height: 900 }
const NARROW = { width: 390, height: 800 }

/** What axe finds on a page, without the pages of visitors: those are the student's own. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 200)}`))
}

/** Axe finds nothing on a page, neither wide nor narrow. */
async function expectNothing(page: Page, what: string): Promise<void> {
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size)
    expect(await findings(page), `${what}, ${size.width} wide`).toEqual([])
  }
}

for (const language of ['en', 'zh'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`axe finds nothing: ${language}, ${colorScheme}`, () => {
      // Each look at a page takes axe a second or more.
      test.describe.configure({ timeout: 60_000 })
      test.use({ colorScheme, viewport: WIDE })

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

      test('what the site keeps, and the desk', async ({ page }) => {
        await page.goto(`/${language}/cookies`)
        await expectNothing(page, 'what the site keeps')
        await page.goto(`/${language}/teach`)
        await expectNothing(page, 'the desk’s door')
        await page.getByLabel(PASSWORD_LABEL[language]).fill(PASSWORD)
        await page.keyboard.press('Enter')
        // The desk reads every lesson.
        await expect(page.getByText('03-card')).toBeVisible({ timeout: 20_000 })
        await expectNothing(page, 'the desk')
        await page.goto(`/${language}/teach/card`)
        await expect(page.getByRole('button', { name: 'English', exact: true }).first()).toBeVisible()
        await expectNothing(page, 'the desk’s editor')
      })

      for (const { slug, path, panel } of STORES) {
        test(`the panels of ${slug}`, async ({ lesson: english, chinese, page }) => {
          const lesson = language === 'en' ? english : chinese
          await lesson.open(slug)
          await lesson.newVisitor.click()
          await lesson.visit('alice', path)
          await expect(page.getByRole('region', { name: panel[language], exact: true })).toContainText('cookie')
          await new StoryPicture(lesson).open()
          expect(await findings(page), 'wide').toEqual([])

          await page.setViewportSize(NARROW)
          const tabs = page.getByRole('tablist').first().getByRole('tab')
          await tabs.filter({ hasText: panel[language] }).click()
          expect(await findings(page), panel[language]).toEqual([])
          await tabs.filter({ hasText: lesson.words.exchanges }).click()
          await new StoryPicture(lesson).open()
          expect(await findings(page), 'picture').toEqual([])
        })
      }
    })
  }
}
