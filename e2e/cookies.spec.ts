import { expect, test } from './pages/fixtures'

test('a visit of a student sets no cookie of our own site', async ({ lesson, page, context }) => {
  const handedOut: string[] = []
  page.on('response', async (response) => {
    if ((await response.headerValue('set-cookie')) !== null) handedOut.push(response.url())
  })
  await page.goto('/')
  await lesson.open()
  await lesson.newVisitor.click()
  await expect(lesson.jar).toContainText('connect.sid')
  await lesson.reload('alice')
  await expect(lesson.view('alice')).toHaveText(lesson.words.left(90))
  await page.getByRole('link', { name: '中文' }).click()
  await expect(page).toHaveURL('/zh/lessons/card')
  await page.getByRole('link', { name: 'Barbershop' }).click()
  await expect(page).toHaveURL('/zh')

  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => document.cookie)).toBe('')
  expect(handedOut).toEqual([])
})

test('no request leaves the origin, and none tells what the student does', async ({ lesson, page, baseURL }) => {
  const asked: URL[] = []
  page.on('request', (request) => asked.push(new URL(request.url())))
  await lesson.open()
  await lesson.newVisitor.click()
  await expect(lesson.view('alice')).toHaveText(lesson.words.welcome)
  await lesson.visit('alice', '/told-to-nobody')
  await expect(lesson.exchangeRows.last()).toContainText('GET /told-to-nobody')

  expect(asked.length).toBeGreaterThan(3)
  expect(asked.filter(({ origin, protocol }) => protocol.startsWith('http') && origin !== baseURL)).toEqual([])
  expect(asked.filter(({ href }) => href.includes('told-to-nobody'))).toEqual([])
})
