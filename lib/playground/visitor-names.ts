import type { Story, VisitorId } from '@/lib/engine/story/action'

/** The field's usual cast, in its usual order (RFC 6265's readers know alice and bob). */
const NAMES = [
  'alice',
  'bob',
  'carol',
  'dave',
  'erin',
  'frank',
  'grace',
  'heidi',
  'ivan',
  'judy',
  'mallory',
  'oscar',
  'peggy',
]

/** A name that no action of the story uses yet: `alice`, `bob` … and then `alice2`, `bob2` … */
export function freshVisitorName(story: Story): VisitorId {
  const taken = new Set<VisitorId>()
  for (const action of story) if ('visitor' in action) taken.add(action.visitor)
  for (let round = 1; ; round++) {
    for (const name of NAMES) {
      const candidate = round === 1 ? name : `${name}${round}`
      if (!taken.has(candidate)) return candidate
    }
  }
}
