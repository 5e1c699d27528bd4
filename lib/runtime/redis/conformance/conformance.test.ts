import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Clock } from '@/lib/engine/clock'
import { createRandom } from '@/lib/engine/random'
import {
  hasRealRedis,
  type RealClient,
  type RealRedis,
  startRealRedis,
} from '@/lib/runtime/redis/conformance/real-redis'
import { STORIES } from '@/lib/runtime/redis/conformance/stories'
import { encode } from '@/lib/runtime/redis/encode'
import { RedisServer } from '@/lib/runtime/redis/server'

const ORIGIN = { process: null, exchange: null }

/** `SET a "two words"`: a command as it stands in a story. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) =>
    (plain ?? quoted ?? '').replace(/\\x([\da-f]{2})/g, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  )
}

/** A reply in which the order of elements does not matter. */
function unordered(reply: string): string[] {
  return reply.split('\r\n').sort()
}

function ours(protocol: 2 | 3) {
  const observer = { done() {}, changed() {}, expired() {} }
  const server = new RedisServer({ clock: new Clock(Date.now()), random: createRandom('test'), most: 1e8, observer })
  const client = server.connect(() => {})
  client.protocol = protocol
  return (words: readonly string[]) => encode(server.execute(client, words, ORIGIN), client.protocol)
}

const installed = hasRealRedis()
if (!installed) console.warn('redis-server is not installed: replies are not compared with those of a real Redis')

describe.skipIf(!installed)('replies are those of a real Redis', () => {
  let redis: RealRedis
  beforeAll(async () => {
    redis = await startRealRedis()
  })
  afterAll(() => redis.stop())

  async function compare(story: string, protocol: 2 | 3, real: RealClient): Promise<void> {
    await real.ask(['HELLO', String(protocol)])
    await real.ask(['FLUSHALL'])
    const ask = ours(protocol)
    const theirs: unknown[] = []
    const here: unknown[] = []
    for (const command of story.split(/;\s*/)) {
      const words = wordsOf(command.replace(/^~/, ''))
      const shown = command.startsWith('~') ? unordered : (reply: string) => reply
      theirs.push([command, shown(await real.ask(words))])
      here.push([command, shown(ask(words))])
    }
    expect(here).toEqual(theirs)
  }

  const stories = Object.entries(STORIES).flatMap(([family, all]) => all.map((story) => [family, story] as const))

  it.each(stories)('%s: %s', async (_family, story) => {
    for (const protocol of [2, 3] as const) {
      const real = await redis.open()
      await compare(story, protocol, real)
      real.close()
    }
  })

  it('are compared for some hundred commands', () => {
    expect(stories.flatMap(([, story]) => story.split(';')).length).toBeGreaterThan(400)
  })
})
