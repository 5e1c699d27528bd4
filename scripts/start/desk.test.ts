import { expect, it } from 'vitest'
import { desk } from './desk'

it('makes what is missing, anew each time, and says the password', () => {
  const [first, second] = [desk({}), desk({})]
  if (!first.ok || !second.ok) throw new Error('refused')
  expect(first.made.SESSION_SECRET).toHaveLength(64)
  expect(first.made.INSTRUCTOR_PASSWORD).not.toBe(second.made.INSTRUCTOR_PASSWORD)
  expect(first.said.join('\n')).toContain(first.made.INSTRUCTOR_PASSWORD)
})

it('takes what is there and does not print it', () => {
  const secret = 'x'.repeat(32)
  expect(desk({ INSTRUCTOR_PASSWORD: 'mine', SESSION_SECRET: `${secret}, ${secret}` })).toEqual({
    ok: true,
    made: {},
    said: [],
  })
})

it.each(['short', `${'x'.repeat(32)},short`, `${'x'.repeat(32)},`])('refuses SESSION_SECRET=%s', (SESSION_SECRET) => {
  const result = desk({ SESSION_SECRET })
  expect(!result.ok && result.problem).toMatch(/at least 32/)
})
