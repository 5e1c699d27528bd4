import { startOf, symbolText } from '@/lib/engine/sessions/intrinsics'
import type { Preview } from '@/lib/engine/sessions/preview'

/** The preview of a value that is no object. `stringLength` in UTF-16 units. */
export function primitivePreview(value: unknown, stringLength: number): Preview {
  switch (typeof value) {
    case 'string':
      return stringPreview(value, stringLength)
    case 'number':
      return { type: 'number', text: numberText(value) }
    case 'bigint':
      return { type: 'bigint', text: `${value}n` }
    case 'boolean':
      return { type: 'boolean', text: value ? 'true' : 'false' }
    case 'symbol':
      return { type: 'symbol', text: symbolText(value) }
    case 'undefined':
      return { type: 'undefined', text: 'undefined' }
    default:
      return { type: 'null', text: 'null' }
  }
}

/** `-0` keeps its sign, as it would in a console. */
export function numberText(value: number): string {
  return value === 0 && 1 / value < 0 ? '-0' : `${value}`
}

function stringPreview(text: string, length: number): Preview {
  if (text.length <= length) return { type: 'string', value: text, cut: 0 }
  const value = startOf(text, length)
  return { type: 'string', value, cut: text.length - value.length }
}
