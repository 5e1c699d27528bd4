import type { Locator } from '@playwright/test'
import { expect, test } from './pages/fixtures'

/** A request of a lesson's text with its button, by how it begins. */
function request(within: Locator, text: string, nth = 0): Locator {
  return within
    .locator('div')
    .filter({ has: within.page().locator(':scope > p', { hasText: text }) })
    .nth(nth)
}

test('a task’s request is sent as what the student’s own story brought, and names what has to be sent first', async ({
  lesson,
  page,
}) => {
  await lesson.open('sealed-cookies')
  const task = lesson.lesson.getByRole('region', { name: 'Out means out' })
  const copied = request(task, 'mallory GET /sealed/user')
  await expect(copied).toContainText('First send alice’s POST /sealed/login')
  await expect(copied.getByRole('button')).toHaveCount(0)

  await request(task, 'alice POST /sealed/login').getByRole('button', { name: 'Send' }).click()
  await copied.getByRole('button', { name: 'Send' }).click()
  await expect(lesson.view('mallory')).toContainText('Welcome, alice')
  await request(task, 'alice POST /sealed/logout').getByRole('button', { name: 'Send' }).click()
  await expect(lesson.view('alice')).toContainText('Goodbye')

  // Alice’s jar no longer has it; the copy in Mallory’s request is still what it was.
  await copied.getByRole('button', { name: 'Send' }).click()
  await expect(lesson.exchangeRows).toHaveCount(5)
  await expect(lesson.exchangeRows.last()).toContainText('200')
  await page.goto('/en')
  const kept = await page.evaluate(() => localStorage.getItem('barbershop:work:v1:sealed-cookies') ?? '')
  expect(kept).toContain('sealed={alice/sealed/1}')
  expect(kept).not.toContain('Fe26')
})

test('a button names a session by whose cookie holds it, and by its short name once there is one', async ({
  lesson,
}) => {
  await lesson.open('file-store')
  const remove = lesson.lesson.getByRole('button', { name: /^Delete sessions\/.*by hand$/ }).first()
  await expect(remove).toHaveText('Delete sessions/‹alice’s connect.sid›.json by hand')
  await lesson.lesson.getByRole('button', { name: 'Send', exact: true }).first().click()
  await expect(remove).toHaveText(/^Delete sessions\/[\w-]{4}\.json by hand$/)
  await lesson.lesson
    .getByRole('button', { name: /^Delete sessions/ })
    .first()
    .click()
  await expect(lesson.timeline).toContainText('sessions/‹alice’s connect.sid›.json')
})

test('a button that could not do what it says tells why beside it', async ({ lesson, page }) => {
  await lesson.open('card')
  const button = page.getByRole('button', { name: 'New visitor: alice' })
  const line = lesson.lesson.getByRole('paragraph').filter({ has: button }).first()
  await line.getByRole('button').click()
  await expect(line.getByRole('status')).toHaveText('Done')
  await line.getByRole('button').click()
  await expect(line.getByRole('status')).toHaveText('That was not possible: this visitor is here already.')
})
