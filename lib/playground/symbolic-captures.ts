import { referenceParts } from '@/lib/engine/story/reference'
import type { Log } from '@/lib/engine/trace/log'
import type { Captures } from '@/lib/lessons/check/match-pattern'

/**
 * What names in braces stand for, as a story should say it in a header: where a value is one that a visitor's cookie had,
 * by that cookie and the number of the value (`{alice/connect.sid/2}`), because against an edited program the bytes are
 * others. Otherwise as it is.
 */
export function symbolicCaptures(captures: Captures, log: Log): Captures {
  if (captures.size === 0) return captures
  const values = new Map<string, Set<string>>()
  const references = new Map<string, string>()
  for (const event of log.events()) {
    if (event.type !== 'cookie' || event.decision.kind !== 'stored') continue
    const { name, value } = event.decision.cookie
    const cookie = `${event.visitor}/${name}`
    const had = (values.get(cookie) ?? new Set()).add(value)
    values.set(cookie, had)
    const reference = `{${cookie}/${[...had].indexOf(value) + 1}}`
    if (!references.has(value) && isReference(reference)) references.set(value, reference)
  }
  return new Map([...captures].map(([name, value]) => [name, references.get(value) ?? value]))
}

/** Names that no reference can hold are rare, but there are some. */
function isReference(text: string): boolean {
  return referenceParts(text)[0]?.text === text && referenceParts(text)[0]?.type === 'reference'
}
