import type { RandomStream } from '@/lib/engine/random'
import type { Client } from '@/lib/runtime/redis/client'
import type { Database } from '@/lib/runtime/redis/database'
import { fail, wrongArguments } from '@/lib/runtime/redis/errors'
import type { Reply } from '@/lib/runtime/redis/reply'

/** What commands need of the Redis they are given to. */
export interface Keeper {
  /** Milliseconds since the Unix epoch. */
  readonly now: number
  readonly startedAt: number
  readonly random: RandomStream
  readonly databases: readonly Database[]
  readonly clients: ReadonlySet<Client>
  /** Does a queued command of a transaction. */
  run(client: Client, args: readonly string[]): Reply
  /** How many commands were done so far. */
  readonly done: number
  /** The names of all commands. */
  readonly commands: ReadonlyMap<string, Command>
}

/** One command on its way. `args` are those behind its name (and behind its subcommand's). */
export interface Call {
  readonly args: readonly string[]
  readonly client: Client
  readonly db: Database
  readonly keeper: Keeper
}

export interface Command {
  /** As Redis spells it in errors: `config|get`. */
  readonly name: string
  /** How many words it takes, its name included; negative: at least so many. */
  readonly arity: number
  /** It may make the data grow, so it is refused when memory is full. */
  readonly grows: boolean
  readonly run: (call: Call) => Reply
}

export type Run = Command['run']

/** A command that only reads or removes. `words`: see `Command.arity`. */
export function command(name: string, words: number, run: Run): Command {
  return { name, arity: words, grows: false, run }
}

/** A command that may make the data grow. */
export function growing(name: string, words: number, run: Run): Command {
  return { name, arity: words, grows: true, run }
}

/** A command that consists of subcommands: `CONFIG GET`. */
export function family(name: string, members: readonly Command[]): Command {
  const byName = new Map(members.map((member) => [member.name.slice(name.length + 1), member]))
  return command(name, -2, (call) => {
    const [given = '', ...args] = call.args
    const member = byName.get(given.toLowerCase())
    if (!member) fail(`ERR unknown subcommand '${given.slice(0, 128)}'. Try ${name.toUpperCase()} HELP.`)
    if (!takes(member, args.length + 2)) fail(wrongArguments(member.name))
    return member.run({ ...call, args })
  })
}

/** Whether a command can be given with so many words. */
export function takes({ arity }: Command, words: number): boolean {
  return arity < 0 ? words >= -arity : words === arity
}
