import { describe, expect, it } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { MODERN_COUNTER, REDIS_COUNTER, REDIS_COUNTER_TODAY } from '@/lib/runtime/experiments/redis-counter'
import { alice, bodies, EPOCH, log, only, visit } from '@/lib/runtime/test-support'

const count = visit('http://localhost:8080/visit')
const look = visit('http://localhost:8080/look')
const cli = (command: string): Action => ({ type: 'redis', command: command.split(' ') })
const commandsOf = (events: Awaited<ReturnType<typeof log>>, id: number | null) =>
  only(events, 'redis-command').flatMap(({ exchange, process, command }) =>
    exchange === id && process !== null ? [command.slice(0, 2).join(' ')] : [],
  )
const replies = (events: Awaited<ReturnType<typeof log>>) =>
  only(events, 'redis-command').flatMap(({ process, reply }) => (process === null ? [reply] : []))

describe("the course's Redis store, with the redis that it was written for", () => {
  it('keeps a session under its bare id, and for ever', async () => {
    const events = await log(REDIS_COUNTER, [alice, count, count, cli('KEYS *'), cli('TTL {alice/connect.sid}')])
    expect(bodies(events)).toEqual(['欢迎你的第1次光临', '欢迎你的第2次光临'])
    const [first, second] = only(events, 'redis-key-set')
    expect(first).toMatchObject({ exchange: 1, process: 1, kind: 'string', expires: null, isNew: true, cut: 0 })
    expect(JSON.parse(first?.value ?? '')).toMatchObject({ visit: 1 })
    expect(second).toMatchObject({ exchange: 2, key: first?.key, isNew: false })
    expect(replies(events)).toEqual([`1) "${first?.key}"`, '(integer) -1'])
    expect(commandsOf(events, 1)).toEqual([`set ${first?.key}`])
    expect(commandsOf(events, 2)).toEqual([`get ${first?.key}`, `set ${first?.key}`])
    expect(commandsOf(events, null)).toEqual(['info'])
  })

  it('begins anew after FLUSHALL', async () => {
    const events = await log(REDIS_COUNTER, [alice, count, count, cli('FLUSHALL'), count])
    expect(bodies(events).at(-1)).toBe('欢迎你的第1次光临')
    expect(new Set(only(events, 'redis-key-set').map(({ key }) => key)).size).toBe(2)
    expect(only(events, 'redis-key-removed')).toMatchObject([{ process: null, exchange: null, cause: 'command' }])
  })

  it('outlives a restart, and is shared by two servers', async () => {
    const events = await log(REDIS_COUNTER, [alice, count, count, { type: 'restart' }, count], { servers: 2 })
    expect(bodies(events)).toEqual(['欢迎你的第1次光临', '欢迎你的第2次光临', '欢迎你的第3次光临'])
    expect(new Set(only(events, 'request-sent').map(({ process }) => process)).size).toBe(3)
  })

  it('takes the process with it when Redis is down: an error event that nobody listens to', async () => {
    const events = await log(REDIS_COUNTER, [alice, count, { type: 'stop-redis' }, count])
    expect(only(events, 'redis-state')).toMatchObject([{ up: false }])
    expect(only(events, 'fault')).toMatchObject([
      {
        fault: 'uncaught-error',
        exchange: null,
        message: 'Error: Redis connection to localhost:6379 failed - connect ECONNREFUSED 127.0.0.1:6379',
      },
    ])
    expect(only(events, 'process-exited')).toMatchObject([{ cause: 'fault', code: 1 }])
    expect(only(events, 'exchange-failed')).toMatchObject([{ exchange: 2, failure: 'connection-reset' }])
  })

  it('ends at its start while Redis is down, and serves again afterwards', async () => {
    const story: Action[] = [alice, count, { type: 'stop-redis' }, { type: 'restart' }, count]
    const events = await log(REDIS_COUNTER, [...story, { type: 'start-redis' }, { type: 'restart' }, count])
    expect(only(events, 'exchange-failed')).toMatchObject([{ exchange: 2, failure: 'connection-refused' }])
    expect(bodies(events).at(-1)).toBe('欢迎你的第2次光临')
  })
})

