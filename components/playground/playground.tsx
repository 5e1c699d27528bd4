'use client'

import '@/components/playground/editor.css'
import '@/components/playground/playground.css'
import '@/components/playground/sequence.css'
import '@/components/playground/session-colours.css'
import { type ReactNode, useEffect, useState } from 'react'
import { PlaygroundLayout } from '@/components/playground/layout/playground-layout'
import { PlaygroundProvider } from '@/components/shared/context'
import { createBrowserPlayground, createPreviewPlayground } from '@/lib/playground/browser-playground'
import type { PlaygroundLesson } from '@/lib/playground/lesson-props'

interface PlaygroundProps {
  readonly lesson: PlaygroundLesson
  /** Beside the editor of the instructor's desk: one panel at a time, and nothing of it is kept. */
  readonly isPreview?: boolean
  readonly children: ReactNode
}

/** A lesson's playground: makes its store and its runtime once, starts the program, and lays out the panels. */
export function Playground(props: PlaygroundProps) {
  const { lesson } = props
  return <MountedPlayground key={JSON.stringify(lesson)} {...props} />
}

function MountedPlayground({ lesson, isPreview = false, children }: PlaygroundProps) {
  const [store] = useState(() => (isPreview ? createPreviewPlayground(lesson) : createBrowserPlayground(lesson)))
  useEffect(() => {
    const unmount = store.mount()
    window.addEventListener('pagehide', store.leave)
    return () => {
      window.removeEventListener('pagehide', store.leave)
      unmount()
    }
  }, [store])
  return (
    <PlaygroundProvider store={store}>
      <PlaygroundLayout isNarrow={isPreview}>{children}</PlaygroundLayout>
    </PlaygroundProvider>
  )
}
