import type { Locator } from '@playwright/test'
import { expect, test } from './pages/fixtures'
import type { LessonPage } from './pages/lesson-page'
import { programOf } from './support/listing'

const TASKS = [
  {
    title: 'No balance below zero',
    solution: 'solutions.en/balance',
    wrong: 'wrong/too-late',
    advice: 'The page no longer says -10, but the book still does',
  },
  {
    title: 'A number nobody can guess',
    solution: 'solutions.en/card-number',
    wrong: 'wrong/counter',
    advice: 'whoever holds number 1001 can tell that somebody holds 1000',
  },
  {
    title: 'A card that no script can read',
    solution: 'solutions.en/http-only',
    wrong: 'wrong/only-returning',
    advice: 'Returning customers have HttpOnly, but a new customer',
  },
] as const

function task({ lesson }: LessonPage, title: string): Locator {
  return lesson.getByRole('region', { name: title })
}

function check(lesson: LessonPage, title: string): Promise<void> {
  return task(lesson, title).getByRole('button', { name: 'Check', exact: true }).click()
}

/** A check runs the program, and typical mistakes to compare it with, in a dozen workers one after the other. */
const CHECKED = { timeout: 20_000 }

test('a check fails on the program as it is: expected beside actual, and the way there', async ({ lesson }) => {
  test.slow()
  await lesson.open()
  for (const { title } of TASKS) {
    await check(lesson, title)
    await expect(task(lesson, title)).toContainText('Not yet: one thing does not hold.', CHECKED)
    await expect(task(lesson, title)).toContainText('Not done yet')
  }
  const last = task(lesson, 'A card that no script can read')
  await expect(last.getByRole('term')).toHaveText(['Expected', 'Your program'])
  await expect(last.getByRole('definition').first()).toContainText('HttpOnly')

  await task(lesson, 'No balance below zero').getByRole('button', { name: 'See how it came to this' }).click()
  await expect(lesson.view('alice')).toHaveText(lesson.words.left(-10))
  await expect(lesson.rows).toContainText('{balance: -10}')
})

test('hints come one at a time', async ({ lesson }) => {
  await lesson.open()
  const balance = task(lesson, 'No balance below zero')
  await balance.getByRole('button', { name: 'A hint' }).click()
  await expect(balance).toContainText('Which line takes the money?')
  await expect(balance).not.toContainText('Hint 2 of 3')
  await balance.getByRole('button', { name: 'Another hint' }).click()
  await expect(balance).toContainText('Hint 2 of 3')
  await balance.getByRole('button', { name: 'Another hint' }).click()
  await expect(balance).toContainText('Not enough left on your card')
  await expect(balance.getByRole('button', { name: /hint/i })).toHaveCount(0)
})

test('a typical mistake gets its own words, the solution passes, and progress is kept', async ({ lesson, page }) => {
  test.slow()
  await lesson.open()
  const progress = page.getByRole('banner').getByRole('progressbar', { name: 'Tasks done' })
  let done = 0
  for (const { title, solution, wrong, advice } of TASKS) {
    await lesson.write(programOf(wrong))
    await check(lesson, title)
    await expect(task(lesson, title), wrong).toContainText(advice, CHECKED)

    await lesson.write(programOf(solution))
    await check(lesson, title)
    await expect(task(lesson, title), solution).toContainText('Done. Your program does all of it.', CHECKED)
    await expect(progress).toHaveAttribute('aria-valuetext', `${++done} of 3 tasks done`)
  }

  await page.reload()
  for (const { title } of TASKS) await expect(task(lesson, title)).toContainText('Task · Done')
  await page.getByRole('link', { name: 'Barbershop' }).click()
  await expect(page).toHaveURL('/en')
  await expect(page.getByRole('main')).toContainText('3 of 3 tasks done')
  await expect(page.getByRole('link', { name: 'Continue: What is a session' })).toBeVisible()
})

test('after trying, the solution is shown as what it changes', async ({ lesson }) => {
  test.slow()
  await lesson.open()
  const balance = task(lesson, 'No balance below zero')
  await expect(balance.getByRole('button', { name: 'Show a solution' })).toHaveCount(0)
  await check(lesson, 'No balance below zero')
  await balance.getByRole('button', { name: 'Show a solution' }).click(CHECKED)
  const file = balance.getByRole('figure', { name: 'server.js' })
  await expect(file.getByRole('insertion').filter({ hasText: 'if(sessionObj.balance < 10){' })).toContainText('Added:')
  await expect(file.getByRole('deletion')).toHaveCount(0)

  await lesson.write(programOf('wrong/too-late'))
  await balance.getByRole('radio', { name: 'your program' }).check()
  await expect(file.getByRole('deletion').first()).toContainText('Taken away:')

  await balance.getByRole('button', { name: 'Put it into the editor' }).click()
  await expect(balance).toContainText('Nothing differs.')
  await check(lesson, 'No balance below zero')
  await expect(balance).toContainText('Done. Your program does all of it.', CHECKED)
})

test('a question is answered before one looks', async ({ lesson }) => {
  await lesson.open()
  const question = lesson.lesson.getByRole('group', { name: 'What do you think?' }).first()
  await expect(question.getByRole('button', { name: 'See the answer' })).toBeDisabled()
  await question.getByRole('radio', { name: /^a/ }).check()
  await question.getByRole('button', { name: 'See the answer' }).click()
  await expect(question).toContainText('Not quite: it is b.')
  await expect(question).toContainText('What changed is the balance')
  await expect(question.getByRole('radio', { name: /^b/ })).toBeDisabled()
})

test('what the text speaks of can be done from the text, and is held against it', async ({ lesson }) => {
  await lesson.open()
  await lesson.lesson.getByRole('button', { name: 'New visitor: alice' }).click()
  await expect(lesson.view('alice')).toHaveText(lesson.words.welcome)

  await lesson.lesson.getByRole('button', { name: 'Send', exact: true }).first().click()
  await expect(lesson.view('alice')).toHaveText(lesson.words.left(90))
  await expect(lesson.lesson.getByRole('status').filter({ hasText: 'As it says here' })).toBeVisible()
  await lesson.lesson.getByRole('button', { name: 'Open exchange 2' }).click()
  await expect(lesson.openExchange).toHaveAccessibleName('Exchange 2')
  await expect(lesson.lesson.getByRole('button', { name: 'Send again' })).toBeVisible()
})
