import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './pages/fixtures'
import type { LessonPage } from './pages/lesson-page'

const SHOP = `const express = require('express'), session = require('express-session')
const app = express()
app.use(session({ secret: 'x', resave: false, saveUninitialized: false, cookie: { maxAge: 600_000 } }))
app.get('/', (req, res) => res.send('visits: ' + (req.session.visits || 0)))
app.get('/visit', (req, res) => { req.session.visits = (req.session.visits || 0) + 1; res.send('visits: ' + req.session.visits) })
app.listen(9090)
`

const visit = (url: string) => ({ type: 'visit', visitor: 'alice', method: 'GET', url: `http://localhost:9090${url}` })

/** A newcomer who leaves nothing, then a session that is made, and looked at again. */
const STORY = [{ type: 'new-visitor', visitor: 'alice' }, visit('/'), visit('/visit'), visit('/')]

const TAMPERED = [
  ...STORY.slice(0, 1),
  visit('/visit'),
  { type: 'tamper-cookie', visitor: 'alice', host: 'localhost', name: 'connect.sid', how: 'signature' },
  visit('/'),
]

const WORDS = {
  en: {
    title: 'What the session middleware decided',
    newcomer: [
      "Load no cookie came name: 'connect.sid'",
      'Make new session',
      'Content not changed',
      'Save not saved saveUninitialized: false',
      'Cookie no Set-Cookie saveUninitialized: false',
      'Store was not asked',
    ],
    back: ['loaded', 'not changed', 'touched, not saved resave: false', 'no Set-Cookie rolling: false', 'get → found'],
    why: 'Nothing changed, so the row is not written again.',
    unchecked: 'not checked yet',
    right: 'signature right',
    wrong: 'signature wrong',
    badge: 'signature is wrong',
    expires: 'expires in 10 min',
    expired: 'expired, but nobody has asked for it yet',
    later: 'Advance the clock by 10 minutes',
  },
  zh: {
    title: 'session 中间件的决定',
    newcomer: [
      "读取 没有带 Cookie name: 'connect.sid'",
      '新建 新会话',
      '内容 没变',
      '保存 没有保存 saveUninitialized: false',
      'Cookie 不发 Set-Cookie saveUninitialized: false',
      '存储 没有被问到',
    ],
    back: ['已取出', '没变', '只续期，没有保存 resave: false', '不发 Set-Cookie rolling: false', 'get → 找到了'],
    why: '什么都没变，不用重写记录。',
    unchecked: '还没有验过',
    right: '签名正确',
    wrong: '签名不对',
    badge: '签名不对',
    expires: '10分钟后过期',
    expired: '已经过期，只是还没有人来问',
    later: '时钟前进 10 分钟',
  },
} as const

/** Opens the shop with what was done there, and waits until it was done. */
async function open(lesson: LessonPage, story: readonly object[]): Promise<void> {
  await lesson.openWith({ edits: { 'server.js': SHOP }, story })
  const visits = story.filter((action) => 'url' in action)
  await expect(lesson.exchangeRows).toHaveCount(visits.length, { timeout: 15_000 })
}

function decisions(lesson: LessonPage) {
  const section = lesson.openExchange.getByRole('region', { name: WORDS[lesson.language].title })
  return section.getByRole('listitem').filter({ hasNot: lesson.page.getByRole('listitem') })
}

for (const language of ['en', 'zh'] as const) {
  const words = WORDS[language]

  test(`an exchange tells what the middleware decided, and which option had the say: ${language}`, async ({
    lesson: english,
    chinese,
  }) => {
    const lesson = language === 'en' ? english : chinese
    await open(lesson, STORY)
    await lesson.exchangeRows.nth(0).getByRole('button').first().click()
    const section = lesson.openExchange.getByRole('region', { name: words.title })
    for (const line of words.newcomer) await expect(section).toContainText(line)
    await lesson.exchangeRows.nth(2).getByRole('button').first().click()
    for (const line of words.back) await expect(section).toContainText(line)
    const save = decisions(lesson).filter({ hasText: 'resave: false' })
    await expect(save.getByText(words.why)).toBeHidden()
    await save.getByText('resave: false').click()
    await expect(save.getByText(words.why)).toBeVisible()
    await expect(save.getByRole('link')).toHaveAttribute('href', /expressjs\/session\/.*#resave$/)
    const { violations } = await new AxeBuilder({ page: lesson.page }).exclude('iframe').analyze()
    expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([])
  })

  test(`a signed cookie is taken apart, and its signature judged: ${language}`, async ({
    lesson: english,
    chinese,
  }) => {
    const lesson = language === 'en' ? english : chinese
    await open(lesson, STORY)
    await expect(lesson.jar.getByText(words.right)).toBeVisible()
    await open(lesson, STORY.slice(0, 3))
    await expect(lesson.jar.getByText(words.unchecked)).toBeVisible()
    await open(lesson, TAMPERED)
    await expect(lesson.exchangeRows.nth(1).getByText(words.badge)).toBeVisible()
    await expect(lesson.jar.getByText(words.wrong)).toBeVisible()
  })

  test(`a row says when it goes, and lies there when it is over: ${language}`, async ({ lesson: english, chinese }) => {
    const lesson = language === 'en' ? english : chinese
    await open(lesson, STORY)
    await expect(lesson.rows).toHaveCount(1)
    await expect(lesson.rows).toContainText(words.expires)
    await lesson.timeline.getByRole('button', { name: words.later }).click()
    await expect(lesson.rows).toContainText(words.expired)
  })
}
