import { describe, expect, it } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { alice, bodies, log, visit } from '@/lib/runtime/test-support'

/** A shop whose slow pages take 200 ms, with a session that each request reads at its start and stores at its end. */
function shop(resave: boolean): string {
  return `const express = require('express'), session = require('express-session')
const app = express()
app.use(session({ secret: 'shop', resave: ${resave}, saveUninitialized: true }))
const later = (slow, then) => slow ? setTimeout(then, 200) : then()
app.get('/add', (req, res) => {
  const cart = [...(req.session.cart || []), req.query.item]
  later(req.query.slow, () => { req.session.cart = cart; res.json(cart) })
})
app.get('/read', (req, res) => later(true, () => res.json(req.session.theme || 'none')))
app.get('/theme', (req, res) => { req.session.theme = 'dark'; res.send('dark') })
app.get('/login', (req, res) => { req.session.user = 'alice'; res.send('in') })
app.get('/logout', (req, res) => req.session.destroy(() => res.send('out')))
app.get('/all', (req, res) => res.json({ cart: req.session.cart, theme: req.session.theme, user: req.session.user }))
app.listen(9090)`
}

const beside = (url: string): Action => visit(url, { at: 50 })
const last = (events: Awaited<ReturnType<typeof log>>) => JSON.parse(bodies(events).at(-1) ?? '')

describe('two requests of one visitor at once', () => {
  it('lose the update of the one that began later and was done first', async () => {
    const story = [alice, visit('/add?item=apple'), visit('/add?item=bread&slow=1'), beside('/add?item=milk')]
    const events = await log(shop(false), [...story, visit('/all')])
    expect(last(events)).toEqual({ cart: ['apple', 'bread'] })
  })

  it('keep both one after the other', async () => {
    const story = [alice, visit('/add?item=apple'), visit('/add?item=bread&slow=1'), visit('/add?item=milk')]
    expect(last(await log(shop(false), [...story, visit('/all')]))).toEqual({ cart: ['apple', 'bread', 'milk'] })
  })
})

describe('a slow page that only reads', () => {
  const themed = [alice, visit('/login'), visit('/read'), beside('/theme'), visit('/all')]
  const leaving = [alice, visit('/login'), visit('/read'), beside('/logout'), visit('/all')]

  it('with resave writes back what it read: the theme is gone, and who logged out is logged in', async () => {
    expect(last(await log(shop(true), themed))).toEqual({ user: 'alice' })
    expect(last(await log(shop(true), leaving))).toEqual({ user: 'alice' })
  })

  it('without resave does neither', async () => {
    expect(last(await log(shop(false), themed))).toEqual({ user: 'alice', theme: 'dark' })
    expect(last(await log(shop(false), leaving))).toEqual({})
  })
})
