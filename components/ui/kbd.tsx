import type { ReactNode } from 'react'

/** A key, as it is written on a keyboard. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-6 rounded border border-control bg-surface px-1.5 text-center text-xs/5 text-muted shadow-[0_1px_0_var(--control)]">
      {children}
    </kbd>
  )
}
