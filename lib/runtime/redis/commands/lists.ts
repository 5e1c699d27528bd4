import { type Call, command, growing } from '@/lib/runtime/redis/command'
import { move, pop } from '@/lib/runtime/redis/commands/list-ends'
import { rangeOf } from '@/lib/runtime/redis/commands/range-of'
import { fail, NO_SUCH_KEY, SYNTAX } from '@/lib/runtime/redis/errors'
import { int } from '@/lib/runtime/redis/numbers'
import { bulkOrNil, bulks, integer, OK, type Reply } from '@/lib/runtime/redis/reply'
import type { Value, ValueOf } from '@/lib/runtime/redis/value'

const empty = (): Value & ValueOf<'list'> => ({ kind: 'list', items: [] })

function itemsOf({ db, args: [key = ''] }: Call): readonly string[] {
  return db.read(key, 'list')?.items ?? []
}

/** LPUSH, RPUSH and, with `only`, LPUSHX and RPUSHX: those do nothing where there is no list. */
function push(name: string, end: 'left' | 'right', only = false) {
  return growing(name, -3, ({ db, args: [key = '', ...more] }) => {
    if (only && !db.read(key, 'list')) return integer(0)
    return db.edit(key, 'list', empty, ({ items }, touch) => {
      for (const item of more) end === 'left' ? items.unshift(item) : items.push(item)
      touch()
      return integer(items.length)
    })
  })
}

const lrange = command('lrange', 4, (call) => {
  const [, start = '', stop = ''] = call.args
  const [from, to] = [int(start), int(stop)]
  const items = itemsOf(call)
  return bulks(items.slice(...rangeOf(from, to, items.length)))
})

const lindex = command('lindex', 3, (call) => {
  const index = int(call.args[1] ?? '')
  return bulkOrNil(itemsOf(call).at(index))
})

const lset = growing('lset', 4, ({ db, args: [key = '', indexText = '', text = ''] }) => {
  const items = db.read(key, 'list')?.items ?? fail(NO_SUCH_KEY)
  const given = int(indexText)
  const index = given < 0 ? items.length + given : given
  if (index < 0 || index >= items.length) fail('ERR index out of range')
  items[index] = text
  db.changed(key)
  return OK
})

const lrem = command('lrem', 4, ({ db, args: [key = '', countText = '', text = ''] }) => {
  const count = int(countText)
  const items = db.read(key, 'list')?.items ?? []
  const most = count === 0 ? Infinity : Math.abs(count)
  const indices = [...items.keys()].filter((index) => items[index] === text)
  const chosen = count < 0 ? indices.reverse() : indices
  const doomed = new Set(chosen.slice(0, most))
  const kept = items.filter((_item, index) => !doomed.has(index))
  const removed = items.length - kept.length
  items.splice(0, items.length, ...kept)
  if (removed > 0) db.changed(key)
  return integer(removed)
})

const ltrim = command('ltrim', 4, ({ db, args: [key = '', start = '', stop = ''] }) => {
  const [from, to] = [int(start), int(stop)]
  const items = db.read(key, 'list')?.items
  if (!items) return OK
  items.splice(0, items.length, ...items.slice(...rangeOf(from, to, items.length)))
  db.changed(key)
  return OK
})

const linsert = growing('linsert', 5, ({ db, args: [key = '', where = '', pivot = '', text = ''] }) => {
  const place = where.toLowerCase()
  if (place !== 'before' && place !== 'after') fail(SYNTAX)
  const items = db.read(key, 'list')?.items
  if (!items) return integer(0)
  const index = items.indexOf(pivot)
  if (index === -1) return integer(-1)
  items.splice(place === 'before' ? index : index + 1, 0, text)
  db.changed(key)
  return integer(items.length)
})

function length(call: Call): Reply {
  return integer(itemsOf(call).length)
}

export const lists = [
  push('lpush', 'left'),
  push('rpush', 'right'),
  push('lpushx', 'left', true),
  push('rpushx', 'right', true),
  pop('lpop', 'left'),
  pop('rpop', 'right'),
  ...move,
  command('llen', 2, length),
  lrange,
  lindex,
  lset,
  lrem,
  ltrim,
  linsert,
]
