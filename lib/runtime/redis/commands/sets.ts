import { type Call, command, growing } from '@/lib/runtime/redis/command'
import { randomMembers } from '@/lib/runtime/redis/commands/random-members'
import { scanOf } from '@/lib/runtime/redis/commands/scan'
import { array, bulk, integer, type Reply, yes } from '@/lib/runtime/redis/reply'
import type { Value, ValueOf } from '@/lib/runtime/redis/value'

const empty = (): Value & ValueOf<'set'> => ({ kind: 'set', members: new Set() })

function membersOf({ db }: Call, key: string): ReadonlySet<string> {
  return db.read(key, 'set')?.members ?? new Set()
}

const sadd = growing('sadd', -3, ({ db, args: [key = '', ...more] }) =>
  db.edit(key, 'set', empty, ({ members }, touch) => {
    const before = members.size
    for (const member of more) members.add(member)
    if (members.size > before) touch()
    return integer(members.size - before)
  }),
)

const srem = command('srem', -3, ({ db, args: [key = '', ...names] }) => {
  const members = db.read(key, 'set')?.members
  const removed = names.filter((name) => members?.delete(name)).length
  if (removed > 0) db.changed(key)
  return integer(removed)
})

const smove = command('smove', 4, ({ db, args: [from = '', to = '', member = ''] }) => {
  const source = db.read(from, 'set')?.members
  db.read(to, 'set')
  if (!source?.has(member)) return integer(0)
  if (from === to) return integer(1)
  source.delete(member)
  db.changed(from)
  db.edit(to, 'set', empty, ({ members }, touch) => {
    members.add(member)
    touch()
  })
  return integer(1)
})

type Combine = (sets: readonly ReadonlySet<string>[]) => string[]

const COMBINATIONS: Readonly<Record<'inter' | 'union' | 'diff', Combine>> = {
  inter: ([first = new Set(), ...others]) => [...first].filter((member) => others.every((other) => other.has(member))),
  union: (sets) => [...new Set(sets.flatMap((set) => [...set]))],
  diff: ([first = new Set(), ...others]) => [...first].filter((member) => !others.some((other) => other.has(member))),
}

const combinations = Object.entries(COMBINATIONS).flatMap(([name, combine]) => [
  command(`s${name}`, -2, (call) => setOf(combine(call.args.map((key) => membersOf(call, key))))),
  growing(`s${name}store`, -3, (call) => {
    const [to = '', ...from] = call.args
    const members = new Set(combine(from.map((key) => membersOf(call, key))))
    if (members.size === 0) call.db.delete(to)
    else call.db.set(to, { kind: 'set', members })
    return integer(members.size)
  }),
])

function setOf(members: Iterable<string>): Reply {
  return { type: 'set', items: [...members].map(bulk) }
}

function has(call: Call, member: string): Reply {
  return yes(membersOf(call, call.args[0] ?? '').has(member))
}

export const sets = [
  sadd,
  srem,
  smove,
  command('smembers', 2, (call) => setOf(membersOf(call, call.args[0] ?? ''))),
  command('sismember', 3, (call) => has(call, call.args[1] ?? '')),
  command('smismember', -3, (call) => array(call.args.slice(1).map((member) => has(call, member)))),
  command('scard', 2, (call) => integer(membersOf(call, call.args[0] ?? '').size)),
  ...combinations,
  ...randomMembers,
  scanOf('sscan', (call, key) => [...membersOf(call, key)].map((member) => [member])),
]
