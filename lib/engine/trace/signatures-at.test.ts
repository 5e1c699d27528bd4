import { expect, test } from 'vitest'
import type { LoadOutcome } from '@/lib/engine/sessions/decision'
import type { EventBody } from '@/lib/engine/trace/event'
import { logOf } from '@/lib/engine/trace/log-of'
import { signatureCheck, signaturesAt } from '@/lib/engine/trace/signatures-at'
import { OPTIONS } from '@/lib/engine/trace/test-sessions'

function loaded(exchange: number, cookie: string | null, outcome: LoadOutcome): EventBody {
  return { type: 'session', process: 1, exchange, decision: { step: 'load', options: OPTIONS, cookie, outcome } }
}

test('the last check of a cookie’s value counts, however the value is encoded', () => {
  const log = logOf(
    loaded(1, null, { kind: 'no-cookie' }),
    loaded(2, 's:a.x/y', { kind: 'loaded', id: 'a', secret: 2 }),
    loaded(3, 's:a.other', { kind: 'bad-signature' }),
    loaded(4, 'a', { kind: 'unsigned' }),
    loaded(5, 's:a.x/y', { kind: 'bad-signature' }),
  )
  const check = (cursor: number, value: string) => signatureCheck(signaturesAt(log, cursor), 'connect.sid', value)
  expect(check(3, 's%3Aa.x%2Fy')).toEqual({ right: true, secret: 2, exchange: 2 })
  expect(check(5, 's:a.other')).toEqual({ right: false, secret: null, exchange: 3 })
  expect(check(5, 's:a.x/y')).toEqual({ right: false, secret: null, exchange: 5 })
  expect(check(5, 'a')).toBeUndefined()
  expect(signatureCheck(signaturesAt(log, 5), 'other', 's:a.x/y')).toBeUndefined()
})
