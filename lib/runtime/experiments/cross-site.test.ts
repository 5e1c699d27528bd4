import { describe, expect, test } from 'vitest'
import type { Action, Via } from '@/lib/engine/story/action'
import { loginWith } from '@/lib/runtime/experiments/login'
import { rulesOf } from '@/lib/runtime/experiments/seen'
import { alice, bodies, log, visit } from '@/lib/runtime/test-support'

/** A page of another site makes the browser log out, or buy: what it can do depends on SameSite. */
const SHOP = 'https://shop.example'

function program(cookie: string): Record<string, string> {
  return loginWith(
    ['resave: true', `resave: true, proxy: true, cookie: { ${cookie} }`],
    // Else a stranger's new cookie would take the place of hers: a page visit may set any.
    ['saveUninitialized: true', 'saveUninitialized: false'],
    ['req.session.usrename = null', 'if (req.session.username) req.session.username = null'],
    [
      'app.listen(8080)',
      "app.post('/user', checkUser, (req, res) => { req.session.username = 'bought'; res.end() }); app.listen(8080)",
    ],
  )
}

const strict = program("sameSite: 'strict'")
const lax = program("sameSite: 'lax'")
const none = program("sameSite: 'none', secure: true")
const unsaid = program('')

const signedIn: readonly Action[] = [alice, visit(`${SHOP}/login?username=zhangsan`)]
const look = visit(`${SHOP}/user`)
const pause: Action = { type: 'clock', advance: 120_001 }

function forged(via: Via, method: string, path: string): Action {
  return { type: 'visit', visitor: 'alice', method, url: `${SHOP}${path}`, via, from: 'https://evil.example' }
}

async function afterwards(files: Record<string, string>, ...attack: readonly Action[]): Promise<string> {
  return bodies(await log(files, [...signedIn, ...attack, look])).at(-1) ?? ''
}

describe('an image of another site asks for /logout', () => {
  const image = forged('image', 'GET', '/logout')

  test.each([
    ['Strict', strict],
    ['Lax', lax],
    ['nothing said', unsaid],
  ])('%s: the cookie stays behind, she stays logged in', async (_, files) => {
    expect(await afterwards(files, image)).toContain('欢迎 zhangsan')
  })

  test('None; Secure: the cookie goes along, she is logged out', async () => {
    expect(await afterwards(none, image)).not.toContain('zhangsan')
  })
})

describe('a link of another site leads to /logout', () => {
  const link = forged('link', 'GET', '/logout')

  test('Lax: it is a page visit, so she is logged out', async () => {
    expect(await afterwards(lax, link)).not.toContain('zhangsan')
  })

  test('Strict: she arrives as a stranger, and stays logged in', async () => {
    const events = await log(strict, [...signedIn, link])
    expect(rulesOf(events, 3)).toContain('withheld-strict')
    expect(await afterwards(strict, link)).toContain('欢迎 zhangsan')
  })
})

describe('a form of another site is posted', () => {
  const form = forged('form', 'POST', '/user')

  test('Lax, given: the cookie stays behind', async () => {
    expect(await afterwards(lax, pause, form)).toContain('欢迎 zhangsan')
  })

  test('nothing said is Lax, except in the first two minutes', async () => {
    expect(await afterwards(unsaid, form)).toContain('欢迎 bought')
    expect(await afterwards(unsaid, pause, form)).toContain('欢迎 zhangsan')
    const events = await log(unsaid, [...signedIn, form, pause, form])
    expect(rulesOf(events, 3)).toContain('sent-lax-unsafe')
    expect(rulesOf(events, 4)).toContain('withheld-lax-aged')
  })

  test('None; Secure: the cookie goes along', async () => {
    expect(await afterwards(none, pause, form)).toContain('欢迎 bought')
  })
})

test('an incognito window blocks third-party cookies, None or not', async () => {
  const incognito: Action = { type: 'new-visitor', visitor: 'alice', incognito: true }
  const story = [incognito, ...signedIn.slice(1), forged('image', 'GET', '/logout'), look]
  const events = await log(none, story)
  expect(rulesOf(events, 3)).toContain('withheld-third-party')
  expect(bodies(events).at(-1)).toContain('欢迎 zhangsan')
})

test('a stranger’s new cookie takes the place of hers: as printed, Strict logs her out all the same', async () => {
  const asPrinted = loginWith(['resave: true', "resave: true, proxy: true, cookie: { sameSite: 'strict' }"])
  const events = await log(asPrinted, [...signedIn, forged('form', 'POST', '/user'), look])
  expect(rulesOf(events, 3)).toContain('withheld-strict')
  expect(rulesOf(events, 3)).toContain('replaced')
  expect(bodies(events).at(-1)).not.toContain('zhangsan')
})
