import { FAULTS } from './faults/faults'
import { REPLACING, UNDONE } from './faults/replaced'
import { expect, test } from './pages/fixtures'
import { LISTING } from './support/listing'

test('each fault of student code is said plainly, and the next run starts clean', async ({ lesson }) => {
  // One page for all: what one program leaves behind would meet the next.
  test.setTimeout(120_000)
  await lesson.open()
  for (const { name, program, atStart, says, place, sees } of FAULTS) {
    await test.step(name, async () => {
      await lesson.write(program)
      if (atStart) await expect(lesson.notice, name).toContainText(says)
      await lesson.newVisitor.click()
      await expect(lesson.notice, name).toContainText(says)
      // None of them replaces anything that is built in.
      await expect(lesson.notice, name).not.toContainText('has changed')
      if (place !== undefined) await expect(lesson.notice.getByRole('button', { name: place }), name).toBeVisible()
      if (sees !== undefined) await expect(lesson.window('alice'), name).toContainText(sees)

      await lesson.code.getByRole('button', { name: 'Reset lesson' }).click()
      await expect(lesson.notice, name).toBeEmpty()
      await lesson.newVisitor.click()
      await expect(lesson.view('alice'), name).toHaveText(lesson.words.welcome)
      await expect(lesson.rows, name).toContainText('{balance: 100}')
      await lesson.code.getByRole('button', { name: 'Reset lesson' }).click()
      await expect(lesson.window('alice'), name).toHaveCount(0)
    })
  }
})

test('endless timers are stopped once the clock moves on', async ({ lesson }) => {
  await lesson.openProgram(`require('http').createServer((req, res) => {
  const again = () => setTimeout(again, 0)
  again()
  res.end('counting')
}).listen(9090)`)
  await lesson.newVisitor.click()
  await expect(lesson.view('alice')).toHaveText('counting')
  await lesson.timeline.getByRole('button', { name: 'Advance the clock by 1 day' }).click()
  await expect(lesson.notice).toContainText('Timers or promises kept making new ones without end', { timeout: 20_000 })
  await expect(lesson.notice.getByRole('button', { name: 'server.js:2' })).toBeVisible()
  await lesson.notice.getByRole('button', { name: 'Restart server' }).click()
  await expect(lesson.notice).toBeEmpty()
})

test('what pollutes built-ins is gone after a restart', async ({ lesson }) => {
  await lesson.openProgram(`const http = require('http')
console.log('start', Object.prototype.mine, [3, 1].map((n) => n).length, JSON.parse('2'))
http.createServer((req, res) => {
  Object.prototype.mine = 'left over'
  Array.prototype.map = () => ({ length: -1 })
  JSON.parse = () => 'mine'
  res.end('polluted')
}).listen(9090)`)
  await lesson.newVisitor.click()
  await expect(lesson.view('alice')).toHaveText('polluted')
  await lesson.restart.click()
  await expect(lesson.console.getByText('start undefined 2 2')).toHaveCount(2)
  await expect(lesson.console.getByRole('listitem')).toHaveCount(2)
})

for (const { name, program, says, place } of REPLACING) {
  test(`a program that replaces a built-in, ${name}, is told so, and runs again without that line`, async ({
    lesson,
  }) => {
    await lesson.openProgram(program)
    await lesson.newVisitor.click()
    await lesson.newVisitor.click()
    for (const words of says) await expect(lesson.notice).toContainText(words)
    await expect(lesson.notice).not.toContainText('Barbershop itself failed')
    await expect(lesson.notice.getByRole('button', { name: place }).first()).toBeVisible()

    await lesson.write(UNDONE)
    await expect(lesson.notice).toBeEmpty()
    await lesson.newVisitor.click()
    await expect(lesson.view('carol')).toHaveText('here')
  })
}

test.describe('a program that no guard can stop', () => {
  const HANGS = `require('http').createServer((req, res) => {
  res.end(String(/(a+)+$/.test('a'.repeat(40) + 'b')))
}).listen(9090)`

  test('is ended from outside; meanwhile the page answers', async ({ lesson, page }) => {
    await lesson.openProgram(HANGS)
    await lesson.newVisitor.click()
    await expect(lesson.exchangeRows).toContainText('under way')

    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(lesson.exchangeRows).toContainText('under way')

    await expect(lesson.notice).toContainText('did not come back, so it was ended', { timeout: 15_000 })
    await expect(lesson.notice).toContainText('It happened during alice’s GET /.')
    await expect(lesson.newVisitor).toBeDisabled()
  })

  test('does not run again by itself: not by an edit, not on return', async ({ lesson, page }) => {
    await lesson.openProgram(HANGS)
    await lesson.newVisitor.click()
    await expect(lesson.notice).toContainText('did not come back', { timeout: 15_000 })

    await lesson.write(LISTING)
    await expect(lesson.code.getByRole('tab', { name: 'server.js (edited)' })).toHaveCount(0)
    await expect(lesson.notice).toContainText('did not come back')
    await expect(lesson.newVisitor).toBeDisabled()

    await page.reload()
    await expect(lesson.notice).toContainText('nothing runs by itself now')
    await expect(lesson.exchangeRows).toHaveCount(0)

    await lesson.notice.getByRole('button', { name: 'Run without the last action' }).click()
    await expect(lesson.notice).toBeEmpty()
    await expect(lesson.newVisitor).toBeEnabled()
    await expect(lesson.exchangeRows).toHaveCount(0)
  })
})
