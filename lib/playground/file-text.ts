/** What a file's text is, as far as it matters for how it is shown. */
export type FileText =
  | { readonly kind: 'json'; readonly pretty: string }
  /** Called JSON, and none: `message` is what JSON.parse throws. */
  | { readonly kind: 'broken-json'; readonly message: string }
  | { readonly kind: 'text' }

/** Looks at a file's text. One that was cut off to fit the log is not judged: what is missing may be what makes it JSON. */
export function fileText(path: string, content: string, cut: number): FileText {
  if (cut > 0 || !path.endsWith('.json')) return { kind: 'text' }
  try {
    return { kind: 'json', pretty: laidOut(JSON.parse(content)) }
  } catch (error) {
    return { kind: 'broken-json', message: error instanceof Error ? error.message : String(error) }
  }
}

/** Each member on a line of its own; what is inside of them stays on that line, so that a session is short. */
function laidOut(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value)
  const lines = Object.entries(value).map(([key, member]) => `  ${JSON.stringify(key)}: ${JSON.stringify(member)}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`
}

/** A file's text before and after, both laid out where both are JSON, so that lines can be compared. */
export function comparable(path: string, before: Text, after: Text): readonly [before: string, after: string] {
  const [a, b] = [fileText(path, before.content, before.cut), fileText(path, after.content, after.cut)]
  return a.kind === 'json' && b.kind === 'json' ? [a.pretty, b.pretty] : [before.content, after.content]
}

interface Text {
  readonly content: string
  readonly cut: number
}
