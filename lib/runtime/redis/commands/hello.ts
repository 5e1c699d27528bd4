import { type Call, command } from '@/lib/runtime/redis/command'
import { VERSION } from '@/lib/runtime/redis/commands/version'
import { fail } from '@/lib/runtime/redis/errors'
import { parseInt64 } from '@/lib/runtime/redis/numbers'
import { array, bulk, integer, type Reply } from '@/lib/runtime/redis/reply'

/** `HELLO [protocol [AUTH user password] [SETNAME name]]`. */
export const hello = command('hello', -1, (call) => {
  const [version, ...options] = call.args
  const { client } = call
  let protocol = client.protocol
  if (version !== undefined) {
    const wanted = parseInt64(version) ?? fail('ERR Protocol version is not an integer or out of range')
    if (wanted !== 2n && wanted !== 3n) fail('NOPROTO unsupported protocol version')
    protocol = wanted === 2n ? 2 : 3
  }
  const name = nameIn(options)
  client.protocol = protocol
  if (name !== null) client.name = name
  return greeting(call)
})

function nameIn(options: readonly string[]): string | null {
  let name: string | null = null
  for (let index = 0; index < options.length; ) {
    const option = options[index]?.toUpperCase()
    const rest = options.length - index - 1
    if (option === 'AUTH' && rest >= 2) {
      if (options[index + 1] !== 'default') fail('WRONGPASS invalid username-password pair or user is disabled.')
      index += 3
    } else if (option === 'SETNAME' && rest >= 1) {
      name = validName(options[index + 1] ?? '')
      index += 2
    } else fail(`ERR Syntax error in HELLO option '${options[index]?.slice(0, 128)}'`)
  }
  return name
}

/** Names of clients are printable, without spaces. */
export function validName(name: string): string {
  if (!/^[!-~]*$/.test(name)) fail('ERR Client names cannot contain spaces, newlines or special characters.')
  return name
}

function greeting({ client }: Call): Reply {
  const pairs: (readonly [string, Reply])[] = [
    ['server', bulk('redis')],
    ['version', bulk(VERSION)],
    ['proto', integer(client.protocol)],
    ['id', integer(client.id)],
    ['mode', bulk('standalone')],
    ['role', bulk('master')],
    ['modules', array([])],
  ]
  return { type: 'map', pairs: pairs.map(([field, value]) => [bulk(field), value] as const) }
}
