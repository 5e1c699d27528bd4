import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import type { VisitorId } from '@/lib/engine/story/action'
import { percentDecoded, signedValue } from '@/lib/engine/trace/signed-value'

/** What references need of a visitor. */
export interface Referred {
  readonly jar: {
    /** Of the cookies of this name, whatever their host, the one that was set last. */
    setLast(name: string): StoredCookie | null
  }
}

/**
 * `{alice/connect.sid}` or `{alice/connect.sid/raw}`. A visitor is named by a word; a cookie's name is a token
 * (RFC 6265bis section 4.1.1), which holds neither braces nor slashes nor quotes, so that JSON is no reference.
 */
const REFERENCE = /\{([\p{L}\p{N}_-]+)\/([!#$%&'*+.^_`|~\w-]+)(\/raw)?\}/gu

/**
 * A text of an action with what its references stand for at this moment: the session id in a visitor's cookie
 * (percent-decoded, without `s:` and signature), or with `/raw` the cookie's value as it is. An action that names a
 * cookie this way means the same against an edited program; literal bytes would not.
 *
 * @returns `null` when a reference leads to no cookie
 */
export function resolveReferences(text: string, visitors: ReadonlyMap<VisitorId, Referred>): string | null {
  let missing = false
  const resolved = text.replace(REFERENCE, (reference, visitor: string, name: string, raw: string | undefined) => {
    const cookie = visitors.get(visitor)?.jar.setLast(name)
    if (cookie) return raw === undefined ? sessionIdIn(cookie.value) : cookie.value
    missing = true
    return reference
  })
  return missing ? null : resolved
}

function sessionIdIn(value: string): string {
  return percentDecoded(signedValue(value)?.id ?? value)
}
