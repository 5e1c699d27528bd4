import type { Pattern } from '@/lib/lessons/model'

/** A pattern as its author wrote it; what is captured stands out, as it is a name and not the text itself. */
export function PatternText({ pattern }: { readonly pattern: Pattern }) {
  let offset = 0
  return pattern.map((part) => {
    const key = offset++
    if (part.type === 'text') return part.text
    return (
      <var key={key} className="rounded bg-accent-soft px-1 text-accent not-italic">
        {part.other ? '≠ ' : ''}
        {part.name}
      </var>
    )
  })
}