describe("the course's Redis store, with today's redis", () => {
  it('ends the process in the first answer, all but its last byte', async () => {
    const events = await log(REDIS_COUNTER_TODAY, [alice, count])
    expect(only(events, 'fault')).toMatchObject([
      {
        fault: 'unhandled-rejection',
        exchange: 1,
        message: 'Error: The client is closed',
        place: { file: 'redisstore.js', line: 16 },
      },
    ])
    const whole = new TextEncoder().encode('欢迎你的第1次光临')
    const received = only(events, 'response-data').flatMap(({ data }) => [...data])
    expect(received).toEqual([...whole.slice(0, -1)])
    expect(only(events, 'exchange-failed')).toMatchObject([{ exchange: 1, failure: 'connection-reset' }])
  })
})

describe('connect-redis on redis 6', () => {
  it('keeps a session under sess:<id>, for as long as its cookie', async () => {
    const story = [alice, count, count, cli('KEYS *'), cli('TTL sess:{alice/connect.sid}')]
    const events = await log(MODERN_COUNTER, story)
    expect(bodies(events)).toEqual(['visit 1', 'visit 2'])
    const [set] = only(events, 'redis-key-set')
    expect(set?.key).toMatch(/^sess:[\w-]{32}$/)
    expect(set).toMatchObject({ exchange: 1, expires: EPOCH + 60_000 })
    expect(replies(events)).toEqual([`1) "${set?.key}"`, '(integer) 60'])
    expect(commandsOf(events, 2)).toEqual([`GET ${set?.key}`, `SET ${set?.key}`])
  })

  it('touches a session that is only looked at, and lets it go at its very moment', async () => {
    const wait: Action = { type: 'clock', advance: 40_000 }
    const rest: Action = { type: 'clock', advance: 59_999 }
    const events = await log(MODERN_COUNTER, [
      alice,
      count,
      wait,
      look,
      rest,
      cli('DBSIZE'),
      { type: 'clock', advance: 1 },
    ])
    expect(commandsOf(events, 2).map((command) => command.split(' ')[0])).toEqual(['GET', 'EXPIRE'])
    expect(replies(events)).toEqual(['(integer) 1'])
    expect(only(events, 'redis-key-removed')).toMatchObject([
      { cause: 'expired', process: null, exchange: null, at: EPOCH + 100_000 },
    ])
  })

  it('is out at once when its key is deleted by hand', async () => {
    const events = await log(MODERN_COUNTER, [alice, count, cli('DEL sess:{alice/connect.sid}'), look])
    expect(bodies(events).at(-1)).toBe('seen 0')
  })

  it('goes on when Redis comes back: the client connects again', async () => {
    const events = await log(MODERN_COUNTER, [
      alice,
      count,
      { type: 'stop-redis' },
      count,
      { type: 'start-redis' },
      count,
    ])
    expect(only(events, 'response-head').map(({ head }) => head.status)).toEqual([200, 500, 200])
    expect(only(events, 'fault')).toMatchObject([{ fault: 'handler-error', exchange: 2, message: 'TimeoutError' }])
    expect(bodies(events).at(-1)).toBe('visit 2')
    expect(only(events, 'process-exited')).toEqual([])
  })
})

describe('the clock goes to the next expiry', () => {
  it('of a key in Redis', async () => {
    const next: Action = { type: 'clock-to-next-expiry' }
    const events = await log('', [cli('SET a 1 PX 1500'), cli('SET b 1 EX 60'), next, cli('KEYS *'), next, next])
    expect(only(events, 'redis-key-removed').map(({ key, at }) => [key, at - EPOCH])).toEqual([
      ['a', 1500],
      ['b', 60_000],
    ])
    expect(only(events, 'action-ended').at(-1)).toMatchObject({ outcome: 'impossible', reason: 'no-expiry' })
  })
})

describe("actions on Redis that can't be done say why", () => {
  it.each<[string, readonly Action[], string]>([
    ['a command while it is down', [{ type: 'stop-redis' }, cli('GET a')], 'redis-down'],
    ['stopping it twice', [{ type: 'stop-redis' }, { type: 'stop-redis' }], 'redis-down'],
    ['starting it while it runs', [{ type: 'start-redis' }], 'redis-up'],
    ['a reference to no cookie', [cli('DEL sess:{bob/connect.sid}')], 'no-such-reference'],
  ])('%s', async (_name, story, reason) => {
    expect(only(await log('', story), 'action-ended').at(-1)).toMatchObject({ outcome: 'impossible', reason })
  })

  it('keep what was in it', async () => {
    const events = await log('', [cli('SET a 1'), { type: 'stop-redis' }, { type: 'start-redis' }, cli('GET a')])
    expect(replies(events)).toEqual(['OK', '"1"'])
  })
})
