import { resolveReferences } from '@/lib/engine/story/reference'
import type { Jars, VisitorJar } from '@/lib/engine/trace/jar-at'

/** Shorter ids are words like others: a text may hold them by chance. */
const CLEAR = 8

/**
 * A file's path, or a word of a Redis command, as a story should say it: where a visitor's cookie holds the session id in
 * it, by that cookie, because against an edited program the id is another. Otherwise as it is.
 */
export function symbolicText(text: string, jars: Jars): string {
  for (const jar of jars.values()) {
    for (const name of namesOf(jar)) {
      const reference = `{${jar.visitor}/${name}}`
      const id = resolveReferences(
        reference,
        new Map([[jar.visitor, { jar: { setLast: () => only(jar, name), valuesOf: () => [] } }]]),
      )
      if (id !== null && id.length >= CLEAR && text.includes(id)) return text.replace(id, reference)
    }
  }
  return text
}

/** Names that one cookie of a jar has: of several, which was set last is not known here. */
function namesOf({ cookies }: VisitorJar): string[] {
  const names = [...cookies.values()].map(({ name }) => name)
  return names.filter((name) => names.indexOf(name) === names.lastIndexOf(name))
}

function only({ cookies }: VisitorJar, name: string) {
  return [...cookies.values()].find((cookie) => cookie.name === name) ?? null
}
