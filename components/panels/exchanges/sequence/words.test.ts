import { readFileSync } from 'node:fs'
import { createTranslator, type Messages } from 'next-intl'
import { describe, expect, it } from 'vitest'
import type { Says, Step } from '@/lib/engine/trace/sequence/step'
import { type Names, sentencesOf } from '@/lib/playground/sequence-words'

const SID = 'iKyk1vdZH5G5'
const NAMES: Names = {
  line: (id) => ({ a: 'alice', s: 'server-1', m: 'sessions', b: 'bob' })[id] ?? '?',
  failure: () => 'timed out',
  duration: () => '5 min',
  text: (text) => text.replace(SID, 'iKyk'),
}
const ROW = {
  type: 'object',
  entries: [
    ['cookie', { type: 'null', text: 'null' }],
    ['visit', { type: 'number', text: '2' }],
  ],
  more: 0,
} as const
const COOKIE = { name: 'connect.sid', value: SID } as const

type Way = readonly [from: string | null, to: string | null]

function step(says: Says, [from, to]: Way, exchange: number | null = 3): Step {
  const end = (line: string | null) => (line === null ? null : { line, lane: null })
  return { seq: 0, at: 0, exchange, from: end(from), to: end(to), says, until: null, cut: null }
}

const ASK: Way = ['a', 's']
const ANSWER: Way = ['s', 'a']
const KEEP: Way = ['s', 'm']
const SERVER: Way = ['s', null]
const ALICE: Way = ['a', null]
const NONE: Way = [null, null]

const request = { type: 'request', method: 'GET', target: '/', via: 'link', redirectOf: null, cookies: [] } as const
const head = { type: 'head', status: 200, reason: 'OK', location: null, cookies: [], complete: true } as const
const call = { type: 'store-call', session: SID, row: null, answer: null } as const
const options = { name: 'connect.sid', resave: false, saveUninitialized: false, rolling: false } as const
const sessionOptions = { ...options, unset: 'keep', assumed: [], storeHasTouch: true, secrets: 1 } as const

