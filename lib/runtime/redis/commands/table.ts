import type { Command } from '@/lib/runtime/redis/command'
import { channels } from '@/lib/runtime/redis/commands/channels'
import { connection } from '@/lib/runtime/redis/commands/connection'
import { counters } from '@/lib/runtime/redis/commands/counters'
import { expiry } from '@/lib/runtime/redis/commands/expiry'
import { hashes } from '@/lib/runtime/redis/commands/hashes'
import { keys } from '@/lib/runtime/redis/commands/keys'
import { lists } from '@/lib/runtime/redis/commands/lists'
import { serverCommands } from '@/lib/runtime/redis/commands/server-commands'
import { sets } from '@/lib/runtime/redis/commands/sets'
import { strings } from '@/lib/runtime/redis/commands/strings'
import { transactions } from '@/lib/runtime/redis/commands/transactions'
import { zsets } from '@/lib/runtime/redis/commands/zsets'

const ALL = [
  ...strings,
  ...counters,
  ...keys,
  ...expiry,
  ...hashes,
  ...lists,
  ...sets,
  ...zsets,
  ...transactions,
  ...connection,
  ...serverCommands,
  ...channels,
]

/** Every command that is offered, by its name in small letters. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(ALL.map((command) => [command.name, command]))

/** Commands that Redis has and that are not offered here: nobody shall be told that they don't exist. */
export const NOT_OFFERED: ReadonlySet<string> = new Set(
  `acl bgrewriteaof bgsave bitcount bitfield bitfield_ro bitop bitpos blmove blmpop blpop brpop brpoplpush bzmpop
   bzpopmax bzpopmin cluster copy debug dump eval eval_ro evalsha evalsha_ro failover fcall fcall_ro function geoadd
   geodist geohash geopos georadius georadiusbymember geosearch geosearchstore getbit hrandfield latency lcs lmpop lolwut
   lpos memory migrate module monitor move object pfadd pfcount pfmerge psync readonly readwrite replicaof restore role
   save script setbit setrange shutdown sintercard slaveof slowlog sort sort_ro spublish ssubscribe sunsubscribe swapdb
   sync wait xack xadd xautoclaim xclaim xdel xgroup xinfo xlen xpending xrange xread xreadgroup xrevrange xsetid xtrim
   zdiff zdiffstore zinter zintercard zinterstore zlexcount zmpop zrandmember zrangebylex zrangestore zremrangebylex
   zrevrangebylex zunion zunionstore`.split(/\s+/),
)
