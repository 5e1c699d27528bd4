'use client'

import { memo } from 'react'
import { usePlaygroundActions } from '@/components/shared/context'
import { canGoBack, type VisitorState } from '@/lib/engine/trace/visitors-at'
import { PageView } from './page/page-view'
import { useAnswer } from './page/use-answer'
import { ScriptReading } from './script-reading'
import { WindowBar } from './window-bar'

/** A visitor's browser: its bar, its page, and what a script in the page could read of the jar. */
export const VisitorWindow = memo(function VisitorWindow({ state }: { state: VisitorState }) {
  const { selectVisitor } = usePlaygroundActions()
  const answer = useAnswer(state.page)
  return (
    <article
      aria-label={state.visitor}
      onFocusCapture={() => selectVisitor(state.visitor)}
      className="flex h-full min-h-0 flex-col overflow-hidden rounded-lg border border-control bg-raised"
    >
      <WindowBar
        visitor={state.visitor}
        incognito={state.incognito}
        browser={state.browser}
        url={state.page?.url ?? null}
        title={answer.kind === 'page' ? answer.page.title : ''}
        hasBefore={canGoBack(state)}
      />
      <div className="relative min-h-0 flex-1 overflow-auto">
        <PageView visitor={state.visitor} answer={answer} />
      </div>
      <ScriptReading visitor={state.visitor} />
    </article>
  )
})
