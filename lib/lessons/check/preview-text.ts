import type { Preview } from '@/lib/engine/sessions/preview'

/** A session row's value as `sessions` fences write it: `{balance: 90}`, `{user: 'alice', cart: [1, 2]}`. */
export function previewText(preview: Preview): string {
  switch (preview.type) {
    case 'string':
      return `'${preview.value}'${preview.cut > 0 ? '…' : ''}`
    case 'object':
    case 'map':
      return `{${[...preview.entries.map(([key, value]) => `${key}: ${previewText(value)}`), ...more(preview.more)].join(', ')}}`
    case 'array':
      return `[${[...preview.entries.map(([, value]) => previewText(value)), ...more(preview.more)].join(', ')}]`
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'symbol':
    case 'null':
    case 'undefined':
    case 'opaque':
      return preview.text
    default:
      return preview satisfies never
  }
}

function more(count: number): readonly string[] {
  return count > 0 ? ['…'] : []
}
