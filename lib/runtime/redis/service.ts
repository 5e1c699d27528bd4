import type { RedisControl } from '@/lib/engine/network/machine'
import { createRedis, type RedisParts, type RunningRedis } from '@/lib/runtime/redis/running'
import type { Peer, Service, Session } from '@/lib/runtime/services'

/** Where Redis listens. */
export const REDIS_PORT = 6379

/**
 * The Redis of a world: it runs from the start, can be stopped and started, and keeps its data. It is made when somebody
 * first asks it for something: most programs never do, and its code need not be read for them.
 */
export class RedisService implements Service, RedisControl {
  readonly #parts: RedisParts
  #made: RunningRedis | null = null
  #up = true

  constructor(parts: RedisParts) {
    this.#parts = parts
  }

  get up(): boolean {
    return this.#up
  }

  start(): void {
    this.#up = true
    this.#parts.recorder.emit({ type: 'redis-state', up: true })
  }

  stop(): void {
    this.#up = false
    this.#parts.recorder.emit({ type: 'redis-state', up: false })
    this.#made?.hangUp()
  }

  command(words: readonly string[]): void {
    this.#redis().command(words)
  }

  accept(peer: Peer): Session {
    return this.#redis().accept(peer)
  }

  nextExpiry(): number | null {
    return this.#made?.nextExpiry() ?? null
  }

  #redis(): RunningRedis {
    this.#made ??= createRedis(this.#parts)
    return this.#made
  }
}
