import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { Clock } from '@/lib/engine/clock'
import { createRandom } from '@/lib/engine/random'
import { encodeUtf8 } from '@/lib/runtime/redis/byte-string'
import { cliText } from '@/lib/runtime/redis/cli-format'
import { hasRealRedis, startRealRedis } from '@/lib/runtime/redis/conformance/real-redis'
import type { Reply } from '@/lib/runtime/redis/reply'
import { RedisServer } from '@/lib/runtime/redis/server'

const observer = { done() {}, changed() {}, expired() {} }
const COMMANDS: readonly (readonly string[])[] = [
  ['SET', 'a', 'b'],
  ['GET', 'a'],
  ['GET', 'none'],
  ['INCR', 'n'],
  ['INCR', 'a'],
  ['SET', 'q', '{"user":"alice"}\n\t\\'],
  ['GET', 'q'],
  ['RPUSH', 'l', ...'abcdefghijkl'],
  ['LRANGE', 'l', '0', '-1'],
  ['LRANGE', 'none', '0', '-1'],
  ['HSET', 'h', 'f', 'v'],
  ['HGETALL', 'h'],
  ['SCAN', '0', 'MATCH', 'a'],
  ['MGET', 'a', 'none'],
  ['TTL', 'a'],
  ['TYPE', 'a'],
  ['NOSUCH'],
]

describe('what redis-cli prints', () => {
  it.skipIf(!hasRealRedis())('is printed here', async () => {
    const real = await startRealRedis()
    const server = new RedisServer({ clock: new Clock(0), random: createRandom('test'), most: 1e6, observer })
    const client = server.connect(() => {})
    try {
      for (const words of COMMANDS) {
        const cli = spawnSync('redis-cli', ['--no-raw', '-p', String(real.port), ...words], { encoding: 'utf8' })
        const reply = server.execute(client, words, { process: null, exchange: null })
        expect(`${words.join(' ')}\n${cliText(reply)}\n`).toBe(
          `${words.join(' ')}\n${cli.stdout.replace(/\n\n$/, '\n')}`,
        )
      }
    } finally {
      await real.stop()
    }
  })

  it('stays readable where it is UTF-8, unlike there', () => {
    expect(cliText({ type: 'bulk', text: encodeUtf8('第1次') })).toBe('"第1次"')
    expect(cliText({ type: 'bulk', text: '\xff\x00a' })).toBe('"\\xff\\x00a"')
  })

  it('is nested lists below each other', () => {
    const inner: Reply = { type: 'array', items: [{ type: 'integer', value: 1 }, { type: 'nil' }] }
    expect(cliText({ type: 'array', items: [inner, { type: 'status', text: 'OK' }] })).toBe(
      '1) 1) (integer) 1\n   2) (nil)\n2) OK',
    )
  })
})
