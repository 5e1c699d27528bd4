import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './pages/fixtures'
import type { LessonPage } from './pages/lesson-page'

/** A login with a signed session cookie, and nothing else. */
const LOGIN = `const express = require('express')
const session = require('express-session')
const app = express()
app.use(session({ secret: 'zfpx', resave: false, saveUninitialized: true }))
app.get('/login', (req, res) => { req.session.user = req.query.user; res.redirect('/') })
app.get('/', (req, res) => res.send('hello ' + (req.session.user || 'stranger')))
app.listen(9090)`

/** A new visitor comes, by keyboard. */
async function arrive(lesson: LessonPage, name = 'alice'): Promise<void> {
  await expect(lesson.newVisitor).toBeEnabled()
  await lesson.page.keyboard.press('Alt+KeyN')
  await expect(lesson.view(name)).toHaveText('hello stranger')
}

/** Opens a menu by keyboard and goes down to one of its items. */
async function choose({ page }: LessonPage, item: string): Promise<void> {
  const target = page.getByRole('menuitem', { name: item, exact: true })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  for (let presses = 0; presses < 10; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await expect(target).toBeFocused()
  await page.keyboard.press('Enter')
}

test('a session is hijacked by keyboard alone', async ({ lesson }) => {
  await lesson.openProgram(LOGIN)
  await arrive(lesson)
  await lesson.visit('alice', '/login?user=alice')
  await expect(lesson.view('alice')).toHaveText('hello alice')
  await arrive(lesson, 'bob')

  await lesson.jar.getByRole('tab', { name: 'alice' }).click()
  await lesson.jar.getByRole('button', { name: 'More for connect.sid' }).focus()
  await choose(lesson, 'bob')
  await expect(lesson.jar.getByRole('tab', { name: 'bob' })).toHaveAttribute('aria-selected', 'true')
  await expect(lesson.jar).toContainText('Copied by hand from alice’s jar')
  await lesson.reload('bob')
  await expect(lesson.view('bob')).toHaveText('hello alice')
})

test('a signature that was tampered with makes a stranger', async ({ lesson, page }) => {
  await lesson.openProgram(LOGIN)
  await arrive(lesson)
  await lesson.visit('alice', '/login?user=alice')
  await expect(lesson.view('alice')).toHaveText('hello alice')
  await lesson.jar.getByRole('button', { name: 'More for connect.sid' }).focus()
  await choose(lesson, 'Take the signature off')
  await expect(lesson.jar).toContainText('Its signature was taken off by hand')
  // What is not signed has nothing to tamper with.
  await lesson.jar.getByRole('button', { name: 'More for connect.sid' }).press('Enter')
  await expect(page.getByRole('menuitem', { name: 'a new visitor' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Change the signature' })).toBeHidden()
  await page.keyboard.press('Escape')
  await lesson.reload('alice')
  await expect(lesson.view('alice')).toHaveText('hello stranger')
})

test('an incognito window forgets, a clone is the same person, another site gets nowhere with Strict', async ({
  lesson,
  page,
}) => {
  await lesson.openProgram(
    LOGIN.replace('saveUninitialized: true', "saveUninitialized: true, cookie: { sameSite: 'strict', maxAge: 60000 }"),
  )
  await expect(lesson.newVisitor).toBeEnabled()
  await page.getByRole('button', { name: 'Another kind of visitor' }).focus()
  await choose(lesson, 'Incognito window')
  await expect(lesson.window('alice')).toContainText('incognito')
  await expect(lesson.view('alice')).toHaveText('hello stranger')
  await lesson.visit('alice', '/login?user=alice')
  await expect(lesson.view('alice')).toHaveText('hello alice')

  await lesson.window('alice').getByRole('button', { name: 'More for alice’s browser' }).focus()
  await choose(lesson, 'Clone this browser')
  await expect(lesson.view('bob')).toHaveText('hello alice')

  await lesson.window('bob').getByRole('button', { name: 'More for bob’s browser' }).focus()
  await choose(lesson, 'Arrive from another site…')
  await expect(page.getByRole('radio', { name: /^a link/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(lesson.view('bob')).toHaveText('hello stranger')

  await lesson.window('alice').getByRole('button', { name: 'Close alice’s browser' }).press('Enter')
  await lesson.jar.getByRole('tab', { name: 'alice' }).click()
  await expect(lesson.jar).toContainText('It forgets everything')
})

test('a cookie is added by hand, and a browser of 1997 has room for 20', async ({ lesson, page }) => {
  await lesson.openProgram(LOGIN)
  await expect(lesson.newVisitor).toBeEnabled()
  await page.getByRole('button', { name: 'Another kind of visitor' }).focus()
  await choose(lesson, 'A browser of 1997')
  await expect(lesson.jar).toContainText('1 of 20 cookies of localhost')
  await lesson.jar.getByRole('button', { name: 'Add a cookie to alice’s jar' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Name')).toBeFocused()
  for (let n = 1; n <= 20; n++) {
    await dialog.getByLabel('Name').fill(`c${n}`)
    await page.keyboard.press('Enter')
    await expect(lesson.jar.getByRole('tab', { name: `alice ${Math.min(n + 1, 20)}` })).toBeVisible()
  }
  await expect(dialog.getByRole('status')).toContainText('It breaks no rule, so it is kept.')
  await dialog.getByLabel('Name').fill('')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toContainText('Neither a name nor a value')
  await page.keyboard.press('Escape')
  await expect(lesson.jar).toContainText('20 of 20 cookies of localhost')
  await expect(lesson.jar).not.toContainText('connect.sid')
})

test('https is one press away, and the attacker serves nothing', async ({ lesson }) => {
  await lesson.openProgram(LOGIN)
  await arrive(lesson)
  await lesson.window('alice').getByRole('button', { name: 'Ask over https, alice' }).press('Enter')
  await expect(lesson.openExchange).toContainText('X-Forwarded-Proto: https')
  await lesson.window('alice').getByRole('button', { name: 'Ask over plain http, alice' }).press('Enter')
  await expect(lesson.openExchange).not.toContainText('X-Forwarded-Proto')
  await lesson.visit('alice', 'https://evil.example/')
  await expect(lesson.window('alice')).toContainText('evil.example is the attacker’s.')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing: menus and dialogs, ${colorScheme}`, () => {
    test.describe.configure({ timeout: 60_000 })
    test.use({ colorScheme, viewport: { width: 1440, height: 900 } })

    test('en', async ({ lesson, page }) => {
      const look = async (what: string) => {
        const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          what,
        ).toEqual([])
      }
      await lesson.openProgram(LOGIN)
      await expect(lesson.newVisitor).toBeEnabled()
      await page.getByRole('button', { name: 'Another kind of visitor' }).press('Enter')
      await look('kinds of visitors')
      await page.keyboard.press('Enter')
      await expect(lesson.newVisitor).toBeEnabled()
      await page.getByRole('button', { name: 'Another kind of visitor' }).focus()
      await choose(lesson, 'A browser of 1997')
      await lesson.jar.getByRole('button', { name: 'More for connect.sid' }).press('Enter')
      await look('menu of a cookie')
      await page.keyboard.press('Escape')
      await lesson.jar.getByRole('button', { name: 'Add a cookie to bob’s jar' }).press('Enter')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog').getByRole('status')).toContainText('refused')
      await look('adding a cookie')
      await page.keyboard.press('Escape')
      await lesson.window('bob').getByRole('button', { name: 'More for bob’s browser' }).press('Enter')
      await page.keyboard.press('Enter')
      await look('arriving from another site')
    })
  })
}
