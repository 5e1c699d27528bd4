import { type Call, command, family } from '@/lib/runtime/redis/command'
import { fail } from '@/lib/runtime/redis/errors'
import { matches } from '@/lib/runtime/redis/glob'
import { bulk, OK, type Reply } from '@/lib/runtime/redis/reply'

/** What can be asked for; nothing of it can be set. */
const SETTINGS: Readonly<Record<string, string>> = {
  appendonly: 'no',
  bind: '127.0.0.1 -::1',
  databases: '16',
  maxmemory: '0',
  'maxmemory-policy': 'noeviction',
  'notify-keyspace-events': '',
  port: '6379',
  requirepass: '',
  save: '',
  timeout: '0',
}

function get({ args }: Call): Reply {
  const patterns = args.map((pattern) => pattern.toLowerCase())
  const chosen = Object.entries(SETTINGS).filter(([name]) => patterns.some((pattern) => matches(pattern, name)))
  return { type: 'map', pairs: chosen.map(([name, value]) => [bulk(name), bulk(value)] as const) }
}

function set({ args: [name = ''] }: Call): Reply {
  if (!(name.toLowerCase() in SETTINGS))
    fail(`ERR Unknown option or number of arguments for CONFIG SET - '${name.slice(0, 128)}'`)
  return fail(`ERR CONFIG SET failed (possibly related to argument '${name}') - can't set immutable config`)
}

export const configuration = family('config', [
  command('config|get', -3, get),
  command('config|set', -4, set),
  command('config|resetstat', 2, () => OK),
])
