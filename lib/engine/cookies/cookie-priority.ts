import type { Priority } from '@/lib/engine/cookies/cookie'
import type { AppliedRule } from '@/lib/engine/cookies/decision'

const priorities: ReadonlyMap<string, Priority> = new Map([
  ['low', 'Low'],
  ['medium', 'Medium'],
  ['high', 'High'],
])

/**
 * The Priority that a new cookie is stored with.
 *
 * @param attribute the last Priority attribute; `null`: there is none
 * @returns `undefined` where there is none that counts: it is Medium then
 * @see draft-west-cookie-priority-00 section 4.1
 */
export function cookiePriority(attribute: string | null, notes: AppliedRule[]): Priority | undefined {
  if (attribute === null) return undefined
  const priority = priorities.get(attribute.toLowerCase())
  if (priority === undefined) notes.push({ rule: 'priority-unknown', values: { value: attribute } })
  return priority
}
