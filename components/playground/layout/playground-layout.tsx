'use client'

import { type ReactNode, useRef } from 'react'
import { NarrowLayout } from '@/components/playground/layout/narrow-layout'
import { useViewport } from '@/components/playground/layout/use-viewport'
import { WideLayout } from '@/components/playground/layout/wide-layout'
import { useShortcuts } from '@/components/playground/use-shortcuts'

/**
 * The panels beside each other where there is room, behind tabs where there is not or where `isNarrow` says so. `children` is the lesson's
 * text.
 */
export function PlaygroundLayout({ isNarrow, children }: { isNarrow: boolean; children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null)
  const ofPage = useViewport()
  const viewport = isNarrow && ofPage === 'wide' ? 'narrow' : ofPage
  useShortcuts(root)
  return (
    <div ref={root} className="flex min-h-0 min-w-0 flex-1 flex-col">
      {viewport === 'wide' && <WideLayout>{children}</WideLayout>}
      {viewport === 'narrow' && <NarrowLayout>{children}</NarrowLayout>}
      {/* What the server renders: the text alone, where it will stand. */}
      {viewport === 'unknown' && (
        <div className="relative min-h-0 w-full flex-1 overflow-auto bg-surface min-[900px]:w-[27%]">{children}</div>
      )}
    </div>
  )
}
