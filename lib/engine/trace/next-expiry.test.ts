import { expect, test } from 'vitest'
import { jarAt } from '@/lib/engine/trace/jar-at'
import { logOf } from '@/lib/engine/trace/log-of'
import { nextExpiry } from '@/lib/engine/trace/next-expiry'
import { redisAt } from '@/lib/engine/trace/redis-at'
import { sessionsAt } from '@/lib/engine/trace/sessions-at'
import { fileWritten, redisKeySet, sessionText } from '@/lib/engine/trace/test-sessions'

test('rows of every store and Redis keys of any kind count', () => {
  const log = logOf(
    {
      type: 'row-set',
      process: 1,
      exchange: 1,
      store: { kind: 'memory', name: 'connect.sid' },
      key: 'a',
      value: { type: 'null', text: 'null' },
      before: null,
      expires: 400,
    },
    fileWritten('sessions/b.json', sessionText(1, 200)),
    redisKeySet('visits', '12', { expires: 300 }),
    redisKeySet('stays', '12'),
  )
  const next = (now: number) =>
    nextExpiry(jarAt(log, log.length), sessionsAt(log, log.length), redisAt(log, log.length), now)
  expect([0, 200, 300, 400].map(next)).toEqual([200, 300, 400, null])
})
