import { expect, test } from './pages/fixtures'

test('a hidden panel that changed is marked until it is opened', async ({ lesson, page }) => {
  await lesson.open('file-store')
  const stores = page.getByRole('tablist', { name: 'What the servers keep' })
  const table = stores.getByRole('tab', { name: 'Session table' })
  const files = stores.getByRole('tab', { name: 'Files' })
  await expect(table).toHaveAccessibleName('Session table')

  await lesson.lesson.getByRole('button', { name: 'Send', exact: true }).first().click()
  await expect(table).toHaveAccessibleName('Session table changed')
  await expect(files).toHaveAccessibleName('Files')
  await table.click()
  await expect(table).toHaveAccessibleName('Session table')
  await expect(files).toHaveAccessibleName('Files')

  // A look changes nothing, and what a reload brings back is no news.
  await files.click()
  await expect(table).toHaveAccessibleName('Session table')
  await page.reload()
  await expect(lesson.view('alice')).toContainText('comb')
  await expect(table).toHaveAccessibleName('Session table')
})

test('so it is where all panels are behind tabs', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto('/zh/lessons/card')
  const tab = (name: string) =>
    page.getByRole('tablist', { name: '面板' }).getByRole('tab', { name: new RegExp(`^${name}`) })
  await page.getByRole('button', { name: '发送', exact: true }).first().click()
  for (const name of ['访客', 'Cookie 罐', '会话表', 'HTTP 往来', '时间线']) {
    await expect(tab(name)).toHaveAccessibleName(`${name} 有变化`)
  }
  await expect(tab('控制台')).toHaveAccessibleName('控制台')
  await tab('会话表').click()
  await expect(tab('会话表')).toHaveAccessibleName('会话表')
  await expect(tab('Cookie 罐')).toHaveAccessibleName('Cookie 罐 有变化')
})

test('a jar full of cookies shows the newest, and all when asked', async ({ lesson }) => {
  await lesson.open('cookie-vs-session')
  const requests = lesson.lesson
    .locator('div')
    .filter({ has: lesson.page.locator(':scope > p', { hasText: /^dave GET/ }) })
  await requests.filter({ hasText: '/stickers?from=1&to=180' }).first().getByRole('button', { name: 'Send' }).click()
  const cards = lesson.jar.getByRole('button', { name: /^Delete / })
  await expect(lesson.jar).toContainText('180 cookies; here are the 25 that were set last')
  await expect(cards).toHaveCount(25)
  await expect(cards.last()).toHaveAccessibleName('Delete sticker180')
  await lesson.jar.getByRole('button', { name: 'Show all' }).click()
  await expect(cards).toHaveCount(180)
  const fewer = lesson.jar.getByRole('button', { name: 'Show the last 25 only' })
  await expect(fewer).toBeFocused()
  await fewer.click()
  await expect(cards).toHaveCount(25)
})
