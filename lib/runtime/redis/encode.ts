import { formatDouble } from '@/lib/runtime/redis/numbers'
import type { Reply } from '@/lib/runtime/redis/reply'

/** A reply as it goes over the wire, as a byte string (Redis documentation, "Redis serialization protocol specification"). */
export function encode(reply: Reply, protocol: 2 | 3): string {
  const all = (replies: readonly Reply[]) => replies.map((one) => encode(one, protocol)).join('')
  const list = (sign: string, items: readonly Reply[], length = items.length) => `${sign}${length}\r\n${all(items)}`
  switch (reply.type) {
    case 'status':
      return `+${reply.text}\r\n`
    case 'error':
      // A line of its own, whatever was put into it.
      return `-${reply.message.replace(/[\r\n]/g, ' ')}\r\n`
    case 'integer':
      return `:${reply.value}\r\n`
    case 'bulk':
      return bulk(reply.text)
    case 'double':
      return protocol === 3 ? `,${formatDouble(reply.value)}\r\n` : bulk(formatDouble(reply.value))
    case 'nil':
      return protocol === 3 ? '_\r\n' : '$-1\r\n'
    case 'nil-array':
      return protocol === 3 ? '_\r\n' : '*-1\r\n'
    case 'array':
      return list('*', reply.items)
    case 'set':
      return list(protocol === 3 ? '~' : '*', reply.items)
    case 'push':
      return list(protocol === 3 ? '>' : '*', reply.items)
    case 'map': {
      const items = reply.pairs.flat()
      return protocol === 3 ? list('%', items, reply.pairs.length) : list('*', items)
    }
    case 'several':
      return all(reply.replies)
    default:
      return reply satisfies never
  }
}

function bulk(text: string): string {
  return `$${text.length}\r\n${text}\r\n`
}
