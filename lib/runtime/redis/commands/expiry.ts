import { type Call, command } from '@/lib/runtime/redis/command'
import { fail } from '@/lib/runtime/redis/errors'
import { int } from '@/lib/runtime/redis/numbers'
import { integer, type Reply } from '@/lib/runtime/redis/reply'

/** Seconds or milliseconds, from now on or since 1970. */
interface Measure {
  readonly unit: 1 | 1000
  readonly absolute: boolean
}

function expire(name: string, { unit, absolute }: Measure) {
  return command(name, -3, (call) => {
    const { db, keeper } = call
    const [key = '', text = '', ...conditions] = call.args
    const given = int(text)
    const may = conditionOf(conditions)
    const expires = given * unit + (absolute ? 0 : keeper.now)
    if (Math.abs(expires) > Number.MAX_SAFE_INTEGER) fail(`ERR invalid expire time in '${name}' command`)
    const entry = db.get(key)
    if (!entry || !may(entry.expires, expires)) return integer(0)
    db.expireAt(key, expires)
    return integer(1)
  })
}

/** NX: only where there is none yet. XX: only where there is one. GT, LT: only a later, an earlier one; none is the latest. */
function conditionOf(options: readonly string[]): (before: number | null, after: number) => boolean {
  const names = options.map((option) => option.toUpperCase())
  const unknown = names.findIndex((name) => !['NX', 'XX', 'GT', 'LT'].includes(name))
  if (unknown !== -1) fail(`ERR Unsupported option ${options[unknown]}`)
  const has = (name: string) => names.includes(name)
  if (has('NX') && (has('XX') || has('GT') || has('LT')))
    fail('ERR NX and XX, GT or LT options at the same time are not compatible')
  if (has('GT') && has('LT')) fail('ERR GT and LT options at the same time are not compatible')
  return (before, after) =>
    (!has('NX') || before === null) &&
    (!has('XX') || before !== null) &&
    (!has('GT') || (before !== null && after > before)) &&
    (!has('LT') || before === null || after < before)
}

/** TTL and the like: -2 when there is no such key, -1 when it stays. */
function remaining(name: string, { unit, absolute }: Measure) {
  return command(name, 2, ({ db, keeper, args: [key = ''] }) => {
    const entry = db.get(key)
    if (!entry) return integer(-2)
    if (entry.expires === null) return integer(-1)
    const milliseconds = absolute ? entry.expires : entry.expires - keeper.now
    // Redis rounds to the nearest second.
    return integer(unit === 1 ? milliseconds : Math.floor((milliseconds + 500) / 1000))
  })
}

function persist({ db, args: [key = ''] }: Call): Reply {
  const entry = db.get(key)
  if (!entry || entry.expires === null) return integer(0)
  db.expireAt(key, null)
  return integer(1)
}

export const expiry = [
  expire('expire', { unit: 1000, absolute: false }),
  expire('pexpire', { unit: 1, absolute: false }),
  expire('expireat', { unit: 1000, absolute: true }),
  expire('pexpireat', { unit: 1, absolute: true }),
  remaining('ttl', { unit: 1000, absolute: false }),
  remaining('pttl', { unit: 1, absolute: false }),
  remaining('expiretime', { unit: 1000, absolute: true }),
  remaining('pexpiretime', { unit: 1, absolute: true }),
  command('persist', 2, persist),
]
