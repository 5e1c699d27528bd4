import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './pages/fixtures'

/** The Redis panel of the lesson about the Redis store. */
const parts = (page: import('@playwright/test').Page) => {
  const redis = page.getByRole('region', { name: 'Redis', exact: true })
  return {
    redis,
    keys: redis.getByRole('list', { name: 'Keys' }).getByRole('listitem'),
    line: redis.getByRole('textbox', { name: 'A command for redis-cli' }),
    answer: redis.getByRole('log', { name: 'Typed by hand' }),
  }
}

test('a session is a key in Redis: it is read, given a time to live, and deleted by hand', async ({ lesson, page }) => {
  const { redis, keys, line, answer } = parts(page)
  await lesson.open('redis-store')
  await expect(redis).toContainText('No keys yet.')

  await lesson.newVisitor.click()
  await expect(keys).toHaveCount(1)
  await expect(keys).toContainText('"visit":1')
  await expect(keys).toContainText('stays')
  await lesson.visit('alice', '/visit')
  await expect(keys).toContainText('"visit":2')
  await expect(keys).toContainText('changed')

  await line.fill('TTL {alice/connect.sid}')
  await line.press('Enter')
  await expect(answer).toContainText('(integer) -1')
  await line.press('ArrowUp')
  await expect(line).toHaveValue(/^TTL /)
  await line.fill('EXPIRE {alice/connect.sid} 90')
  await line.press('Enter')
  await expect(keys).toContainText('in 1 min 30 sec')
  await lesson.timeline.getByRole('button', { name: 'Advance the clock by 1 minute' }).click()
  await expect(keys).toContainText('in 30 sec')
  await line.fill('LPUSH {alice/connect.sid} "open')
  await line.press('Enter')
  await expect(redis).toContainText('A quote is left open.')

  await redis.getByRole('tab', { name: 'Commands' }).click()
  await expect(redis.getByRole('tabpanel')).toContainText('> get')
  await expect(redis.getByRole('tabpanel')).toContainText('On behalf of no exchange')
  expect((await new AxeBuilder({ page }).include('[data-playground-panel="redis"]').analyze()).violations).toEqual([])
  await redis.getByRole('tab', { name: 'Keys' }).click()

  await keys.getByRole('button', { name: /^Delete .* by hand$/ }).click()
  await expect(keys).toContainText('deleted')
  await expect(lesson.timeline).toContainText('DEL ‹alice’s connect.sid›')
  await lesson.visit('alice', '/visit')
  await expect(keys).toHaveCount(1)
  await expect(keys).toContainText('"visit":1')
})

test('Redis is stopped under the program of the course, which ends of it, and started again', async ({
  lesson,
  page,
}) => {
  const { redis, keys, line } = parts(page)
  await lesson.open('redis-store')
  await lesson.newVisitor.click()
  await expect(keys).toHaveCount(1)
  await redis.getByRole('button', { name: /^Stop Redis/ }).click()
  await expect(redis.getByRole('status').first()).toContainText('Redis is stopped.')
  await expect(line).toBeDisabled()
  expect((await new AxeBuilder({ page }).include('[data-playground-panel="redis"]').analyze()).violations).toEqual([])

  await lesson.visit('alice', '/visit')
  await expect(lesson.openExchange).toContainText('connection reset')
  await redis.getByRole('button', { name: /^Start Redis/ }).click()
  await expect(line).toBeEnabled()
  await lesson.restart.click()
  await lesson.visit('alice', '/visit')
  await expect(keys).toContainText('"visit":2')
})

test('what a program needs and can not be fetched is said, and fetched when it runs again', async ({
  lesson,
  page,
  problems,
}) => {
  await page.route('**/runtime/redis-3-*.js', (route) => route.abort())
  await page.goto('/en/lessons/redis-store')
  await expect(lesson.notice).toContainText('could not be fetched')
  problems.splice(0)
  await page.unroute('**/runtime/redis-3-*.js')
  await lesson.notice.getByRole('button', { name: 'Run again' }).click()
  await expect(lesson.newVisitor).toBeEnabled()
  await lesson.newVisitor.click()
  await expect(parts(page).keys).toHaveCount(1)
})
