import type { Call } from '@/lib/runtime/redis/command'
import { fail } from '@/lib/runtime/redis/errors'
import { int } from '@/lib/runtime/redis/numbers'

/**
 * The moment that `EX 60`, `PX 500`, `EXAT` or `PXAT` means; `null` when the option is none of them.
 * `name`: the command, for the complaint about a moment that makes no sense.
 */
export function expiryOption(call: Call, option: string | undefined, text: string, name: string): number | null {
  if (option !== 'EX' && option !== 'PX' && option !== 'EXAT' && option !== 'PXAT') return null
  return moment(call, int(text), option, name)
}

/** The moment at which a key goes that is to live so long (or until then). It has to be positive. */
export function moment({ keeper }: Call, given: number, unit: 'EX' | 'PX' | 'EXAT' | 'PXAT', name: string): number {
  const invalid = `ERR invalid expire time in '${name}' command`
  if (given <= 0) fail(invalid)
  const milliseconds = unit.startsWith('EX') ? given * 1000 : given
  const expires = unit.endsWith('AT') ? milliseconds : keeper.now + milliseconds
  return expires > Number.MAX_SAFE_INTEGER ? fail(invalid) : expires
}
