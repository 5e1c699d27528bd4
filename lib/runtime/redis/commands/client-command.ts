import { type Client, subscriptions } from '@/lib/runtime/redis/client'
import { type Call, command, family } from '@/lib/runtime/redis/command'
import { validName } from '@/lib/runtime/redis/commands/hello'
import { fail } from '@/lib/runtime/redis/errors'
import { bulk, bulkOrNil, integer, OK, type Reply } from '@/lib/runtime/redis/reply'

function setName({ args: [name = ''], client }: Call): Reply {
  client.name = validName(name)
  return OK
}

function setInfo({ args: [attribute = '', value = ''], client }: Call): Reply {
  const wanted = attribute.toLowerCase()
  if (!/^[!-~]*$/.test(value)) fail(`ERR ${wanted} cannot contain spaces, newlines or special characters.`)
  if (wanted === 'lib-name') client.library = value
  else if (wanted === 'lib-ver') client.libraryVersion = value
  else fail(`ERR Unrecognized option '${attribute}'`)
  return OK
}

function describe(client: Client): string {
  const facts = {
    id: client.id,
    addr: `127.0.0.1:${50_000 + client.id}`,
    laddr: '127.0.0.1:6379',
    name: client.name,
    db: client.db,
    sub: client.channels.size,
    psub: client.patterns.size,
    multi: client.transaction?.queued.length ?? -1,
    user: 'default',
    'lib-name': client.library,
    'lib-ver': client.libraryVersion,
    resp: client.protocol,
    flags: subscriptions(client) > 0 ? 'P' : client.transaction ? 'x' : 'N',
  }
  return `${Object.entries(facts)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')}\n`
}

export const clientCommand = family('client', [
  command('client|id', 2, ({ client }) => integer(client.id)),
  command('client|setname', 3, setName),
  command('client|getname', 2, ({ client }) => bulkOrNil(client.name === '' ? null : client.name)),
  command('client|setinfo', 4, setInfo),
  command('client|info', 2, ({ client }) => bulk(describe(client))),
  command('client|list', -2, ({ keeper }) => bulk([...keeper.clients].map(describe).join(''))),
])
