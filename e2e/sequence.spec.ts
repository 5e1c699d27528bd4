import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './pages/fixtures'
import type { LessonPage } from './pages/lesson-page'
import { StoryPicture } from './pages/story-picture'

/** The lesson’s story up to the restart, in sentences; `#a` and `#b` stand for the short names of two sessions. */
const STORY = {
  en: [
    'alice opens a browser.',
    'Exchange 1: alice sends GET / to SERVER. It carries no cookie.',
    'SERVER writes a new row into sessions: #a {balance: 100}.',
    'SERVER answers alice in exchange 1: 200 OK. The response sets connect.sid #a.',
    'Exchange 2: alice sends GET / to SERVER. It carries connect.sid #a.',
    'SERVER changes a row in sessions: #a {balance: 90}.',
    'SERVER answers alice in exchange 2: 200 OK.',
    'SERVER ends for the restart. What was in its memory is gone.',
    'SERVER starts. Its memory is empty.',
    'Exchange 3: alice sends GET / to SERVER. It carries connect.sid #a.',
    'SERVER writes a new row into sessions: #b {balance: 100}.',
    'SERVER answers alice in exchange 3: 200 OK. The response sets connect.sid #b.',
    'The clock moves on by 1 min.',
  ],
  zh: [
    'alice 打开浏览器。',
    '第 1 次往来：alice 向 SERVER 发出 GET /。没有带 Cookie。',
    'SERVER 在 sessions 里新增一行：#a {balance: 100}。',
    '第 1 次往来，SERVER 答复 alice：200 OK。响应设置了 connect.sid #a。',
    '第 2 次往来：alice 向 SERVER 发出 GET /。带着 connect.sid #a。',
    'SERVER 改了 sessions 里的一行：#a {balance: 90}。',
    '第 2 次往来，SERVER 答复 alice：200 OK。',
    'SERVER 因重启而结束，内存里的东西没了。',
    'SERVER 启动，内存是空的。',
    '第 3 次往来：alice 向 SERVER 发出 GET /。带着 connect.sid #a。',
    'SERVER 在 sessions 里新增一行：#b {balance: 100}。',
    '第 3 次往来，SERVER 答复 alice：200 OK。响应设置了 connect.sid #b。',
    '时钟前进1分钟。',
  ],
} as const

const PLUS_MINUTE = { en: 'Advance the clock by 1 minute', zh: '时钟前进 1 分钟' } as const

async function tell(lesson: LessonPage): Promise<void> {
  await lesson.newVisitor.click()
  await expect(lesson.view('alice')).toHaveText(lesson.words.welcome)
  await lesson.reload('alice')
  await expect(lesson.view('alice')).toHaveText(lesson.words.left(90))
  await lesson.restart.click()
  await lesson.reload('alice')
  await expect(lesson.view('alice')).toHaveText(lesson.words.welcome)
  await lesson.timeline.getByRole('button', { name: PLUS_MINUTE[lesson.language] }).click()
}

/** With the names of servers and sessions taken out. */
function plain(sentences: readonly string[], sessions: readonly string[]): string[] {
  const [a = '?', b = '?'] = sessions
  return sentences.map((sentence) =>
    sentence
      .replace(/server(-1|\.js)?/, 'SERVER')
      .replace(a, '#a')
      .replace(b, '#b'),
  )
}

for (const language of ['en', 'zh'] as const) {
  test(`the lesson’s story, as a picture and in words (${language})`, async ({ lesson: english, chinese }) => {
    const lesson = language === 'zh' ? chinese : english
    const picture = new StoryPicture(lesson)
    await lesson.open()
    await tell(lesson)
    await picture.open()
    await expect(picture.lifelines).toHaveCount(3)
    await expect(picture.lifelines.nth(0)).toContainText('alice')
    await expect(picture.lifelines.nth(2)).toContainText('sessions')
    await expect.poll(() => picture.sentences()).toHaveLength(STORY[language].length)

    const chips = picture.scroller.locator('.session-chip')
    const sessions = [...new Set(await chips.allInnerTexts())]
    expect(sessions).toHaveLength(2)
    expect(plain(await picture.sentences(), sessions)).toEqual(STORY[language])
    await picture.open('words')
    expect(plain(await picture.words(), sessions)).toEqual(STORY[language])
  })
}

test('a message opens its exchange, a step without one goes back in time, and the picture follows', async ({
  lesson,
}) => {
  const picture = new StoryPicture(lesson)
  await lesson.open()
  await picture.open()
  await expect(picture.scroller).toContainText('Nothing has happened yet')
  await tell(lesson)

  await picture.step(/^Exchange 2: /).click()
  await expect(lesson.openExchange).toHaveAccessibleName('Exchange 2')
  await expect(picture.step(/answers alice in exchange 2/)).toHaveAttribute('aria-current', 'true')
  await lesson.openExchange.getByRole('tab', { name: 'Picture' }).click()
  await expect(lesson.openExchange.getByRole('list', { name: 'The steps in order' }).getByRole('listitem')).toHaveCount(
    3,
  )
  await lesson.openExchange.getByRole('button', { name: 'Close the details' }).click()

  await picture.step(/ends for the restart/).click()
  await expect(picture.step(/Exchange 3/)).toHaveCount(0)
  await expect(lesson.rows).toHaveCount(0)
  await picture.step(/ends for the restart/).click()
  await expect(picture.step(/Exchange 3/)).toHaveCount(1)
})

test('pointing at a session lights it wherever it is', async ({ lesson }) => {
  const picture = new StoryPicture(lesson)
  await lesson.open()
  await lesson.newVisitor.click()
  await picture.open()
  await lesson.table.locator('.session-chip').first().hover()
  await expect(picture.scroller.locator('.session-chip[data-lit]')).toHaveCount(2)
  await expect(picture.scroller.locator('.sequence-step[data-lit]')).toHaveCount(2)
})

test('a long story is drawn where it is looked at, and the picture fills the window', async ({ lesson, page }) => {
  const story = [
    { type: 'new-visitor', visitor: 'alice', url: '/' },
    ...Array.from({ length: 120 }, () => ({ type: 'reload', visitor: 'alice' })),
  ]
  const picture = new StoryPicture(lesson)
  await lesson.openWith({ story })
  await expect(lesson.view('alice')).toHaveText(lesson.words.left(100 - 1200))
  await picture.open()
  await expect(picture.step(/^Exchange 121: /)).toBeVisible()
  await expect(picture.step(/^Exchange 1: /)).toHaveCount(0)
  await picture.scroller.focus()
  await page.keyboard.press('Home')
  await expect(picture.step(/^Exchange 1: /)).toBeVisible()
  expect((await picture.sentences()).length).toBeLessThan(100)

  await lesson.exchanges.getByRole('button', { name: 'Enlarge the picture' }).click()
  const large = page.getByRole('dialog', { name: 'The story as a picture' })
  await expect(large.getByRole('button', { name: /^Exchange 121: / })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(large).toBeHidden()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing in the picture: ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('with what was crossed, ended and lit', async ({ lesson, page }) => {
      test.slow()
      const picture = new StoryPicture(lesson)
      await lesson.open()
      await tell(lesson)
      await picture.open()
      await picture.step(/^Exchange 1: /).click()
      await lesson.openExchange.getByRole('tab', { name: 'Picture' }).click()
      await picture.scroller.locator('.session-chip').last().focus()
      const { violations } = await new AxeBuilder({ page }).include('[data-playground-panel=exchanges]').analyze()
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
    })
  })
}
