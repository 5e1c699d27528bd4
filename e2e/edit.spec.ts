import { expect, test } from './pages/fixtures'
import type { LessonPage } from './pages/lesson-page'
import { WORDS } from './pages/words'
import { LISTING } from './support/listing'

const { welcome: WELCOME } = WORDS.en

/** The listing with another balance on new cards. */
function worth(balance: number): string {
  return LISTING.replace('balance:100', `balance:${balance}`)
}

test('an edit replays the story, and what it changed is marked', async ({ lesson }) => {
  await lesson.open()
  await lesson.newVisitor.click()
  await lesson.reload('alice')
  await expect(lesson.rows).toContainText('{balance: 90}')

  await lesson.write(LISTING.replace('-10', '-20'))
  await expect(lesson.rows).toContainText('{balance: 80}')
  await expect(lesson.view('alice')).toHaveText(lesson.words.left(80))
  await expect(lesson.exchangeRows).toHaveCount(2)
  // The first exchange went as before the edit, the second did not.
  await expect(lesson.exchangeRows.nth(0)).not.toContainText('changed by your edit')
  await expect(lesson.exchangeRows.nth(1)).toContainText('changed by your edit')
  await expect(lesson.rows).toContainText('changed by your edit')
  await expect(lesson.notice).toBeEmpty()
})

test('a broken edit is explained with its line; the last good panels stay, marked stale', async ({ lesson }) => {
  await lesson.open()
  await lesson.newVisitor.click()
  await expect(lesson.rows).toContainText('{balance: 100}')

  await lesson.write(LISTING.replace('balance:100', 'balance:100]'))
  await expect(lesson.notice).toContainText('syntax error')
  await expect(lesson.notice.getByRole('button', { name: 'server.js:33' })).toBeVisible()
  await expect(lesson.notice).toContainText('The panels still show the last run that worked.')
  await expect(lesson.rows).toContainText('{balance: 100}')
  await expect(lesson.view('alice')).toHaveText(WELCOME)
  for (const panel of [lesson.jar, lesson.table, lesson.exchanges, lesson.timeline]) {
    await expect(panel.getByText('last good run')).toBeVisible()
  }

  await lesson.notice.getByRole('button', { name: 'server.js:33' }).click()
  await expect(lesson.editor).toBeFocused()

  await lesson.code.getByRole('button', { name: 'Reset file' }).click()
  await expect(lesson.notice).toBeEmpty()
  await expect(lesson.page.getByText('last good run')).toHaveCount(0)
})

test('a file and the whole lesson can be reset, and both undone', async ({ lesson }) => {
  await lesson.open()
  await lesson.newVisitor.click()
  await lesson.write(worth(200))
  await expect(lesson.rows).toContainText('{balance: 200}')

  await lesson.code.getByRole('button', { name: 'Reset file' }).click()
  await expect(lesson.rows).toContainText('{balance: 100}')
  await undo(lesson)
  await expect(lesson.rows).toContainText('{balance: 200}')

  await lesson.code.getByRole('button', { name: 'Reset lesson' }).click()
  await expect(lesson.rows).toHaveCount(0)
  await expect(lesson.window('alice')).toHaveCount(0)
  await undo(lesson)
  await expect(lesson.rows).toContainText('{balance: 200}')
  await expect(lesson.view('alice')).toHaveText(WELCOME)
})

test('edits and story survive a reload', async ({ lesson, page }) => {
  await lesson.open()
  await lesson.newVisitor.click()
  await lesson.reload('alice')
  await lesson.write(worth(300))
  await expect(lesson.rows).toContainText('{balance: 290}')

  await page.reload()
  await expect(lesson.rows).toContainText('{balance: 290}')
  await expect(lesson.view('alice')).toHaveText(lesson.words.left(290))
  await expect(lesson.exchangeRows).toHaveCount(2)
  await expect(lesson.code.getByRole('tab', { name: 'server.js (edited)' })).toBeVisible()
  await lesson.editor.focus()
  await page.keyboard.press('ControlOrMeta+End')
  await expect(lesson.code).toContainText('balance:300')
})

function undo({ page }: LessonPage): Promise<void> {
  return page.getByRole('main').getByRole('status').getByRole('button', { name: 'Undo' }).click()
}
