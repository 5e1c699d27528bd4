import { type Call, command } from '@/lib/runtime/redis/command'
import { VERSION } from '@/lib/runtime/redis/commands/version'
import { bulk } from '@/lib/runtime/redis/reply'

type Facts = readonly (readonly [name: string, value: string | number])[]

/** The sections of INFO, each with what is true of this Redis. */
const SECTIONS: Readonly<Record<string, (call: Call) => Facts>> = {
  Server: ({ keeper }) => [
    ['redis_version', VERSION],
    ['redis_mode', 'standalone'],
    ['os', 'Linux'],
    ['arch_bits', 64],
    ['process_id', 1],
    ['tcp_port', 6379],
    ['server_time_usec', keeper.now * 1000],
    ['uptime_in_seconds', Math.floor((keeper.now - keeper.startedAt) / 1000)],
    ['uptime_in_days', Math.floor((keeper.now - keeper.startedAt) / 86_400_000)],
  ],
  Clients: ({ keeper }) => [['connected_clients', keeper.clients.size]],
  Persistence: () => [
    ['loading', 0],
    ['rdb_bgsave_in_progress', 0],
    ['aof_enabled', 0],
  ],
  Stats: ({ keeper }) => [['total_commands_processed', keeper.done]],
  Replication: () => [
    ['role', 'master'],
    ['connected_slaves', 0],
  ],
  Cluster: () => [['cluster_enabled', 0]],
  Keyspace: ({ keeper }) =>
    keeper.databases.flatMap((db, index): Facts => {
      if (db.size === 0) return []
      const leaving = [...db.entries()].filter(([, { expires }]) => expires !== null).length
      return [[`db${index}`, `keys=${db.size},expires=${leaving},avg_ttl=0`]]
    }),
}

/** `INFO [section …]`. */
export const info = command('info', -1, (call) => {
  const wanted = call.args.map((name) => name.toLowerCase())
  const all = wanted.length === 0 || wanted.some((name) => ['all', 'default', 'everything'].includes(name))
  const chosen = Object.entries(SECTIONS).filter(([name]) => all || wanted.includes(name.toLowerCase()))
  const texts = chosen.map(([name, facts]) =>
    [`# ${name}`, ...facts(call).map(([fact, value]) => `${fact}:${value}`), ''].join('\r\n'),
  )
  return bulk(texts.join('\r\n'))
})
