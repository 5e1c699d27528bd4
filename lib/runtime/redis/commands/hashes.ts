import { type Call, command, growing } from '@/lib/runtime/redis/command'
import { scanOf } from '@/lib/runtime/redis/commands/scan'
import { fail, NOT_AN_INTEGER, wrongArguments } from '@/lib/runtime/redis/errors'
import { addDecimals, floating, int64, isInt64 } from '@/lib/runtime/redis/numbers'
import { array, bulk, bulkOrNil, bulks, integer, OK, type Reply, yes } from '@/lib/runtime/redis/reply'
import type { Value, ValueOf } from '@/lib/runtime/redis/value'

type Hash = ValueOf<'hash'>

const empty = (): Value & Hash => ({ kind: 'hash', fields: new Map() })

function fieldsOf({ db, args: [key = ''] }: Call): ReadonlyMap<string, string> {
  return db.read(key, 'hash')?.fields ?? empty().fields
}

/** Sets fields of a hash; gives how many are new. */
function setFields(name: string, { db, args: [key = '', ...pairs] }: Call): number {
  if (pairs.length % 2 !== 0) fail(wrongArguments(name))
  return db.edit(key, 'hash', empty, ({ fields }, touch) => {
    const before = fields.size
    for (let index = 0; index < pairs.length; index += 2) fields.set(pairs[index] ?? '', pairs[index + 1] ?? '')
    touch()
    return fields.size - before
  })
}

const hmset = growing('hmset', -4, (call) => {
  setFields('hmset', call)
  return OK
})

const hsetnx = growing('hsetnx', 4, ({ db, args: [key = '', field = '', text = ''] }) =>
  db.edit(key, 'hash', empty, ({ fields }, touch) => {
    if (fields.has(field)) return integer(0)
    fields.set(field, text)
    touch()
    return integer(1)
  }),
)

const hdel = command('hdel', -3, ({ db, args: [key = '', ...names] }) => {
  const fields = db.read(key, 'hash')?.fields
  const removed = names.filter((name) => fields?.delete(name)).length
  if (removed > 0) db.changed(key)
  return integer(removed)
})

/** Replaces one field by what `next` makes of it. */
function change({ db, args: [key = '', field = ''] }: Call, next: (before: string) => string): string {
  return db.edit(key, 'hash', empty, ({ fields }, touch) => {
    const text = next(fields.get(field) ?? '0')
    fields.set(field, text)
    touch()
    return text
  })
}

const hincrby = growing('hincrby', 4, (call) => {
  const delta = int64(call.args[2] ?? '', NOT_AN_INTEGER)
  const text = change(call, (before) => {
    const sum = int64(before, 'ERR hash value is not an integer') + delta
    return isInt64(sum) ? String(sum) : fail('ERR increment or decrement would overflow')
  })
  return integer(BigInt(text))
})

const hincrbyfloat = growing('hincrbyfloat', 4, (call) => {
  const delta = floating(call.args[2] ?? '')
  return bulk(
    change(
      call,
      (before) =>
        addDecimals(floating(before, 'ERR hash value is not a float'), delta) ??
        fail('ERR increment would produce NaN or Infinity'),
    ),
  )
})

function all(call: Call): Reply {
  return { type: 'map', pairs: [...fieldsOf(call)].map(([field, text]) => [bulk(field), bulk(text)] as const) }
}

export const hashes = [
  growing('hset', -4, (call) => integer(setFields('hset', call))),
  hmset,
  hsetnx,
  command('hget', 3, (call) => bulkOrNil(fieldsOf(call).get(call.args[1] ?? ''))),
  command('hmget', -3, (call) => array(call.args.slice(1).map((field) => bulkOrNil(fieldsOf(call).get(field))))),
  command('hgetall', 2, all),
  hdel,
  command('hexists', 3, (call) => yes(fieldsOf(call).has(call.args[1] ?? ''))),
  command('hlen', 2, (call) => integer(fieldsOf(call).size)),
  command('hkeys', 2, (call) => bulks(fieldsOf(call).keys())),
  command('hvals', 2, (call) => bulks(fieldsOf(call).values())),
  command('hstrlen', 3, (call) => integer(fieldsOf(call).get(call.args[1] ?? '')?.length ?? 0)),
  hincrby,
  hincrbyfloat,
  scanOf('hscan', fieldsOf),
]
