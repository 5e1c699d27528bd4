import type { PhrasingContent } from 'mdast'

/** What stands before the colon with which a text begins, as in `a: text`, and the text without it; `null` when nothing does. */
export function afterMarker(
  children: readonly PhrasingContent[],
  marker: RegExp,
): { readonly marker: string; readonly rest: PhrasingContent[] } | null {
  const [text, ...rest] = children
  const match = text?.type === 'text' ? marker.exec(text.value) : null
  if (text?.type !== 'text' || match?.[1] === undefined) return null
  const value = text.value.slice(match[0].length)
  return { marker: match[1], rest: value === '' ? rest : [{ ...text, value }, ...rest] }
}
