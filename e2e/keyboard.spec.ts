import type { Locator } from '@playwright/test'
import { expect, test } from './pages/fixtures'
import type { LessonPage } from './pages/lesson-page'

test('the first exercise can be done by keyboard alone', async ({ lesson, page }) => {
  await lesson.open()
  const task = lesson.lesson.getByRole('region', { name: 'No balance below zero' })

  await page.keyboard.press('Alt+KeyN')
  await expect(lesson.view('alice')).toHaveText(lesson.words.welcome)

  await page.keyboard.press('F6')
  await expect(lesson.lesson).toBeFocused()
  await page.keyboard.press('F6')
  await expect(lesson.code).toBeFocused()
  await tabTo(lesson, lesson.editor)

  // To line 20, where the money is taken, and a question before it.
  await page.keyboard.press('ControlOrMeta+Home')
  await downToLine(lesson, 20)
  await page.keyboard.type("if(sessionObj.balance<10)return res.send('too little');")
  await page.keyboard.press('Enter')
  await expect(lesson.code.getByRole('tab', { name: 'server.js (edited)' })).toBeVisible()

  // The way out of the editor.
  await expect(lesson.code).toContainText('Esc, then Tab leaves the editor')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(lesson.editor).not.toBeFocused()

  await backTo(lesson, lesson.lesson)
  await tabTo(lesson, task.getByRole('button', { name: 'Check' }))
  await page.keyboard.press('Enter')
  await expect(task).toContainText('Done. Your program does all of it.')
  await expect(lesson.view('alice')).toHaveText(lesson.words.welcome)
})

test('? lists the shortcuts, Escape gives the focus back', async ({ lesson, page }) => {
  await lesson.open()
  await lesson.newVisitor.focus()
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(list).toContainText('New visitor')
  await expect(list).toContainText('Leave the code editor')
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(lesson.newVisitor).toBeFocused()
})

test('actions are taken back and done again by keyboard; a visitor’s page is used by it', async ({ lesson, page }) => {
  await lesson.openProgram(`require('http').createServer((req, res) => {
  res.setHeader('Content-Type', 'text/html')
  res.end('<a href="/next">next</a> at ' + req.url)
}).listen(9090)`)
  await page.keyboard.press('Alt+KeyN')
  const link = lesson.view('alice').getByRole('link', { name: 'next' })
  await expect(link).toBeVisible()
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(lesson.view('alice')).toContainText('at /next')
  await page.keyboard.press('Alt+KeyZ')
  await expect(lesson.view('alice')).toHaveText('next at /')
  await page.keyboard.press('Alt+Shift+KeyZ')
  await expect(lesson.view('alice')).toHaveText('next at /next')
})

/** Moves the caret down; long lines are wrapped, so how often the key is pressed depends on the editor's width. */
async function downToLine({ page, code }: LessonPage, line: number): Promise<void> {
  const number = code.locator('.active-line-number')
  for (let presses = 0; presses < 60; presses++) {
    if ((await number.innerText()) === String(line)) return
    await page.keyboard.press('ArrowDown')
    // The editor shows where the caret is with the next frame.
    await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))))
  }
  await expect(number).toHaveText(String(line))
}

/** Goes back from panel to panel. */
async function backTo({ page }: LessonPage, panel: Locator): Promise<void> {
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Shift+F6')
    if (await panel.evaluate((element) => element === document.activeElement)) return
  }
  await expect(panel).toBeFocused()
}

/** Presses Tab until something has the focus, as often as a patient person would. */
async function tabTo({ page }: LessonPage, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}
