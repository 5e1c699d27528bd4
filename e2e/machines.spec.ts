import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './pages/fixtures'

test('a file is written, torn by a power failure, and put right by hand', async ({ lesson, page }) => {
  const { files, timeline } = lesson
  const rows = files.getByRole('list', { name: 'Files on the disk' }).getByRole('listitem')
  await lesson.open('file-store')
  await expect(files).toContainText('No files yet.')

  await lesson.newVisitor.click()
  await lesson.visit('alice', '/add?item=comb')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('sessions/')
  await lesson.visit('alice', '/add?item=soap')
  await expect(rows).toContainText('changed')
  await expect(files).toContainText('added: "cart": ["comb","soap"]')
  await files.getByRole('button', { name: 'Content', exact: true }).click()
  await expect(files).toContainText('"cart": ["comb","soap"]')
  expect((await new AxeBuilder({ page }).include('[data-playground-panel="files"]').analyze()).violations).toEqual([])

  await files.getByRole('button', { name: 'Power failure in the next write' }).click()
  await expect(files.getByRole('status')).toContainText('A power failure is armed.')
  await lesson.visit('alice', '/add?item=brush')
  await expect(rows).toContainText('half-written')
  await expect(files).toContainText('What is left is no JSON')
  await expect(files.getByRole('status')).toBeEmpty()
  await expect(lesson.openExchange).toContainText('connection reset')

  await lesson.restart.click()
  await lesson.visit('alice', '/basket')
  await expect(lesson.exchangeRows.last()).toContainText('connection reset')

  await files.getByRole('button', { name: /^Edit .* by hand$/ }).click()
  await files.getByRole('textbox', { name: /^Content of / }).fill('{"cookie":{},"cart":["wig"]}')
  await files.getByRole('button', { name: 'Save' }).click()
  await expect(rows).toContainText('by hand')
  await expect(timeline).toContainText('sessions/‹alice’s connect.sid›.json')
  await lesson.restart.click()
  await lesson.visit('alice', '/basket')
  await expect(lesson.view('alice')).toContainText('wig')

  await files.getByRole('button', { name: /^Delete .* by hand$/ }).click()
  await expect(files.getByRole('list', { name: 'Files on the disk' })).toContainText('removed')
})

test('servers are added, stopped and started again, and each answer says whose it is', async ({ lesson, page }) => {
  const { timeline } = lesson
  await lesson.open('file-store')
  await lesson.newVisitor.click()
  await lesson.visit('alice', '/add?item=comb')
  await expect(lesson.exchangeRows.last()).not.toContainText('server-')

  await timeline.getByRole('button', { name: '1 server', exact: true }).click()
  const servers = page.getByRole('dialog', { name: 'Servers' })
  await servers.getByRole('button', { name: 'Add a server' }).click()
  await expect(servers.getByRole('listitem')).toHaveText([/server-1.*listens on/, /server-2.*listens on/])
  expect((await new AxeBuilder({ page }).include('[role="dialog"]').analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(servers).toBeHidden()

  await lesson.visit('alice', '/basket')
  await expect(lesson.exchangeRows.last()).toContainText('server-2')
  await expect(lesson.view('alice')).toContainText('comb')

  await timeline.getByRole('button', { name: '2/2 servers' }).click()
  await servers.getByRole('button', { name: 'Stop server-2' }).click()
  await expect(servers.getByRole('listitem').last()).toContainText('stopped')
  await page.keyboard.press('Escape')
  await lesson.visit('alice', '/basket')
  await expect(lesson.exchangeRows.last()).toContainText('server-1')

  await timeline.getByRole('button', { name: '1/2 servers' }).click()
  await servers.getByRole('button', { name: 'Start server-2 again' }).click()
  await servers.getByRole('radio', { name: /^Sticky/ }).check()
  await page.keyboard.press('Escape')
  await lesson.visit('alice', '/basket')
  await expect(lesson.exchangeRows.last()).toContainText('server-2')
  await lesson.visit('alice', '/basket')
  await expect(lesson.exchangeRows).toHaveCount(6)
  await expect(lesson.exchangeRows.last()).toContainText('server-2')
})
