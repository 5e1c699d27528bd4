import { describe, expect, it } from 'vitest'
import { Clock } from '@/lib/engine/clock'
import { createRandom } from '@/lib/engine/random'
import { encode } from '@/lib/runtime/redis/encode'
import { matches } from '@/lib/runtime/redis/glob'
import type { RedisObserver } from '@/lib/runtime/redis/server'
import { RedisServer } from '@/lib/runtime/redis/server'

const ORIGIN = { process: null, exchange: null }
const SILENT: RedisObserver = { done() {}, changed() {}, expired() {} }

function redis({ most = 1e6, observer = SILENT } = {}) {
  const clock = new Clock(1_000_000)
  const server = new RedisServer({ clock, random: createRandom('test'), most, observer })
  const pushed: string[] = []
  const client = server.connect((reply) => pushed.push(encode(reply, 2)))
  const ask = (...words: string[]) => encode(server.execute(client, words, ORIGIN), client.protocol)
  const moveTo = (moment: number) => {
    for (const run of clock.moveTo(1_000_000 + moment)) run()
  }
  return { server, clock, ask, pushed, moveTo }
}

describe('a key', () => {
  it('goes at its very moment, told once, whatever was said of it meanwhile', () => {
    const expired: string[] = []
    const { ask, moveTo, clock } = redis({ observer: { ...SILENT, expired: (_db, key) => expired.push(key) } })
    ask('SET', 'a', '1', 'PX', '100')
    ask('SET', 'b', '1', 'PX', '100')
    ask('PEXPIRE', 'a', '300')
    ask('SET', 'c', '1', 'PX', '200')
    ask('PEXPIRE', 'c', '50')
    ask('SET', 'd', '1', 'PX', '100')
    ask('PERSIST', 'd')
    moveTo(50)
    moveTo(99)
    expect(ask('EXISTS', 'a', 'b', 'c', 'd')).toBe(':3\r\n')
    moveTo(100)
    expect(ask('EXISTS', 'b')).toBe(':0\r\n')
    moveTo(clock.nextDue() ?? 0)
    moveTo(300)
    expect(expired).toEqual(['c', 'b', 'a'])
    expect(ask('KEYS', '*')).toBe('*1\r\n$1\r\nd\r\n')
    expect(clock.pending).toBe(0)
  })

  it('that is given a new expiry with every request leaves no more than one appointment', () => {
    const { ask, clock } = redis()
    for (let visit = 0; visit < 100; visit++) ask('SET', 'a', String(visit), 'EX', String(60 + visit))
    expect(clock.pending).toBe(1)
  })

  it('that was deleted and came back is another one', () => {
    const { ask, moveTo } = redis()
    ask('SET', 'a', '1', 'PX', '100')
    ask('DEL', 'a')
    ask('SET', 'a', '2')
    moveTo(200)
    expect(ask('GET', 'a')).toBe('$1\r\n2\r\n')
  })

  it('spoils a transaction when it goes', () => {
    const { ask, moveTo } = redis()
    ask('SET', 'a', '1', 'PX', '100')
    ask('WATCH', 'a')
    moveTo(100)
    ask('MULTI')
    expect(ask('EXEC')).toBe('*-1\r\n')
  })
})

describe('SCAN', () => {
  it('meets every key that is there all the while, once, although others come and go', () => {
    const { ask } = redis()
    for (let index = 0; index < 95; index++) ask('SET', `key:${index}`, '1')
    const met: string[] = []
    let cursor = '0'
    do {
      const [, next = '0', , ...rest] = ask('SCAN', cursor, 'COUNT', '7')
        .split('\r\n')
        .filter((line) => !line.startsWith('$'))
      cursor = next
      met.push(...rest.filter((line) => line.startsWith('key:')))
      ask('DEL', met.at(0) ?? '')
      ask('SET', `late:${met.length}`, '1')
    } while (cursor !== '0')
    expect(met).toHaveLength(95)
    expect(new Set(met).size).toBe(95)
  })
})

describe('memory', () => {
  const OOM = "-OOM command not allowed when used memory > 'maxmemory'.\r\n"

  it('is bounded: what would make it grow is refused, in words of Redis, until something goes', () => {
    const { ask } = redis({ most: 20_000 })
    const text = 'x'.repeat(1000)
    const replies = Array.from({ length: 30 }, (_none, index) => ask('SET', `k${index}`, text))
    expect(replies[0]).toBe('+OK\r\n')
    expect(replies.at(-1)).toBe(OOM)
    expect(ask('APPEND', 'k0', 'x')).toBe(OOM)
    expect(ask('GET', 'k0')).toContain(text)
    expect(ask('FLUSHALL')).toBe('+OK\r\n')
    expect(ask('SET', 'k', text)).toBe('+OK\r\n')
  })

  it('does not fill up by writing the same again and again', () => {
    const { ask } = redis({ most: 20_000 })
    const replies = Array.from({ length: 500 }, () => ask('SET', 'same', 'x'.repeat(1000)))
    expect(new Set(replies)).toEqual(new Set(['+OK\r\n']))
  })
})

describe('channels', () => {
  it('reach who listens, by name and by pattern', () => {
    const { ask, server, pushed } = redis()
    expect(ask('SUBSCRIBE', 'news', 'more')).toBe(
      '*3\r\n$9\r\nsubscribe\r\n$4\r\nnews\r\n:1\r\n*3\r\n$9\r\nsubscribe\r\n$4\r\nmore\r\n:2\r\n',
    )
    ask('PSUBSCRIBE', 'n*')
    expect(ask('GET', 'a')).toMatch(/^-ERR Can't execute 'get': only/)
    const other = server.connect(() => {})
    expect(server.execute(other, ['PUBLISH', 'news', 'hi'], ORIGIN)).toEqual({ type: 'integer', value: 2 })
    expect(pushed).toEqual([
      '*3\r\n$7\r\nmessage\r\n$4\r\nnews\r\n$2\r\nhi\r\n',
      '*4\r\n$8\r\npmessage\r\n$2\r\nn*\r\n$4\r\nnews\r\n$2\r\nhi\r\n',
    ])
    ask('UNSUBSCRIBE')
    ask('PUNSUBSCRIBE')
    expect(ask('PING')).toBe('+PONG\r\n')
  })
})

describe('what Redis has and this one has not', () => {
  it('is not denied', () => {
    expect(redis().ask('EVAL', 'return 1', '0')).toBe("-ERR 'EVAL' is not offered by this Redis\r\n")
  })
})

describe('a pattern', () => {
  it('takes no longer the more stars it has', () => {
    expect(matches(`${'*a'.repeat(30)}b`, 'a'.repeat(5000))).toBe(false)
  })

  it.each([
    ['a\\*', 'a*', true],
    ['a\\*', 'ab', false],
    ['[]', 'a', false],
    ['[^]', 'a', true],
    ['[a', 'a', true],
    ['[a-', '-', true],
    ['', '', true],
    ['\\', '\\', true],
  ])('%s and %s: %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected)
  })
})
