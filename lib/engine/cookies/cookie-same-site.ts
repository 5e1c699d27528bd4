import type { SameSite } from '@/lib/engine/cookies/cookie'
import type { AppliedRule } from '@/lib/engine/cookies/decision'
import type { JarPolicy } from '@/lib/engine/cookies/policy'

const enforcements: ReadonlyMap<string, SameSite> = new Map([
  ['strict', 'Strict'],
  ['lax', 'Lax'],
  ['none', 'None'],
])

/**
 * The SameSite that a new cookie is stored with.
 *
 * @param attribute the last SameSite attribute; `null`: there is none
 * @see RFC 6265bis section 5.6.7 and section 5.7 step 17
 */
export function cookieSameSite(attribute: string | null, policy: JarPolicy, notes: AppliedRule[]): SameSite {
  if (attribute !== null) {
    const enforcement = enforcements.get(attribute.toLowerCase())
    if (enforcement !== undefined) return enforcement
    notes.push({ rule: 'samesite-unknown', values: { value: attribute } })
  }
  notes.push({ rule: policy.defaultSameSite === 'Lax' ? 'samesite-default-lax' : 'samesite-default-none' })
  return 'Default'
}
