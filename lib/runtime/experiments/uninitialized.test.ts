import { expect, test } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { setCookies } from '@/lib/runtime/experiments/seen'
import { rowsOf, toldOf } from '@/lib/runtime/experiments/told'
import { app, log, visit } from '@/lib/runtime/test-support'

/** A bot that keeps no cookies: each of its hits is a newcomer. */
const hits = ['bot-1', 'bot-2', 'bot-3'].flatMap((visitor): Action[] => [
  { type: 'new-visitor', visitor },
  visit('http://localhost:9090/', { visitor }),
])

const shop = (saveUninitialized: boolean) =>
  app(`const session = require('express-session')
app.use(session({ secret: 'x', resave: false, saveUninitialized: ${saveUninitialized} }))
app.get('/', (req, res) => res.send('come in'))`)

test.each([
  [true, 3, 'new-saved'],
  [false, 0, 'new-not-saved'],
] as const)('saveUninitialized: %s makes %i rows and as many cookies of three hits', async (value, count, rule) => {
  const events = await log(shop(value), hits)
  expect(rowsOf(events)).toHaveLength(count)
  expect([1, 2, 3].flatMap((exchange) => setCookies(events, exchange))).toHaveLength(count)
  const { save, cookie } = toldOf(events, 1)
  const option = { name: 'saveUninitialized', value: `${value}`, assumed: false }
  expect(save?.because).toMatchObject({ rule, option })
  expect(cookie?.because).toMatchObject({ option })
})
