import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { SECRET } from './desk-server'
import { expect, test } from './fixtures'

test.describe.configure({ mode: 'serial', timeout: 60_000 })

const NAME = 'barbershop-progress'

async function cookieOf(context: BrowserContext) {
  return (await context.cookies()).find(({ name }) => name === NAME)
}

/** Does the first step of the lesson's text. */
async function doAStep(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/en/lessons/card`)
  await page.getByRole('button', { name: 'New visitor: alice' }).click()
  await expect(page.getByRole('region', { name: 'Cookie jar' })).toContainText('connect.sid')
}

test('a first page load sets no cookie, a step done sets one that scripts can’t read', async ({
  page,
  desk,
  context,
}) => {
  const handedOut: string[] = []
  page.on('response', async (response) => {
    if ((await response.headerValue('set-cookie').catch(() => null)) !== null) handedOut.push(response.url())
  })
  await page.goto(`${desk.origin}/`)
  await page.goto(`${desk.origin}/en/lessons/card`)
  await page.goto(`${desk.origin}/en/cookies`)
  await expect(page.getByText('You have none yet.')).toBeVisible()
  expect(await context.cookies()).toEqual([])
  expect(handedOut).toEqual([])

  await doAStep(page, desk.origin)
  await expect
    .poll(() => cookieOf(context))
    .toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: false, path: '/' })
  expect(await page.evaluate(() => document.cookie)).toBe('')
  const cookie = await cookieOf(context)
  expect(NAME.length + (cookie?.value.length ?? 0)).toBeLessThan(2000)
  expect(cookie?.value).not.toContain('card')
})

test('the page about cookies opens the seal; progress lost in the browser comes back from it', async ({
  page,
  desk,
  context,
}) => {
  await doAStep(page, desk.origin)
  await expect.poll(() => cookieOf(context)).toBeTruthy()
  await page.goto(`${desk.origin}/en/cookies`)
  await expect(page.getByRole('region', { name: 'Your own cookie' })).toContainText('"card": 1')

  await page.evaluate(() => localStorage.clear())
  await page.goto(`${desk.origin}/en`)
  await expect.poll(() => page.evaluate(() => localStorage.getItem('barbershop:progress:v2'))).toContain('"card":1')
})

test('after a change of secret it is sealed anew, and nothing is said', async ({ page, desk, context }) => {
  await doAStep(page, desk.origin)
  await expect.poll(() => cookieOf(context)).toBeTruthy()
  const before = (await cookieOf(context))?.value
  await desk.restart({ SESSION_SECRET: 'another secret of the tests that is long enough too' })
  await page.goto(`${desk.origin}/en`)
  await expect.poll(async () => (await cookieOf(context))?.value).not.toBe(before)
  await page.goto(`${desk.origin}/en/cookies`)
  await expect(page.getByRole('region', { name: 'Your own cookie' })).toContainText('"card": 1')
  await desk.restart({ SESSION_SECRET: SECRET })
})

test('work and progress are taken along, brought back elsewhere, and forgotten', async ({
  page,
  desk,
  browser,
  context,
}) => {
  await doAStep(page, desk.origin)
  await expect.poll(() => cookieOf(context)).toBeTruthy()
  await page.goto(`${desk.origin}/en/cookies`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export to a file' }).click(),
  ])
  const file = await readFile(await download.path(), 'utf8')
  expect(JSON.parse(file)).toMatchObject({
    format: 'barbershop',
    progress: { steps: { card: 1 } },
    work: { card: { story: [{ type: 'new-visitor' }] } },
  })

  const elsewhere = await browser.newPage()
  await elsewhere.goto(`${desk.origin}/en/cookies`)
  const choose = elsewhere.getByLabel('Import a file')
  await choose.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
  await expect(elsewhere.getByText('That is no file that was exported here.')).toBeVisible()
  await choose.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(file) })
  await expect(elsewhere.getByText('Imported.')).toBeVisible()
  await elsewhere.goto(`${desk.origin}/en/lessons/card`)
  await expect(elsewhere.getByRole('region', { name: 'Cookie jar' })).toContainText('connect.sid')
  await elsewhere.close()

  await page.getByRole('button', { name: 'Forget me' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Forget me' }).click()
  await expect(page.getByText('Everything is forgotten.')).toBeVisible()
  expect(await cookieOf(context)).toBeUndefined()
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test('with cookies refused everything works', async ({ browser, desk }) => {
  const context = await browser.newContext()
  // A browser that refuses cookies keeps none of what this answer carries, and the answer is as for a newcomer.
  await context.route('**/api/progress', (route) => route.fulfill({ json: { done: {}, steps: {} } }))
  const page = await context.newPage()
  await doAStep(page, desk.origin)
  await page.reload()
  await expect(page.getByRole('region', { name: 'Cookie jar' })).toContainText('connect.sid')
  expect(await context.cookies()).toEqual([])
  await context.close()
})
