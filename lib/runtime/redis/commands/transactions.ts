import { type Call, command } from '@/lib/runtime/redis/command'
import { fail } from '@/lib/runtime/redis/errors'
import { array, NIL_ARRAY, OK, type Reply } from '@/lib/runtime/redis/reply'

function multi({ client }: Call): Reply {
  if (client.transaction) fail('ERR MULTI calls can not be nested')
  client.transaction = { queued: [], broken: false }
  return OK
}

function unwatch({ client }: Pick<Call, 'client'>): Reply {
  client.watched.clear()
  client.dirty = false
  return OK
}

function exec({ client, keeper }: Call): Reply {
  const { transaction, dirty } = client
  if (!transaction) fail('ERR EXEC without MULTI')
  client.transaction = null
  unwatch({ client })
  if (transaction.broken) fail('EXECABORT Transaction discarded because of previous errors.')
  if (dirty) return NIL_ARRAY
  return array(transaction.queued.map((args) => keeper.run(client, args)))
}

function discard({ client }: Call): Reply {
  if (!client.transaction) fail('ERR DISCARD without MULTI')
  client.transaction = null
  return unwatch({ client })
}

function watch({ client, args }: Call): Reply {
  if (client.transaction) fail('ERR WATCH inside MULTI is not allowed')
  for (const key of args) client.watched.add(`${client.db}/${key}`)
  return OK
}

/** Commands that are done at once also between MULTI and EXEC. */
export const NOT_QUEUED: ReadonlySet<string> = new Set(['multi', 'exec', 'discard', 'watch', 'quit', 'reset'])

export const transactions = [
  command('multi', 1, multi),
  command('exec', 1, exec),
  command('discard', 1, discard),
  command('watch', -2, watch),
  command('unwatch', 1, unwatch),
]
