import type { Locator } from '@playwright/test'
import { expect, test } from './pages/fixtures'
import type { LessonPage } from './pages/lesson-page'
import { LISTING } from './support/listing'

const RESPONSE = /^(Response|响应)$/

const CARD = /^Set-Cookie: connect\.sid=(\d+\.\d+); Path=\/$/

/** The card number that the opened exchange hands out. */
async function numberIn({ openExchange }: LessonPage): Promise<string> {
  const line = openExchange.getByRole('region', { name: RESPONSE }).getByText('Set-Cookie: ')
  await expect(line).toBeVisible()
  const text = await wireText(line)
  expect(text).toMatch(CARD)
  return CARD.exec(text)?.[1] ?? ''
}

/** The whole line as it went over the wire: the short names of sessions stand in it for the eye only. */
function wireText(name: Locator): Promise<string> {
  return name.evaluate((element) => {
    const copy = element.parentElement?.cloneNode(true)
    if (!(copy instanceof Element)) return ''
    for (const short of copy.querySelectorAll('.session-name')) short.remove()
    return copy.textContent
  })
}

for (const language of ['zh', 'en'] as const) {
  test(`one click shows a cookie issued (${language})`, async ({ lesson: english, chinese }) => {
    const lesson = language === 'zh' ? chinese : english
    await lesson.open()
    await lesson.newVisitor.click()

    const id = await numberIn(lesson)
    expect(id).toMatch(/^\d+\.\d+$/)
    await expect(lesson.view('alice')).toHaveText(lesson.words.welcome)
    await expect(lesson.jar).toContainText('connect.sid')
    await expect(lesson.jar).toContainText(id)
    await expect(lesson.rows).toHaveCount(1)
    await expect(lesson.rows.getByRole('rowheader')).toContainText(id)
    await expect(lesson.rows).toContainText('{balance: 100}')
  })
}

test('the second visit leaves 90, the twelfth -10', async ({ lesson }) => {
  await lesson.open()
  await lesson.newVisitor.click()
  const id = await numberIn(lesson)

  await lesson.reload('alice')
  await expect(lesson.view('alice')).toHaveText(lesson.words.left(90))
  await expect(lesson.openExchange.getByRole('region', { name: 'Request' })).toContainText('Cookie: ')
  await expect(lesson.openExchange.getByRole('region', { name: 'Request' })).toContainText(id)
  await expect(lesson.openExchange.getByText(/^Set-Cookie:/)).toHaveCount(0)

  for (let visit = 3; visit <= 12; visit++) await lesson.reload('alice')
  await expect(lesson.view('alice')).toHaveText(lesson.words.left(-10))
  await expect(lesson.rows).toContainText('{balance: -10}')
  await expect(lesson.exchangeRows).toHaveCount(12)
})

test('two visitors have two cards', async ({ lesson }) => {
  await lesson.open()
  await lesson.newVisitor.click()
  const first = await numberIn(lesson)
  await lesson.newVisitor.click()
  await expect(lesson.openExchange).toHaveAccessibleName('Exchange 2')
  const second = await numberIn(lesson)
  expect(second).not.toBe(first)

  await lesson.reload('bob')
  await expect(lesson.view('bob')).toHaveText(lesson.words.left(90))
  await expect(lesson.view('alice')).toHaveText(lesson.words.welcome)
  await expect(lesson.rows.filter({ hasText: first })).toContainText('{balance: 100}')
  await expect(lesson.rows.filter({ hasText: second })).toContainText('{balance: 90}')
})

test('an unknown card number gets a new card', async ({ lesson }) => {
  await lesson.open()
  await lesson.newVisitor.click()
  await changeCard(lesson, '12345')
  await expect(lesson.jar).toContainText('12345')

  await lesson.reload('alice')
  await expect(lesson.openExchange.getByRole('region', { name: 'Request' })).toContainText('Cookie: connect.sid=12345')
  await expect(lesson.view('alice')).toHaveText(lesson.words.welcome)
  const id = await numberIn(lesson)
  await expect(lesson.jar).toContainText(id)
  await expect(lesson.rows.filter({ hasText: id })).toHaveCount(1)
  await expect(lesson.rows.filter({ hasText: '12345' })).toHaveCount(0)
})

test('after a restart everyone is new again, although the cookie is still sent', async ({ lesson }) => {
  await lesson.open()
  await lesson.newVisitor.click()
  const before = await numberIn(lesson)
  await lesson.restart.click()
  await expect(lesson.rows).toHaveCount(0)
  await expect(lesson.jar).toContainText(before)

  await lesson.reload('alice')
  await expect(lesson.view('alice')).toHaveText(lesson.words.welcome)
  await expect(lesson.openExchange.getByRole('region', { name: 'Request' })).toContainText(before)
  const after = await numberIn(lesson)
  expect(after).not.toBe(before)
  await expect(lesson.rows).toHaveCount(1)
  await expect(lesson.rows).toContainText(after)
})

test('card number __proto__ shows NaN, and nothing of it is left after a restart', async ({ lesson }) => {
  await lesson.openProgram(`${LISTING}\nconsole.log('found on a fresh object:', ({}).balance);`)
  await lesson.newVisitor.click()
  await changeCard(lesson, '__proto__')
  await lesson.reload('alice')
  await expect(lesson.view('alice')).toHaveText(lesson.words.left('NaN'))
  await expect(lesson.openExchange.getByRole('region', { name: 'Response' })).toContainText('HTTP/1.1 200')
  await expect(lesson.openExchange.getByText(/^Set-Cookie:/)).toHaveCount(0)

  await lesson.restart.click()
  await lesson.newVisitor.click()
  await expect(lesson.view('bob')).toHaveText(lesson.words.welcome)
  await expect(lesson.console.getByText('found on a fresh object: undefined')).toHaveCount(2)
  await expect(lesson.console.getByText('found on a fresh object:')).toHaveCount(2)
})

/** Gives the card in the jar that is shown another number, by hand. */
async function changeCard({ jar }: LessonPage, value: string): Promise<void> {
  await jar.getByRole('button', { name: 'Edit connect.sid' }).click()
  await jar.getByRole('textbox', { name: 'New value of connect.sid' }).fill(value)
  await jar.getByRole('button', { name: 'Save' }).click()
}
