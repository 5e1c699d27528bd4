import { test as base, expect, type Page } from '@playwright/test'
import { type DeskServer, PASSWORD, startDesk } from './desk-server'

/** Playwright's `test` with a playground of its own for each worker, whose lessons may be changed. */
export const test = base.extend<{ readonly instructor: Page }, { readonly desk: DeskServer }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants it so
    async ({}, use) => {
      const desk = await startDesk()
      await use(desk)
      await desk.end()
    },
    { scope: 'worker' },
  ],
  /** A page in which somebody is signed in at the desk. */
  instructor: async ({ page, desk }, use) => {
    await page.goto(`${desk.origin}/en/teach`)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { name: 'Lessons' })).toBeVisible()
    await use(page)
  },
})

export { expect }
