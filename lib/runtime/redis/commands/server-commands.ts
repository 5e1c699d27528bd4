import { type Call, command, family } from '@/lib/runtime/redis/command'
import { configuration } from '@/lib/runtime/redis/commands/configuration'
import { info } from '@/lib/runtime/redis/commands/info'
import { fail, SYNTAX } from '@/lib/runtime/redis/errors'
import { bulks, integer, OK, type Reply } from '@/lib/runtime/redis/reply'

/** FLUSHDB and FLUSHALL; `ASYNC` and `SYNC` make no difference here. */
function flush(name: string, whole: boolean) {
  return command(name, -1, ({ args, db, keeper }) => {
    if (args.length > 1 || (args[0] !== undefined && !/^(a?sync)$/i.test(args[0]))) fail(SYNTAX)
    for (const one of whole ? keeper.databases : [db]) one.clear()
    return OK
  })
}

function time({ keeper }: Call): Reply {
  return bulks([String(Math.floor(keeper.now / 1000)), String((keeper.now % 1000) * 1000)])
}

const commandFamily = family('command', [
  command('command|count', 2, ({ keeper }) => integer(keeper.commands.size)),
  command('command|list', -2, ({ keeper }) => bulks(keeper.commands.keys())),
  command('command|docs', -2, () => ({ type: 'map', pairs: [] })),
])

/** Without a subcommand it lists them all. */
const commands = {
  ...commandFamily,
  arity: -1,
  run: (call: Call) => (call.args.length === 0 ? bulks(call.keeper.commands.keys()) : commandFamily.run(call)),
}

export const serverCommands = [
  command('dbsize', 1, ({ db }) => integer(db.size)),
  flush('flushdb', false),
  flush('flushall', true),
  command('time', 1, time),
  command('lastsave', 1, ({ keeper }) => integer(Math.floor(keeper.startedAt / 1000))),
  info,
  configuration,
  commands,
]
