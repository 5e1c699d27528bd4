import type { ReactNode, Ref } from 'react'

interface ScrollAreaProps {
  readonly label: string
  readonly className: string
  readonly ref?: Ref<HTMLDivElement>
  readonly children: ReactNode
}

/**
 * What scrolls must be reachable by keyboard (WCAG 2.1.1), so it takes the focus and has a name. It is positioned, or
 * what is only read aloud in it would stand outside of it and lengthen the page; and contained, as nothing that happens in
 * it moves anything around it.
 */
export function ScrollArea({ label, className, ref, children }: ScrollAreaProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div ref={ref} role="group" aria-label={label} tabIndex={0} className={`relative contain-content ${className}`}>
      {children}
    </div>
  )
}
