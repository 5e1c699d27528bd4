import type { Preview } from '@/lib/engine/sessions/preview'

/** Whether two previews show the same. Runs no student code. */
export function samePreview(a: Preview, b: Preview): boolean {
  if (a === b) return true
  switch (a.type) {
    case 'string':
      return b.type === 'string' && a.value === b.value && a.cut === b.cut
    case 'object':
    case 'array':
    case 'map':
      return a.type === b.type && a.more === b.more && sameEntries(a.entries, b.entries)
    default:
      return a.type === b.type && a.text === b.text
  }
}

type Entries = readonly (readonly [key: string, value: Preview])[]

function sameEntries(a: Entries, b: Entries): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) {
    const left = a[index]
    const right = b[index]
    if (!left || !right || left[0] !== right[0] || !samePreview(left[1], right[1])) return false
  }
  return true
}
