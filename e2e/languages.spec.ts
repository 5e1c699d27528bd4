import { expect, test } from './pages/fixtures'

const CHINESE = /\p{Script=Han}/u

for (const { locale, path, tag } of [
  { locale: 'zh-CN', path: '/zh', tag: 'zh-Hans' },
  { locale: 'en-GB', path: '/en', tag: 'en' },
  { locale: 'fr-FR', path: '/en', tag: 'en' },
]) {
  test.describe(`a browser in ${locale}`, () => {
    test.use({ locale })

    test(`is led to ${path}`, async ({ page }) => {
      await page.goto('/')
      await expect(page).toHaveURL(path)
      await expect(page.locator('html')).toHaveAttribute('lang', tag)
      await page.goto('/lessons/card')
      await expect(page).toHaveURL(`${path}/lessons/card`)
      await expect(page.locator('html')).toHaveAttribute('lang', tag)
    })
  })
}

test('the switch keeps the place: the same page, the same work', async ({ lesson, chinese, page }) => {
  await lesson.open()
  await lesson.newVisitor.click()
  await lesson.reload('alice')
  await expect(lesson.view('alice')).toHaveText(lesson.words.left(90))

  await page.getByRole('link', { name: '中文' }).click()
  await expect(page).toHaveURL('/zh/lessons/card')
  await expect(chinese.view('alice')).toHaveText(chinese.words.left(90))
  await expect(chinese.rows).toContainText('{balance: 90}')

  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL('/en/lessons/card')
  await expect(lesson.view('alice')).toHaveText(lesson.words.left(90))
})

test('in English there is no Chinese but the name of the other language', async ({ lesson, page }) => {
  await lesson.open()
  await lesson.newVisitor.click()
  await lesson.restart.click()
  await lesson.reload('alice')
  await expect(lesson.view('alice')).toHaveText(lesson.words.welcome)
  for (const path of ['/en/lessons/card', '/en']) {
    if (path === '/en') await page.goto(path)
    const text = (await page.locator('body').innerText()).replace('中文', '')
    expect(text.split('\n').filter((line) => CHINESE.test(line))).toEqual([])
  }
})

test('in Chinese, what is read and what is called is Chinese', async ({ chinese, page }) => {
  await chinese.open()
  await chinese.newVisitor.click()
  await chinese.restart.click()
  await chinese.reload('alice')
  await expect(chinese.view('alice')).toHaveText(chinese.words.welcome)
  const english = await page.evaluate(englishWords)
  expect(english).toEqual([])
  await page.goto('/zh')
  expect(await page.evaluate(englishWords)).toEqual([])
})

/** Names of buttons, links, headings and fields, and titles, that have no Chinese in them although they are words. */
function englishWords(): string[] {
  const found = []
  for (const element of document.querySelectorAll(
    'button, a, h1, h2, h3, h4, input, [aria-label], [title], label, legend',
  )) {
    if (element.closest('code, pre, .monaco-editor, [lang=en], table')) continue
    const name = element.getAttribute('aria-label') ?? (element.textContent || element.getAttribute('title')) ?? ''
    // Names of visitors and files, numbers, and the field's own terms are the same in both languages.
    const words = name.replace(
      /alice|GET|server\.js|document\.cookie|localhost:9090|Barbershop|Path=|localhost|HTTP|Cookie|Session|RFC/gi,
      '',
    )
    if (/[a-z]{4,}/i.test(words) && !/\p{Script=Han}/u.test(name)) found.push(`${element.localName}: ${name}`)
  }
  return found
}
