import type { Preview } from '@/lib/engine/sessions/preview'

/** A key that needs no quotes. */
const IDENTIFIER = /^[\p{L}_$][\p{L}\p{N}_$]*$/u

/**
 * A preview in one line, as a person would write it down: `{balance: 90}`, `['a', 1, …+3]`, `Map {a → 1}`.
 * @param length the most characters; what is longer ends in `…`
 */
export function previewText(preview: Preview, length = 120): string {
  const text = fullText(preview)
  const characters = text.length > length ? [...text] : []
  return characters.length > length ? `${characters.slice(0, Math.max(length - 1, 0)).join('')}…` : text
}

function fullText(preview: Preview): string {
  switch (preview.type) {
    case 'string':
      return quoted(preview.value, preview.cut)
    case 'object':
      return `{${list(preview, (key, value) => `${keyText(key)}: ${fullText(value)}`)}}`
    case 'array':
      return `[${list(preview, arrayEntry)}]`
    case 'map':
      return `Map {${list(preview, (key, value) => `${keyText(key)} → ${fullText(value)}`)}}`
    default:
      return preview.text
  }
}

type Entries = Extract<Preview, { readonly type: 'object' | 'array' | 'map' }>

function list({ entries, more }: Entries, entry: (key: string, value: Preview, index: number) => string): string {
  const texts = entries.map(([key, value], index) => entry(key, value, index))
  return [...texts, ...(more > 0 ? [`…+${more}`] : [])].join(', ')
}

/** An element in its place is only its value; after a hole, or under a name, it says where it is. */
function arrayEntry(key: string, value: Preview, index: number): string {
  return key === `${index}` ? fullText(value) : `${keyText(key)}: ${fullText(value)}`
}

function keyText(key: string): string {
  return IDENTIFIER.test(key) || /^(0|[1-9]\d*)$/.test(key) ? key : quoted(key, 0)
}

/** In single quotes, with whatever would not be seen escaped. */
function quoted(text: string, cut: number): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${escaped}${cut > 0 ? '…' : ''}'`
}
