import { expect, test } from 'vitest'
import type { EventBody, EventOf } from '@/lib/engine/trace/event'
import { logOf, requestSent } from '@/lib/engine/trace/log-of'
import { commandsOf, keysGoneLately, REDIS_BOUNDS, redisAt, redisMark } from '@/lib/engine/trace/redis-at'

type KeySet = Omit<EventOf<'redis-key-set'>, 'seq' | 'at' | 'action'>

function set(exchange: number | null, key: string, value: string, more: Partial<KeySet> = {}): EventBody {
  const fixed = { kind: 'string', cut: 0, expires: null, isNew: false } as const
  return { type: 'redis-key-set', process: 1, exchange, key, value, ...fixed, ...more }
}

function gone(exchange: number | null, key: string, more: Partial<EventOf<'redis-key-removed'>> = {}): EventBody {
  return { type: 'redis-key-removed', process: 1, exchange, key, cause: 'command', ...more }
}

function command(exchange: number | null, words: string, process: number | null = 1): EventBody {
  return { type: 'redis-command', process, exchange, command: words.split(' '), reply: 'OK', failed: false }
}

const byHand = { process: null } as const
const isNew = { isNew: true } as const
const state = (...entries: readonly (EventBody | number)[]) => {
  const log = logOf(...entries)
  return redisAt(log, log.length)
}
/** Each key as `key value mark`, then what is gone. */
const seen = (...entries: readonly (EventBody | number)[]) => {
  const redis = state(...entries)
  return [
    ...redis.keys.values().map((key) => `${key.key} ${key.value} ${redisMark(key, redis)}`),
    ...keysGoneLately(redis).map(({ key, cause }) => `${key} ${cause}`),
  ]
}

test('a key says what was set last, since when it is there, and when it will go', () => {
  const redis = state(requestSent(1), set(1, 'a', '1', isNew), 60, requestSent(2), set(2, 'a', '2', { expires: 90 }))
  expect(redis.keys.values()).toEqual([
    {
      key: 'a',
      kind: 'string',
      value: '2',
      cut: 0,
      expires: 90,
      created: { seq: 1, at: 0, process: 1, exchange: 1 },
      changed: { seq: 3, at: 60, process: 1, exchange: 2 },
    },
  ])
})

test('marks are about the most recent exchange and whom its redirects led to', () => {
  const first = [requestSent(1), set(1, 'a', '1', isNew), set(1, 'b', '1', isNew)]
  expect(seen(...first)).toEqual(['a 1 new', 'b 1 new'])
  expect(seen(...first, requestSent(2, 1))).toEqual(['a 1 new', 'b 1 new'])
  expect(seen(...first, requestSent(2))).toEqual(['a 1 null', 'b 1 null'])
  expect(seen(...first, requestSent(2), set(2, 'a', '2'), gone(2, 'b'))).toEqual(['a 2 changed', 'b command'])
  expect(seen(...first, requestSent(2), gone(2, 'b'), requestSent(3))).toEqual(['a 1 null'])
  expect(seen(...first, requestSent(2), gone(2, 'b'), set(2, 'b', '9', isNew))).toEqual(['a 1 null', 'b 9 new'])
})

test('and about what a person or time did since', () => {
  expect(seen(requestSent(1), set(null, 'a', '1', { ...isNew, ...byHand }))).toEqual(['a 1 new'])
  expect(seen(set(null, 'a', '1', { ...isNew, ...byHand }), requestSent(1))).toEqual(['a 1 null'])
  expect(seen(requestSent(1), set(1, 'a', '1', isNew), gone(null, 'a', { ...byHand, cause: 'expired' }))).toEqual([
    'a expired',
  ])
  expect(seen(requestSent(1), set(null, 'a', '1', isNew))).toEqual(['a 1 null'])
})

test('it is up from the beginning, until it is stopped', () => {
  expect(state().up).toBe(true)
  expect(state({ type: 'redis-state', up: false }).up).toBe(false)
  expect(state({ type: 'redis-state', up: false }, { type: 'redis-state', up: true }).up).toBe(true)
})

test('commands belong to their exchange, to a person, or to nobody', () => {
  const redis = state(
    command(null, 'INFO'),
    command(1, 'GET a'),
    command(2, 'GET b'),
    command(1, 'SET a'),
    command(null, 'KEYS *', null),
  )
  const words = (exchange: number | null) => commandsOf(redis, exchange).list.map(({ command: all }) => all.join(' '))
  expect(words(1)).toEqual(['GET a', 'SET a'])
  expect(words(2)).toEqual(['GET b'])
  expect(words(3)).toEqual([])
  expect(words(null)).toEqual([])
  expect(redis.typed.list.map(({ command: all }) => all[0])).toEqual(['KEYS'])
  expect(redis.byNobody.list.map(({ command: all }) => all[0])).toEqual(['INFO'])
})

test('all of it is bounded', () => {
  const many = (count: number, make: (index: number) => EventBody) =>
    Array.from({ length: count }, (_none, at) => make(at))
  const of = (redis: ReturnType<typeof state>) => commandsOf(redis, 1)
  const { commandsOfOne, exchanges, typed } = REDIS_BOUNDS
  expect(of(state(...many(commandsOfOne + 3, (at) => command(1, `GET ${at}`))))).toMatchObject({ dropped: 3 })
  const redis = state(...many(exchanges + 1, (at) => command(at + 1, 'GET a')))
  expect(of(redis).list).toEqual([])
  expect(redis.byExchange.size).toBe(exchanges)
  const later = state(command(1, 'GET a'), command(2, 'GET a'), command(exchanges + 2, 'GET a'))
  expect(later.byExchange.keys()).toEqual([exchanges + 2])
  const cli = state(...many(typed + 5, (at) => command(null, `GET ${at}`, null))).typed
  expect(cli).toMatchObject({ dropped: 5 })
  expect(cli.list).toHaveLength(typed)
  expect(cli.list.at(-1)?.command).toEqual(['GET', String(typed + 4)])
})
