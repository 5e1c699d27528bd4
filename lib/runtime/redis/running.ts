import type { Clock } from '@/lib/engine/clock'
import { createRandom } from '@/lib/engine/random'
import type { Recorder } from '@/lib/engine/trace/recorder'
import { bytesToText, encodeUtf8, textToBytes } from '@/lib/runtime/redis/byte-string'
import { type Client, subscriptions } from '@/lib/runtime/redis/client'
import { CommandParser } from '@/lib/runtime/redis/command-parser'
import { encode } from '@/lib/runtime/redis/encode'
import { redisLog } from '@/lib/runtime/redis/log'
import { errorReply } from '@/lib/runtime/redis/reply'
import { RedisServer } from '@/lib/runtime/redis/server'
import type { Origin, Peer, Service, Session } from '@/lib/runtime/services'

/** What a world's Redis may hold, in bytes. */
const MOST = 32 * 1024 * 1024

const BY_HAND: Origin = { process: null, exchange: null }

/** What a Redis needs of its world. */
export interface RedisParts {
  readonly clock: Clock
  readonly recorder: Recorder
  readonly seed: string
}

/** Makes a Redis for a world. */
export function createRedis(parts: RedisParts): RunningRedis {
  return new RunningRedis(parts)
}

/** A Redis server with the connections to it, as bytes. */
export class RunningRedis implements Service {
  readonly #server: RedisServer
  readonly #peers = new Map<Client, Peer>()
  /** The connection of the person's redis-cli. */
  #cli: Client | null = null

  constructor({ clock, recorder, seed }: RedisParts) {
    const random = createRandom(`${seed}/redis`)
    this.#server = new RedisServer({ clock, random, most: MOST, observer: redisLog(recorder) })
  }

  /** Closes every connection; what it holds is kept. */
  hangUp(): void {
    if (this.#cli) this.#server.disconnect(this.#cli)
    this.#cli = null
    for (const [client, peer] of this.#peers) {
      this.#server.disconnect(client)
      peer.close()
    }
    this.#peers.clear()
  }

  /** A person's command. */
  command(words: readonly string[]): void {
    this.#cli ??= this.#server.connect(() => {})
    this.#server.execute(this.#cli, words.map(encodeUtf8), BY_HAND)
    if (subscriptions(this.#cli) === 0 && !this.#cli.leaving) return
    this.#server.disconnect(this.#cli)
    this.#cli = null
  }

  nextExpiry(): number | null {
    return this.#server.nextExpiry()
  }

  accept(peer: Peer): Session {
    const client = this.#server.connect((reply) => peer.push(textToBytes(encode(reply, client.protocol))))
    const parser = new CommandParser()
    this.#peers.set(client, peer)
    return {
      receive: (bytes, by) => textToBytes(this.#receive(client, parser, bytesToText(bytes), by)),
      closed: () => {
        this.#server.disconnect(client)
        this.#peers.delete(client)
      },
    }
  }

  #receive(client: Client, parser: CommandParser, text: string, by: Origin): string {
    let answer = ''
    // It was stopped while this was on its way.
    if (!this.#peers.has(client)) return answer
    for (const parsed of parser.take(text)) {
      if (parsed.kind === 'mistake') {
        this.#peers.get(client)?.close()
        return answer + encode(errorReply(parsed.message), client.protocol)
      }
      const reply = this.#server.execute(client, parsed.words, by)
      answer += encode(reply, client.protocol)
      if (client.leaving) {
        this.#peers.get(client)?.close()
        return answer
      }
    }
    return answer
  }
}
