import type { Clock } from '@/lib/engine/clock'
import type { RandomStream } from '@/lib/engine/random'
import { type Client, newClient, subscriptions } from '@/lib/runtime/redis/client'
import { type Command, type Keeper, takes } from '@/lib/runtime/redis/command'
import { WHILE_LISTENING } from '@/lib/runtime/redis/commands/channels'
import { COMMANDS, NOT_OFFERED } from '@/lib/runtime/redis/commands/table'
import { NOT_QUEUED } from '@/lib/runtime/redis/commands/transactions'
import { type Change, Database } from '@/lib/runtime/redis/database'
import { CommandError, wrongArguments } from '@/lib/runtime/redis/errors'
import { Memory } from '@/lib/runtime/redis/memory'
import { errorReply, type Reply } from '@/lib/runtime/redis/reply'
import type { Origin } from '@/lib/runtime/services'

/** Sees everything that happens in a Redis. Texts are byte strings. */
export interface RedisObserver {
  done(by: Origin, words: readonly string[], reply: Reply): void
  changed(by: Origin, db: number, change: Change): void
  expired(db: number, key: string): void
}

export interface RedisParts {
  readonly clock: Clock
  readonly random: RandomStream
  /** How much it may hold, in bytes. */
  readonly most: number
  readonly observer: RedisObserver
}

const DATABASES = 16

/** A Redis: data by key, commands on it, and clients that give them. It knows no bytes and no network. */
export class RedisServer implements Keeper {
  readonly random: RandomStream
  readonly databases: readonly Database[]
  readonly clients = new Set<Client>()
  readonly commands = COMMANDS
  readonly startedAt: number
  done = 0
  readonly #clock: Clock
  readonly #observer: RedisObserver
  readonly #memory: Memory
  #ids = 0

  constructor({ clock, random, most, observer }: RedisParts) {
    this.#clock = clock
    this.random = random
    this.#observer = observer
    this.startedAt = clock.now
    this.databases = Array.from(
      { length: DATABASES },
      (_none, db) =>
        new Database(clock, (key) => {
          this.#spoil(db, key)
          observer.expired(db, key)
        }),
    )
    this.#memory = new Memory(this.databases, most)
  }

  get now(): number {
    return this.#clock.now
  }

  /** `push` sends the client what answers no command. */
  connect(push: (reply: Reply) => void): Client {
    const client = newClient(++this.#ids, push)
    this.clients.add(client)
    return client
  }

  disconnect(client: Client): void {
    this.clients.delete(client)
  }

  /** Does a command, and says so. `words` begins with its name. */
  execute(client: Client, words: readonly string[], by: Origin): Reply {
    this.done++
    const reply = this.#answer(client, words)
    this.#observer.done(by, words, reply)
    for (const [db, database] of this.databases.entries()) {
      for (const change of database.takeChanges()) this.#observer.changed(by, db, change)
    }
    return reply
  }

  /** When the next key goes by itself; `null` when none will. */
  nextExpiry(): number | null {
    const moments = this.databases.flatMap((database) => database.nextExpiry() ?? [])
    return moments.length > 0 ? Math.min(...moments) : null
  }

  #answer(client: Client, words: readonly string[]): Reply {
    const [name = '', ...args] = words
    const command = COMMANDS.get(name.toLowerCase())
    const refusal = this.#refusal(client, command, name, args)
    if (refusal !== null || !command) {
      if (client.transaction) client.transaction.broken = true
      return errorReply(refusal ?? '')
    }
    if (client.transaction && !NOT_QUEUED.has(command.name)) {
      client.transaction.queued.push(words)
      return { type: 'status', text: 'QUEUED' }
    }
    return this.run(client, words)
  }

  /** Why a command is not even begun; `null` when it is. */
  #refusal(client: Client, command: Command | undefined, name: string, args: readonly string[]): string | null {
    if (!command) return unknown(name, args)
    if (!takes(command, args.length + 1)) return wrongArguments(command.name)
    const listening = client.protocol === 2 && subscriptions(client) > 0
    if (listening && !WHILE_LISTENING.has(command.name))
      return `ERR Can't execute '${command.name}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context`
    if (command.grows && !this.#memory.hasRoom(args)) return "OOM command not allowed when used memory > 'maxmemory'."
    return null
  }

  run(client: Client, [name = '', ...args]: readonly string[]): Reply {
    const command = COMMANDS.get(name.toLowerCase())
    const db = this.databases[client.db]
    if (!command || !db) return errorReply(unknown(name, args))
    try {
      const reply = command.run({ args, client, db, keeper: this })
      this.#spoilChanged()
      return reply
    } catch (error) {
      if (error instanceof CommandError) return errorReply(error.message)
      throw error
    }
  }

  /** Transactions of clients that watch a key which was touched will not happen. */
  #spoilChanged(): void {
    for (const [db, database] of this.databases.entries()) {
      for (const key of database.touched()) this.#spoil(db, key)
    }
  }

  #spoil(db: number, key: string): void {
    for (const client of this.clients) if (client.watched.has(`${db}/${key}`)) client.dirty = true
  }
}

function unknown(name: string, args: readonly string[]): string {
  if (NOT_OFFERED.has(name.toLowerCase())) return `ERR '${name}' is not offered by this Redis`
  let shown = ''
  for (const arg of args) {
    if (shown.length >= 128) break
    shown += `'${arg.slice(0, 128 - shown.length)}' `
  }
  return `ERR unknown command '${name.slice(0, 128)}', with args beginning with: ${shown}`
}
