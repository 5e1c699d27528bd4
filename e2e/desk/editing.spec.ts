import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { PASSWORD } from './desk-server'
import { expect, test } from './fixtures'

// One lesson on one server is changed by one test after the other.
test.describe.configure({ mode: 'serial', timeout: 90_000 })

async function openEditor(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/en/teach/card`)
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await expect(source(page)).toBeVisible()
  await expect(page.getByText('No mistakes found')).toBeVisible()
}

const source = (page: Page) => page.getByRole('textbox', { name: /^Text of/ })

/** Puts a text in front of everything else in the file that is open. */
async function typeAtEnd(page: Page, text: string): Promise<void> {
  await source(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText(text)
}

const publish = (page: Page) => page.getByRole('button', { name: 'Check and publish' }).click()

test('a sentence that is published shows in a student’s open page', async ({ instructor, desk, browser }) => {
  const student = await browser.newPage()
  await student.goto(`${desk.origin}/en/lessons/card`)
  await expect(student.getByRole('heading', { name: 'A session by hand' })).toBeVisible()

  await openEditor(instructor, desk.origin)
  await typeAtEnd(instructor, 'A sentence of the instructor.')
  await expect(instructor.getByRole('region', { name: 'As students see it' })).toContainText(
    'A sentence of the instructor.',
  )
  await publish(instructor)
  await expect(instructor.getByText('Published. Students have it now.')).toBeVisible({ timeout: 60_000 })

  await expect(student.getByText('A sentence of the instructor.')).toBeVisible()
  await expect(student.getByText('This lesson has just been changed. Your own work is kept.')).toBeVisible()
  expect(await readFile(join(desk.lessons, '03-card/en.md'), 'utf8')).toContain('A sentence of the instructor.')
  await student.close()
})

test('what another editor writes shows in open pages too', async ({ desk, page }) => {
  await page.goto(`${desk.origin}/en/lessons/card`)
  await expect(page.getByText('A sentence of the instructor.')).toBeVisible()
  const file = join(desk.lessons, '03-card/en.md')
  await writeFile(file, (await readFile(file, 'utf8')).replace('of the instructor', 'of another editor'))
  await expect(page.getByText('A sentence of another editor.')).toBeVisible()
})

test('each kind of mistake is marked at its line, listed, and kept from students', async ({ instructor, desk }) => {
  await openEditor(instructor, desk.origin)
  const mistakes = instructor.getByRole('region', { name: 'Mistakes' })
  for (const [text, words] of [
    ['::restrat', 'unknown directive "::restrat"; did you mean'],
    [':::hint{task=conut}\nx\n:::', 'no task "conut"'],
    ['<script>alert(1)</script>', 'HTML'],
    ['[x](javascript:alert(1))', 'a link leads to'],
    ['```http visitor=alice\nGET\n```', 'en.md'],
  ] as const) {
    await typeAtEnd(instructor, text)
    await expect(mistakes.getByRole('button').filter({ hasText: words }).first()).toBeVisible()
    await instructor.getByRole('button', { name: 'Discard changes' }).click()
    await expect(instructor.getByText('No mistakes found')).toBeVisible()
  }
  await typeAtEnd(instructor, '::restrat')
  await mistakes.getByRole('button').first().click()
  await expect(source(instructor)).toBeFocused()
  await publish(instructor)
  await expect(instructor.getByText(/Kept as a draft, because of 1 mistake/)).toBeVisible()
  expect(await readFile(join(desk.lessons, '03-card/en.md'), 'utf8')).not.toContain('restrat')
})

test('a transcript that does not hold is found by the check before anything is saved', async ({ instructor, desk }) => {
  await instructor.goto(`${desk.origin}/en/teach`)
  await expect(instructor.getByText(/draft of/)).toBeVisible()
  await openDraftless(instructor, desk.origin)
  await typeAtEnd(instructor, '```http visitor=zoe\nGET /\n\nHTTP/1.1 418\n```')
  await instructor.getByRole('button', { name: '中文', exact: true }).first().click()
  await typeAtEnd(instructor, '```http visitor=zoe\nGET /\n\nHTTP/1.1 418\n```')
  await publish(instructor)
  await expect(instructor.getByText(/Kept as a draft, because of 2 mistakes/)).toBeVisible({ timeout: 60_000 })
  await expect(instructor.getByRole('region', { name: 'Mistakes' })).toContainText('expects "418", got "200"')
})

/** Discards the draft that is there, and begins with the lesson. */
async function openDraftless(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/en/teach/card`)
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await expect(source(page)).toBeVisible()
  await expect(page.getByText('No mistakes found')).toBeVisible()
}

