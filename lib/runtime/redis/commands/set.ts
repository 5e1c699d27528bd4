import { type Call, growing } from '@/lib/runtime/redis/command'
import { expiryOption } from '@/lib/runtime/redis/commands/expiry-option'
import { fail, SYNTAX } from '@/lib/runtime/redis/errors'
import { bulkOrNil, NIL, OK, type Reply } from '@/lib/runtime/redis/reply'

interface SetOptions {
  readonly expires: number | null
  readonly keepTtl: boolean
  readonly condition: 'NX' | 'XX' | null
  readonly get: boolean
}

/** `SET key value [NX | XX] [GET] [EX | PX | EXAT | PXAT n | KEEPTTL]`. */
export const set = growing('set', -3, (call) => {
  const [key = '', text = '', ...options] = call.args
  const { expires, keepTtl, condition, get } = optionsOf(call, options)
  const { db } = call
  const before = get ? db.read(key, 'string') : db.get(key)?.value
  const answer = (reply: Reply): Reply => (get ? bulkOrNil(before && 'text' in before ? before.text : null) : reply)
  if (condition === 'NX' ? db.has(key) : condition === 'XX' && !db.has(key)) return answer(NIL)
  db.set(key, { kind: 'string', text }, keepTtl ? (db.get(key)?.expires ?? null) : expires)
  return answer(OK)
})

function optionsOf(call: Call, options: readonly string[]): SetOptions {
  let expires: number | null = null
  let keepTtl = false
  let condition: 'NX' | 'XX' | null = null
  let get = false
  for (let index = 0; index < options.length; index++) {
    const option = options[index]?.toUpperCase()
    const hasExpiry = expires !== null || keepTtl
    if ((option === 'NX' || option === 'XX') && (condition ?? option) === option) condition = option
    else if (option === 'GET') get = true
    else if (option === 'KEEPTTL' && expires === null) keepTtl = true
    else if (!hasExpiry && index + 1 < options.length) {
      expires = expiryOption(call, option, options[++index] ?? '', 'set') ?? fail(SYNTAX)
    } else fail(SYNTAX)
  }
  return { expires, keepTtl, condition, get }
}
