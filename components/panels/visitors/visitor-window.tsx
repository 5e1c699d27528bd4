'use client'

import { useState } from 'react'
import { usePlaygroundActions } from '@/components/shared/context'
import type { VisitorState } from '@/lib/engine/trace/visitors-at'
import { type PageTitle, PageView } from './page/page-view'
import { ScriptReading } from './script-reading'
import { WindowBar } from './window-bar'

/** A visitor's browser: its bar, its page, and what a script in the page could read of the jar. */
export function VisitorWindow({ state }: { state: VisitorState }) {
  const { selectVisitor } = usePlaygroundActions()
  const [title, setTitle] = useState<PageTitle>({ exchange: 0, text: '' })
  return (
    <article
      aria-label={state.visitor}
      onFocusCapture={() => selectVisitor(state.visitor)}
      className="flex h-full min-h-0 flex-col overflow-hidden rounded-lg border border-control bg-raised"
    >
      <WindowBar state={state} title={state.page?.exchange === title.exchange ? title.text : ''} />
      <div className="relative min-h-0 flex-1 overflow-auto">
        <PageView visitor={state.visitor} page={state.page} onTitle={setTitle} />
      </div>
      <ScriptReading visitor={state.visitor} />
    </article>
  )
}
