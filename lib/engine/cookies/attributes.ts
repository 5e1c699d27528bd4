import { parseCookieDate } from '@/lib/engine/cookies/cookie-date'
import type { AppliedRule } from '@/lib/engine/cookies/decision'
import { parseMaxAge } from '@/lib/engine/cookies/max-age'
import type { JarPolicy } from '@/lib/engine/cookies/policy'
import type { CookieAttribute } from '@/lib/engine/cookies/set-cookie-string'

/** What the attributes of one line say, the last of each kind winning. `null`: not there, or not usable. */
export interface CookieAttributes {
  /** Milliseconds since the Unix epoch. */
  expires: number | null
  /** Seconds; may be negative. */
  maxAge: number | null
  /** Lower case, without a leading dot; may be empty. */
  domain: string | null
  /** As written. */
  path: string | null
  secure: boolean
  httpOnly: boolean
  /** As written. */
  sameSite: string | null
  /** As written. */
  priority: string | null
  partitioned: boolean
}

/** @see RFC 6265bis sections 5.6.1 and 5.6.2: what cannot be read is no attribute at all, so an earlier one stands */
function readExpires(value: string, into: CookieAttributes, notes: AppliedRule[]): boolean {
  const expires = parseCookieDate(value)
  if (expires === null) notes.push({ rule: 'expires-unreadable', values: { value } })
  else into.expires = expires
  return expires !== null
}

function readMaxAge(value: string, into: CookieAttributes, notes: AppliedRule[]): boolean {
  const maxAge = parseMaxAge(value)
  if (maxAge === null) notes.push({ rule: 'max-age-unreadable', values: { value } })
  else into.maxAge = maxAge
  return maxAge !== null
}

/** @see RFC 6265bis section 5.6.3 */
function readDomain(value: string, into: CookieAttributes): void {
  into.domain = (value.startsWith('.') ? value.slice(1) : value).toLowerCase()
}

/**
 * Reads the attributes of a Set-Cookie line in their order.
 * @param notes receives what was ignored and why
 * @see RFC 6265bis sections 5.6.1 to 5.6.7; draft-west-cookie-priority-00 section 4.1;
 * draft-cutler-httpbis-partitioned-cookies-01 section 2.3
 */
export function readAttributes(
  attributes: readonly CookieAttribute[],
  policy: JarPolicy,
  notes: AppliedRule[],
): CookieAttributes {
  const read: CookieAttributes = {
    expires: null,
    maxAge: null,
    domain: null,
    path: null,
    secure: false,
    httpOnly: false,
    sameSite: null,
    priority: null,
    partitioned: false,
  }
  const seen: string[] = []
  let leadingDot = false
  for (const { name, value } of attributes) {
    const kind = name.toLowerCase()
    if (policy.unknownAttributes.includes(kind)) {
      notes.push({ rule: 'attribute-of-later', values: { attribute: name } })
      continue
    }
    switch (kind) {
      case 'expires':
        if (!readExpires(value, read, notes)) continue
        break
      case 'max-age':
        if (!readMaxAge(value, read, notes)) continue
        break
      case 'domain':
        readDomain(value, read)
        leadingDot = value.startsWith('.')
        break
      case 'path':
        read.path = value
        break
      case 'secure':
        read.secure = true
        break
      case 'httponly':
        read.httpOnly = true
        break
      case 'samesite':
        read.sameSite = value
        break
      case 'priority':
        read.priority = value
        break
      case 'partitioned':
        read.partitioned = true
        break
      default:
        notes.push({ rule: 'attribute-unknown', values: { attribute: name } })
        continue
    }
    if (seen.includes(kind)) notes.push({ rule: 'attribute-repeated', values: { attribute: name } })
    else seen.push(kind)
  }
  if (leadingDot) notes.push({ rule: 'domain-leading-dot' })
  return read
}
