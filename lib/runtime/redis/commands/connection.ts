import { resetClient, subscriptions } from '@/lib/runtime/redis/client'
import { type Call, command } from '@/lib/runtime/redis/command'
import { clientCommand } from '@/lib/runtime/redis/commands/client-command'
import { hello } from '@/lib/runtime/redis/commands/hello'
import { fail, SYNTAX, wrongArguments } from '@/lib/runtime/redis/errors'
import { int } from '@/lib/runtime/redis/numbers'
import { bulk, bulks, OK, type Reply } from '@/lib/runtime/redis/reply'

function ping({ args, client }: Call): Reply {
  if (args.length > 1) fail(wrongArguments('ping'))
  if (client.protocol === 2 && subscriptions(client) > 0) return bulks(['pong', args[0] ?? ''])
  return args[0] === undefined ? { type: 'status', text: 'PONG' } : bulk(args[0])
}

function select({ args: [index = ''], client, keeper }: Call): Reply {
  const db = int(index)
  if (db < 0 || db >= keeper.databases.length) fail('ERR DB index is out of range')
  client.db = db
  return OK
}

/** This Redis has one user, `default`, and no password. */
function auth({ args }: Call): Reply {
  if (args.length > 2) fail(SYNTAX)
  if (args.length === 1)
    fail(
      'ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?',
    )
  return args[0] === 'default' ? OK : fail('WRONGPASS invalid username-password pair or user is disabled.')
}

function quit({ client }: Call): Reply {
  client.leaving = true
  return OK
}

function reset({ client }: Call): Reply {
  resetClient(client)
  return { type: 'status', text: 'RESET' }
}

export const connection = [
  command('ping', -1, ping),
  command('echo', 2, ({ args: [text = ''] }) => bulk(text)),
  command('select', 2, select),
  command('auth', -2, auth),
  command('quit', -1, quit),
  command('reset', 1, reset),
  hello,
  clientCommand,
]
