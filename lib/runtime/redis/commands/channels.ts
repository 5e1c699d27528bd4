import { type Client, subscriptions } from '@/lib/runtime/redis/client'
import { type Call, command, family } from '@/lib/runtime/redis/command'
import { matches } from '@/lib/runtime/redis/glob'
import { bulk, bulkOrNil, bulks, integer, type Reply } from '@/lib/runtime/redis/reply'

type Which = 'channels' | 'patterns'

/** SUBSCRIBE and PSUBSCRIBE: one answer for each name. */
function subscribe(name: string, which: Which) {
  return command(name, -2, ({ client, args }) => ({
    type: 'several',
    replies: args.map((one) => {
      client[which].add(one)
      return confirmation(name, one, client)
    }),
  }))
}

/** UNSUBSCRIBE and PUNSUBSCRIBE: of all, where none is named. */
function unsubscribe(name: string, which: Which) {
  return command(name, -1, ({ client, args }) => {
    const names: readonly (string | null)[] = args.length > 0 ? args : [...client[which]]
    return {
      type: 'several',
      replies: (names.length > 0 ? names : [null]).map((one) => {
        if (one !== null) client[which].delete(one)
        return confirmation(name, one, client)
      }),
    }
  })
}

function confirmation(name: string, channel: string | null, client: Client): Reply {
  return { type: 'push', items: [bulk(name), bulkOrNil(channel), integer(subscriptions(client))] }
}

function publish({ args: [channel = '', message = ''], keeper }: Call): Reply {
  let reached = 0
  for (const client of keeper.clients) {
    if (client.channels.has(channel)) {
      reached++
      client.push({ type: 'push', items: ['message', channel, message].map(bulk) })
    }
    for (const pattern of client.patterns) {
      if (!matches(pattern, channel)) continue
      reached++
      client.push({ type: 'push', items: ['pmessage', pattern, channel, message].map(bulk) })
    }
  }
  return integer(reached)
}

function channelsOf({ args: [pattern], keeper }: Call): Reply {
  const all = new Set([...keeper.clients].flatMap((client) => [...client.channels]))
  return bulks([...all].filter((channel) => pattern === undefined || matches(pattern, channel)))
}

/** What a client that listens may still say, unless it speaks RESP3. */
export const WHILE_LISTENING: ReadonlySet<string> = new Set([
  'subscribe',
  'unsubscribe',
  'psubscribe',
  'punsubscribe',
  'ping',
  'quit',
  'reset',
])

export const channels = [
  subscribe('subscribe', 'channels'),
  subscribe('psubscribe', 'patterns'),
  unsubscribe('unsubscribe', 'channels'),
  unsubscribe('punsubscribe', 'patterns'),
  command('publish', 3, publish),
  family('pubsub', [command('pubsub|channels', -2, channelsOf)]),
]
