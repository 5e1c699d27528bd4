import { AxeBuilder } from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import { expect, test } from './pages/fixtures'
import type { LessonPage } from './pages/lesson-page'

const LESSON = 'sealed-cookies'

function row({ lesson }: LessonPage, label: string): Locator {
  return lesson.getByRole('row').filter({ has: lesson.page().getByRole('rowheader', { name: label }) })
}

function question({ lesson }: LessonPage, text: string): Locator {
  return lesson.getByRole('group').filter({ hasText: text })
}

test('a table fills by what the student finds out, and stays filled', async ({ lesson, page }) => {
  await lesson.open(LESSON)
  const table = lesson.lesson.getByRole('table')
  const restart = row(lesson, 'after a restart')
  await expect(table).toContainText('0 of 9 found')
  await expect(restart).not.toContainText('still there')
  await expect(restart.getByRole('cell')).toHaveText(['?not found out yet', '?not found out yet'])

  await test.step('the row leads to its question, and the answer fills it', async () => {
    await restart.getByRole('link', { name: 'Question after a restart' }).click()
    const asked = question(lesson, 'Who has to log in again?')
    await expect(asked).toBeInViewport()
    await asked.getByRole('radio', { name: 'a. Alice' }).check()
    await asked.getByRole('button', { name: 'See the answer' }).click()
    await expect(restart.getByRole('cell')).toHaveText(['lost, if in memory', 'still there'])
    await expect(table).toContainText('1 of 9 found')
    await expect(lesson.lesson.locator('[aria-live="polite"]')).toContainText(
      'A row of the table is filled: after a restart',
    )
  })

  await test.step('axe finds nothing, with rows of both kinds', async () => {
    const { violations } = await new AxeBuilder({ page }).include('[data-playground-panel="lesson"]').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  await test.step('the row leads to its task', async () => {
    const task = lesson.lesson.getByRole('region', { name: 'No bursting envelopes' })
    await row(lesson, 'how much it holds').getByRole('link', { name: 'Task: No bursting envelopes' }).click()
    await expect(task.getByRole('heading')).toBeInViewport()
  })

  await test.step('what was found is kept, though the question may be asked again', async () => {
    await page.reload()
    await expect(restart).toContainText('still there')
    await expect(lesson.lesson.locator('[aria-live="polite"]')).toHaveText('')
    await expect(page.getByRole('progressbar', { name: 'Tasks done' })).toHaveAttribute(
      'aria-valuetext',
      '0 of 3 tasks done',
    )
  })

  await test.step('until all is forgotten', async () => {
    await page.goto('/en/cookies')
    await page.getByRole('button', { name: 'Forget me' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Forget me' }).click()
    await expect(page.getByRole('main').getByRole('status')).not.toHaveText('')
    await lesson.open(LESSON)
    await expect(table).toContainText('0 of 9 found')
    await expect(restart).not.toContainText('still there')
  })
})
