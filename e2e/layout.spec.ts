import { expect, test } from './pages/fixtures'

test.use({ viewport: { width: 1440, height: 900 } })

for (const { slug, first, other } of [
  { slug: 'file-store', first: 'Files', other: 'Session table' },
  { slug: 'redis-store', first: 'Redis', other: 'Session table' },
]) {
  test(`what servers keep shares a place, and no page scrolls (${slug})`, async ({ page }) => {
    await page.goto(`/en/lessons/${slug}`)
    const panel = (name: string) => page.getByRole('region', { name, exact: true })
    await expect(panel('Visitors').getByRole('button', { name: 'New visitor' })).toBeEnabled()
    for (const name of ['Lesson', 'Code', 'Visitors', 'Cookie jar', first, 'HTTP exchanges', 'Timeline', 'Console']) {
      await expect(panel(name)).toBeInViewport({ ratio: 0.99 })
    }
    const beyond = await page.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement
      return [scrollHeight - clientHeight, scrollWidth - clientWidth]
    })
    expect(beyond).toEqual([0, 0])

    const tabs = page.getByRole('tablist', { name: 'What the servers keep' })
    await tabs.getByRole('tab', { name: first }).press('ArrowRight')
    await expect(panel(other)).toBeInViewport({ ratio: 0.99 })
    await expect(panel(first)).toBeHidden()
  })
}
