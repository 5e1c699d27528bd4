/** What the maps of this folder may be keyed by. */
export type Key = string | number

/** A key's hash: 32 bits, FNV-1a over the UTF-16 units of a string, a bit mix (Murmur3's last step) of a number. */
export function hashOf(key: Key): number {
  return typeof key === 'number' ? mixed(key) : fnv1a(key)
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}

function mixed(key: number): number {
  let hash = key | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
