import { type Call, growing } from '@/lib/runtime/redis/command'
import { textAt } from '@/lib/runtime/redis/commands/strings'
import { fail } from '@/lib/runtime/redis/errors'
import { addDecimals, floating, int64, isInt64 } from '@/lib/runtime/redis/numbers'
import { bulk, integer, type Reply } from '@/lib/runtime/redis/reply'

function add(call: Call, delta: bigint): Reply {
  const key = call.args[0] ?? ''
  const sum = int64(textAt(call, key) ?? '0') + delta
  if (!isInt64(sum)) fail('ERR increment or decrement would overflow')
  call.db.replace(key, { kind: 'string', text: String(sum) })
  return integer(sum)
}

const decrby = growing('decrby', 3, (call) => {
  const delta = int64(call.args[1] ?? '')
  if (!isInt64(-delta)) fail('ERR decrement would overflow')
  return add(call, -delta)
})

const incrbyfloat = growing('incrbyfloat', 3, (call) => {
  const [key = '', delta = ''] = call.args
  const before = floating(textAt(call, key) ?? '0')
  const text = addDecimals(before, floating(delta)) ?? fail('ERR increment would produce NaN or Infinity')
  call.db.replace(key, { kind: 'string', text })
  return bulk(text)
})

export const counters = [
  growing('incr', 2, (call) => add(call, 1n)),
  growing('decr', 2, (call) => add(call, -1n)),
  growing('incrby', 3, (call) => add(call, int64(call.args[1] ?? ''))),
  decrby,
  incrbyfloat,
]
