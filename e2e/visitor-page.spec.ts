import { expect, test } from './pages/fixtures'
import { hostileProgram } from './visitor-page/hostile-page'

test('the page of a visitor reaches neither our server nor the network', async ({
  lesson,
  page,
  context,
  baseURL,
  problems,
}) => {
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  await lesson.openProgram(hostileProgram(baseURL ?? ''))
  const title = await page.title()
  const address = page.url()
  await lesson.newVisitor.click()
  const view = lesson.view('alice')
  const home = async () => {
    await lesson.visit('alice', 'localhost:9090/')
    await expect(view).toContainText('probe page')
  }
  await expect(view).toContainText('probe page')
  // Only the page itself was asked for, in the world as well: what it refers to comes to nothing.
  await expect(lesson.exchangeRows).toHaveCount(1)

  await test.step('links and forms become requests of this visitor', async () => {
    const ways = [
      { role: 'link', name: 'a link', sees: 'GET /probe/link {}' },
      { role: 'link', name: 'a new window', sees: 'GET /probe/blank {}' },
      { role: 'link', name: 'svg', sees: 'GET /probe-svg-link {}' },
      { role: 'button', name: 'search', sees: 'GET /probe/search?q=1+2 {}' },
      { role: 'button', name: 'log in', sees: 'POST /probe/login {"user":"älice"}' },
    ] as const
    for (const { role, name, sees } of ways) {
      await view.getByRole(role, { name, exact: true }).click()
      await expect(view, name).toHaveText(sees)
      await home()
    }
  })

  await test.step('our own server is not in the visitor’s world', async () => {
    for (const [role, name] of [
      ['link', 'our own server'],
      ['button', 'elsewhere'],
    ] as const) {
      await view.getByRole(role, { name, exact: true }).click()
      await expect(lesson.window('alice'), name).toContainText('Nothing listens at')
      await home()
    }
  })

  await test.step('what leads nowhere does nothing', async () => {
    const before = await lesson.exchangeRows.count()
    await view.getByText('a javascript link').click()
    await view.getByText('a data link').click()
    await view.getByRole('button', { name: 'a handler' }).click()
    // Dropped on the page around the window, a link would take that page along.
    const link = view.getByRole('link', { name: 'a link', exact: true })
    const mayBeDragged = await link.evaluate((element) =>
      element.dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true })),
    )
    expect(mayBeDragged).toBe(false)
    await expect(view).toContainText('probe page')
    await expect(lesson.exchangeRows).toHaveCount(before)
  })

  await test.step('the policy that the frame began with holds for the pages that came into it later', async () => {
    await view.evaluate((body) => {
      const image = body.ownerDocument.createElement('img')
      image.src = '/refused.png'
      body.append(image)
    })
    // The browser says so in the console, which is the point here.
    const isRefusal = (problem: string) => problem.includes('Content Security Policy')
    await expect.poll(() => problems.filter(isRefusal)).toHaveLength(1)
    problems.splice(problems.findIndex(isRefusal), 1)
  })

  expect(page.url()).toBe(address)
  expect(await page.title()).toBe(title)
  expect(context.pages()).toHaveLength(1)
  expect(asked.filter((url) => url.includes('probe'))).toEqual([])
})