/** Every kind of step, and how it reads. */
const READS: readonly (readonly [step: Step, en: string, zh: string])[] = [
  [
    step({ ...request, failure: null, cookies: [{ ...COOKIE, fate: 'sent' }] }, ASK),
    'Exchange 3: alice sends GET / to server-1. It carries [connect.sid].',
    '第 3 次往来：alice 向 server-1 发出 GET /。带着 [connect.sid]。',
  ],
  [
    step({ ...request, failure: null, redirectOf: 2, cookies: [{ ...COOKIE, fate: 'withheld' }] }, ASK),
    'Exchange 3: alice follows the redirect and sends GET / to server-1. It carries no cookie. The browser keeps back [connect.sid].',
    '第 3 次往来：alice 跟随重定向，向 server-1 发出 GET /。没有带 Cookie。浏览器没有带上 [connect.sid]。',
  ],
  [
    step({ ...request, failure: 'connection-refused' }, ALICE),
    'Exchange 3: alice sends GET / and reaches nobody (timed out). It carries no cookie.',
    '第 3 次往来：alice 发出 GET /，没有人收到（timed out）。没有带 Cookie。',
  ],
  [
    step({ ...head, status: 302, reason: 'Found', location: '/', cookies: [{ ...COOKIE, fate: 'stored' }] }, ANSWER),
    'server-1 answers alice in exchange 3: 302 Found. It leads to /. The response sets [connect.sid].',
    '第 3 次往来，server-1 答复 alice：302 Found。它指向 /。响应设置了 [connect.sid]。',
  ],
  [
    step(
      {
        ...head,
        cookies: [
          { ...COOKIE, fate: 'refused' },
          { ...COOKIE, fate: 'removed' },
        ],
      },
      ANSWER,
    ),
    'server-1 answers alice in exchange 3: 200 OK. The browser refuses [connect.sid]. The browser removes [connect.sid].',
    '第 3 次往来，server-1 答复 alice：200 OK。浏览器拒收 [connect.sid]。浏览器删掉了 [connect.sid]。',
  ],
  [
    step({ type: 'end' }, ANSWER),
    'The rest of server-1’s response in exchange 3 arrives.',
    '第 3 次往来，server-1 的响应的其余部分到了。',
  ],
  [
    step({ type: 'failure', failure: 'timed-out' }, ALICE),
    'alice gets no complete response in exchange 3: timed out.',
    '第 3 次往来，alice 没有得到完整的响应：timed out。',
  ],
  [
    step({ ...call, method: 'get', answer: { outcome: 'missing', error: null } }, KEEP),
    'server-1 asks the session store for <iKyk1vdZH5G5>. The store has no such session.',
    'server-1 向会话存储查找 <iKyk1vdZH5G5>。存储里没有这个会话。',
  ],
  [
    step({ ...call, method: 'set', row: ROW }, KEEP),
    'server-1 tells the session store to keep <iKyk1vdZH5G5>. The row is now {visit: 2}.',
    'server-1 让会话存储存下 <iKyk1vdZH5G5>。这一行现在是 {visit: 2}。',
  ],
  [
    step({ ...call, method: 'touch', row: ROW, answer: { outcome: 'failed', error: 'ECONNREFUSED' } }, KEEP),
    'server-1 tells the session store that <iKyk1vdZH5G5> is still in use. The store failed: ECONNREFUSED',
    'server-1 告诉会话存储，<iKyk1vdZH5G5> 还在用。存储出错：ECONNREFUSED',
  ],
  [
    step({ ...call, type: 'store-answer', method: 'destroy', answer: { outcome: 'done', error: null } }, ['m', 's']),
    'The session store answers server-1: destroy of <iKyk1vdZH5G5> is done.',
    '会话存储答复 server-1：<iKyk1vdZH5G5> 的 destroy 办好了。',
  ],
  [
    step({ type: 'row', change: 'added', key: SID, row: ROW }, KEEP),
    'server-1 writes a new row into sessions: <iKyk1vdZH5G5> {cookie: null, visit: 2}.',
    'server-1 在 sessions 里新增一行：<iKyk1vdZH5G5> {cookie: null, visit: 2}。',
  ],
  [
    step({ type: 'file', change: 'torn', path: `sessions/${SID}.json`, size: 9, byHand: false }, SERVER),
    'server-1 writes only half of sessions/iKyk.json.',
    'server-1 只写了 sessions/iKyk.json 的一半。',
  ],
  [
    step({ type: 'file', change: 'removed', path: 'a.json', size: 0, byHand: true }, NONE, null),
    'Somebody deletes a.json by hand.',
    '有人手动删除了 a.json。',
  ],
  [
    step({ type: 'redis', command: ['GET', `sess:${SID}`], reply: '(nil)', failed: false, byHand: false }, SERVER),
    'server-1 sends Redis GET sess:iKyk; the reply is (nil).',
    'server-1 向 Redis 发出 GET sess:iKyk，答复是 (nil)。',
  ],
  [
    step({ type: 'redis', command: ['FLUSHALL'], reply: 'OK', failed: false, byHand: true }, NONE, null),
    'Somebody types FLUSHALL in redis-cli; the reply is OK.',
    '有人在 redis-cli 里输入 FLUSHALL，答复是 OK。',
  ],
  [step({ type: 'redis-state', up: false }, NONE, null), 'Redis is stopped.', 'Redis 停了。'],
  [step({ type: 'redis-expired', key: 'a' }, NONE), 'The key a expires in Redis.', 'Redis 里的键 a 过期了。'],
  [
    step(
      {
        type: 'session',
        decision: {
          step: 'load',
          options: sessionOptions,
          cookie: 'x',
          outcome: { kind: 'bad-signature' },
        },
      },
      SERVER,
    ),
    'server-1 finds that the cookie’s signature is wrong: it counts for nothing.',
    'server-1 发现 Cookie 的签名不对，不算数。',
  ],
  [
    step({ type: 'session', decision: { step: 'generate', name: 'a', id: SID, cause: 'regenerate' } }, SERVER),
    'server-1 makes a new session in place of the old one: <iKyk1vdZH5G5>.',
    'server-1 把会话换成新的：<iKyk1vdZH5G5>。',
  ],
  [
    step({ type: 'process-started' }, SERVER, null),
    'server-1 starts. Its memory is empty.',
    'server-1 启动，内存是空的。',
  ],
  [
    step({ type: 'process-exited', code: 137, cause: 'crash' }, SERVER, null),
    'server-1 crashes in the middle of a write. What was in its memory is gone.',
    'server-1 写文件写到一半崩溃了，内存里的东西没了。',
  ],
  [
    step({ type: 'fault', fault: 'uncaught-error', message: 'Error: boom' }, SERVER),
    'An error in server-1: Error: boom',
    'server-1 出错：Error: boom',
  ],
  [
    step({ type: 'visitor-opened', incognito: true }, ALICE),
    'alice opens an incognito window.',
    'alice 打开无痕窗口。',
  ],
  [
    step({ type: 'visitor-opened', incognito: false }, ['a', 'b']),
    'bob opens a browser with a copy of alice’s whole jar.',
    'bob 打开浏览器，带着 alice 整罐 Cookie 的副本。',
  ],
  [step({ type: 'visitor-closed' }, ALICE), 'alice closes the browser.', 'alice 关闭浏览器。'],
  [
    step({ type: 'jar', cause: 'tampered', cookie: { ...COOKIE, fate: 'stored' } }, ALICE),
    'In alice’s jar, a cookie is tampered with: [connect.sid].',
    'alice 罐里的一个 Cookie 被篡改：[connect.sid]。',
  ],
  [
    step({ type: 'jar', cause: 'edited', cookie: { ...COOKIE, fate: 'refused' } }, ALICE),
    'alice’s browser does not take the cookie [connect.sid].',
    'alice 的浏览器没有收下 [connect.sid]。',
  ],
  [
    step({ type: 'jar', cause: 'other', cookie: { ...COOKIE, fate: 'removed' } }, ALICE),
    'A cookie leaves alice’s jar: [connect.sid].',
    '一个 Cookie 离开了 alice 的罐子：[connect.sid]。',
  ],
  [
    step({ type: 'cookie-copied', cookie: { ...COOKIE, fate: 'stored' } }, ['a', 'b']),
    'alice’s cookie is copied into bob’s jar: [connect.sid].',
    'alice 的 Cookie 被复制到 bob 的罐里：[connect.sid]。',
  ],
  [
    step({ type: 'cookies-read', hidden: 1 }, ALICE),
    'A script in alice’s page reads document.cookie. HttpOnly keeps 1 cookie from it.',
    'alice 页面里的脚本读取 document.cookie。HttpOnly 挡住了 1 个 Cookie。',
  ],
  [
    step({ type: 'balancing', by: 'sticky' }, NONE),
    'From here on, each visitor stays with one server.',
    '从这里起，每位访客固定由一台服务器接待。',
  ],
  [step({ type: 'gap', duration: 1, byHand: true }, NONE), 'The clock moves on by 5 min.', '时钟前进5 min。'],
]

function catalogue(locale: 'en' | 'zh'): Messages['sequence'] {
  const file = new URL(`../../../../lib/i18n/messages/${locale}/sequence.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8'))
}

describe.each(['en', 'zh'] as const)('in %s', (locale) => {
  it.each(READS.map(([step, en, zh]) => [step.says.type, step, locale === 'en' ? en : zh] as const))(
    '%s',
    (_type, step, expected) => {
      const t = createTranslator({
        locale,
        messages: { sequence: catalogue(locale) },
        namespace: 'sequence.words',
        onError(error) {
          throw error
        },
      })
      const sentences = sentencesOf(step, NAMES).map(({ key, values, cookies, session }) =>
        t.markup(key, {
          ...values,
          cookies: () => `[${cookies.map(({ name }) => name).join(', ')}]`,
          session: () => `<${session}>`,
        }),
      )
      expect(sentences.join(locale === 'en' ? ' ' : '')).toBe(expected)
    },
  )
})
