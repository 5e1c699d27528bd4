import type { AppliedRule } from '@/lib/engine/cookies/decision'
import { defaultPath } from '@/lib/engine/cookies/path-match'

/**
 * Under which paths a new cookie goes back. It is compared as written: nothing is decoded or resolved.
 *
 * @param attribute the Path attribute; `null`: there is none
 * @see RFC 6265bis section 5.6.4 and section 5.7 step 11
 */
export function cookiePath(attribute: string | null, requestPath: string, notes: AppliedRule[]): string {
  if (attribute?.startsWith('/')) return attribute
  const path = defaultPath(requestPath)
  notes.push(
    attribute === null
      ? { rule: 'path-default', values: { path } }
      : { rule: 'path-not-absolute', values: { value: attribute, path } },
  )
  return path
}
