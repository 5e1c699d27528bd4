import { expect, test } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { worldOf } from '@/lib/engine/test-world'

const alice: Action = { type: 'new-visitor', visitor: 'alice', url: '/' }
const mallory: Action = { type: 'new-visitor', visitor: 'mallory' }
const signedIn = () => ['sid=first; Path=/']

function go(headers: readonly (readonly [string, string])[]): Action {
  return { type: 'visit', visitor: 'mallory', method: 'GET', url: '/', headers }
}

test('a header carries what another visitor’s cookie was, though its owner has it no longer', async () => {
  const out: Action = { type: 'delete-cookie', visitor: 'alice', host: 'localhost', name: 'sid' }
  const run = await worldOf([alice, out, mallory, go([['Cookie', 'sid={alice/sid/1}']])], signedIn)
  expect(run.sent('Cookie')).toEqual([null, 'sid=first'])
})

test('a header that refers to no cookie is not sent', async () => {
  const run = await worldOf([alice, mallory, go([['Cookie', 'sid={alice/sid/2}']])], signedIn)
  expect(run.outcomes()).toEqual([null, null, 'no-such-reference'])
  expect(run.sent('Cookie')).toEqual([null])
})