test('what is typed survives a reload', async ({ instructor, desk }) => {
  await openDraftless(instructor, desk.origin)
  await typeAtEnd(instructor, 'Typed, not saved.')
  await expect(instructor.getByText('not saved yet')).toBeVisible()
  await instructor.reload()
  await instructor.getByRole('button', { name: 'English', exact: true }).click()
  await expect(instructor.getByText('This is what you had typed and not saved.')).toBeVisible()
  await expect(instructor.getByRole('region', { name: 'As students see it' })).toContainText('Typed, not saved.')
})

test('signing out in another tab costs no text: the password is asked for in place', async ({
  instructor,
  desk,
  context,
}) => {
  await openDraftless(instructor, desk.origin)
  await typeAtEnd(instructor, 'Written before signing out.')
  const other = await context.newPage()
  await other.goto(`${desk.origin}/en/teach`)
  await other.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(other.getByLabel('Password')).toBeVisible()
  await other.close()

  await instructor.getByRole('button', { name: 'Keep as draft' }).click()
  const dialog = instructor.getByRole('dialog', { name: 'You are signed out' })
  await dialog.getByLabel('Password').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(instructor.getByText('Kept as a draft. Students keep what they have.')).toBeVisible()
})

test('a conflict shows both versions and loses neither', async ({ instructor, desk }) => {
  await openDraftless(instructor, desk.origin)
  await typeAtEnd(instructor, 'My version.')
  const file = join(desk.lessons, '03-card/en.md')
  await writeFile(file, `${await readFile(file, 'utf8')}\nTheir version.\n`)
  await publish(instructor)
  const dialog = instructor.getByRole('dialog', { name: 'The lesson has changed meanwhile' })
  await expect(dialog.getByRole('textbox', { name: 'Your text, en.md' })).toHaveValue(/My version\./, {
    timeout: 60_000,
  })
  await expect(dialog.getByRole('textbox', { name: 'What there is now, en.md' })).toHaveValue(/Their version\./)
  await dialog.getByRole('button', { name: 'Go on with these' }).click()
  await publish(instructor)
  await expect(instructor.getByText('Published. Students have it now.')).toBeVisible({ timeout: 60_000 })
  expect(await readFile(file, 'utf8')).toContain('My version.')

  await instructor.getByRole('button', { name: 'Former versions' }).click()
  const history = instructor.getByRole('dialog', { name: 'Former versions' })
  await history
    .getByRole('button', { name: /^Put the version of/ })
    .first()
    .click()
  await expect(instructor.getByRole('region', { name: 'As students see it' })).toContainText('Their version.')
  await publish(instructor)
  await expect.poll(() => readFile(file, 'utf8'), { timeout: 60_000 }).toContain('Their version.')
})

test('lessons are made, duplicated, renamed, deleted and brought back', async ({ instructor, desk }) => {
  await instructor.goto(`${desk.origin}/en/teach`)
  const dialog = instructor.getByRole('dialog')
  await instructor.getByRole('button', { name: 'New lesson' }).click()
  await dialog.getByLabel(/^Slug/).fill('Not A Slug')
  await dialog.getByRole('button', { name: 'Make it' }).click()
  await expect(dialog.getByRole('alert')).toHaveText(/That is no slug/)
  await dialog.getByLabel(/^Slug/).fill('fresh')
  await dialog.getByRole('button', { name: 'Make it' }).click()
  await expect(instructor.getByText('04-fresh')).toBeVisible()
  await expect(instructor.getByText('no mistakes')).toHaveCount(2)

  await instructor.getByRole('button', { name: 'Duplicate fresh' }).click()
  await dialog.getByLabel(/^Slug/).fill('copied')
  await dialog.getByRole('button', { name: 'Duplicate', exact: true }).click()
  await expect(instructor.getByText('05-copied')).toBeVisible()

  await instructor.getByRole('button', { name: 'Rename copied' }).click()
  await dialog.getByLabel(/^Slug/).fill('renamed')
  await dialog.getByLabel(/^Number/).fill('06')
  await dialog.getByRole('button', { name: 'Rename', exact: true }).click()
  await expect(instructor.getByText('06-renamed')).toBeVisible()

  await instructor.getByRole('button', { name: 'Delete renamed' }).click()
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(instructor.getByRole('heading', { name: 'Deleted lessons' })).toBeVisible()
  await instructor.getByRole('button', { name: 'Bring renamed back' }).click()
  await expect(instructor.getByRole('heading', { name: 'Deleted lessons' })).toBeHidden()
  await expect(instructor.getByText('06-renamed')).toBeVisible()

  // The old address leads to the lesson under its new slug.
  await instructor.goto(`${desk.origin}/en/lessons/copied`)
  await expect(instructor).toHaveURL(`${desk.origin}/en/lessons/renamed`)
})
