import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createClient } from 'redis'
import { freePort } from '../../support/free-port'
import { findRedisServer } from '../../support/redis-server'

/**
 * Keys are given so much more real time than they have, in milliseconds: while the world's clock stands still,
 * the real one does not. Too little to be seen in a TTL, which Redis rounds to seconds.
 */
const SLACK = 400

/** Real time between two looks at a key that counts as nothing having been done to its expiry, in milliseconds. */
const DRIFT = 2000

function clientOf(port: number) {
  return createClient({ socket: { port, host: '127.0.0.1' } })
}

interface Held {
  /** What is left of the key's life in a world's time, in milliseconds. */
  readonly left: number
  /** The TTL that it was given in real time. */
  readonly given: number
}

/** One life of a Redis, and our connection to it. */
interface Running {
  readonly server: ChildProcess
  readonly client: ReturnType<typeof clientOf>
}

/** A real Redis, whose keys grow older only when they are told to. It writes to disk only what is to outlive a stop. */
export class RedisOnNode {
  readonly port: number
  readonly #folder: string
  /** `null` while it is stopped. */
  #running: Running | null = null
  #held = new Map<string, Held>()

  private constructor(port: number, folder: string) {
    this.port = port
    this.#folder = folder
  }

  /** @param folder where it may write */
  static async start(folder: string): Promise<RedisOnNode> {
    const redis = new RedisOnNode(await freePort(), folder)
    await redis.start()
    return redis
  }

  async start(): Promise<void> {
    const options = { port: this.port, bind: '127.0.0.1', save: '', appendonly: 'no', dir: this.#folder }
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
    const server = spawn(findRedisServer(), args, { stdio: ['ignore', 'pipe', 'inherit'] })
    await ready(server)
    const client = clientOf(this.port)
    client.on('error', () => {})
    await client.connect()
    this.#running = { server, client }
  }

  /** Its connections break and are refused until it is started again; its data stays. */
  async stop(): Promise<void> {
    await this.#running?.client.sendCommand(['SAVE'])
    await this.end()
  }

  async command(words: readonly string[]): Promise<void> {
    // What a person is told by an error is of no consequence here.
    await this.#running?.client.sendCommand(words).catch(() => {})
  }

  /** Lets a world's time pass for all keys, in milliseconds; 0 only sees to it that no real time does. */
  async pass(milliseconds: number): Promise<void> {
    if (!this.#running) return
    const { client } = this.#running
    const held = new Map<string, Held>()
    for (const key of await client.keys('*')) {
      const real = await client.pTTL(key)
      if (real < 0) continue
      const left = this.#leftOf(key, real) - milliseconds
      const given = left + SLACK
      if (left > 0) held.set(key, { left, given })
      await (left > 0 ? client.pExpire(key, given) : client.del(key))
    }
    this.#held = held
  }

  /** A key that nobody touched has what it had; any other what it was given just now, which was whole seconds. */
  #leftOf(key: string, real: number): number {
    const held = this.#held.get(key)
    const untouched = held !== undefined && real <= held.given && held.given - real < DRIFT
    return untouched ? held.left : Math.ceil(real / 1000) * 1000
  }

  async end(): Promise<void> {
    const running = this.#running
    this.#running = null
    if (!running) return
    running.client.destroy()
    const gone = once(running.server, 'exit')
    running.server.kill('SIGKILL')
    await gone
  }
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    server.stdout?.on('data', (text: Buffer) => {
      output += text
      if (output.includes('Ready to accept connections')) resolve()
    })
    server.on('error', reject)
    server.on('exit', () => reject(new Error(`redis-server ended:\n${output}`)))
  })
}
