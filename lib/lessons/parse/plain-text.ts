import type { Nodes } from '@/lib/lessons/parse/markdown'

/** The text of a node without its markup. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(plainText).join('') : ''
}
