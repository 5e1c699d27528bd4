import { expect, test } from 'vitest'
import { logOf } from '@/lib/engine/trace/log-of'
import { sessionIdsAt } from '@/lib/engine/trace/session-ids-at'
import { fileWritten, OPTIONS, redisKeySet, sessionText } from '@/lib/engine/trace/test-sessions'

test('ids come from rows of every store and from what express-session made or was shown, each once', () => {
  const whose = { process: 1, exchange: 1 }
  const log = logOf(
    { type: 'session', ...whose, decision: { step: 'generate', name: 'sid', id: 'made', cause: 'request' } },
    { type: 'session', ...whose, decision: { step: 'generate', name: 'sid', id: null, cause: 'request' } },
    {
      type: 'session',
      ...whose,
      decision: {
        step: 'load',
        options: OPTIONS,
        cookie: 's:shown.x',
        outcome: { kind: 'not-found', id: 'shown', secret: 1 },
      },
    },
    {
      type: 'session',
      ...whose,
      decision: { step: 'load', options: OPTIONS, cookie: 'x', outcome: { kind: 'unsigned' } },
    },
    fileWritten('sessions/filed.json', sessionText(1)),
    fileWritten('sessions/made.json', sessionText(1)),
    fileWritten('package.json', '{}'),
    redisKeySet('sess:kept', sessionText(1)),
    redisKeySet('visits', '12'),
  )
  expect(sessionIdsAt(log, log.length).all.keys()).toEqual(['made', 'shown', 'filed', 'kept'])
})
