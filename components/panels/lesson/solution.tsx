'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { fetchPrograms } from '@/components/panels/lesson/fetch-programs'
import { usePlaygroundActions, usePlaygroundLesson } from '@/components/shared/context'
import { Button } from '@/components/ui/button'
import type { Program } from '@/lib/engine/story/program'
import { changedFiles } from '@/lib/playground/changed-files'

type Shown = { readonly type: 'hidden' | 'loading' | 'failed' } | { readonly type: 'shown'; readonly program: Program }

interface SolutionProps {
  readonly name: string
  /** Where the lesson's other programs are. */
  readonly programs: string
}

/** A program that solves the task: the files in which it differs from the lesson's, to read or to run. */
export function Solution({ name, programs }: SolutionProps) {
  const t = useTranslations('lesson.solution')
  const { start } = usePlaygroundLesson()
  const { replaceProgram } = usePlaygroundActions()
  const [state, setState] = useState<Shown>({ type: 'hidden' })

  async function show(): Promise<void> {
    setState({ type: 'loading' })
    try {
      const program = (await fetchPrograms(programs)).solutions[name]
      setState(program ? { type: 'shown', program } : { type: 'failed' })
    } catch {
      setState({ type: 'failed' })
    }
  }

  if (state.type !== 'shown') {
    return (
      <div>
        <Button kind="quiet" className="-ml-3" disabled={state.type === 'loading'} onClick={show}>
          {state.type === 'loading' ? t('loading') : t('show')}
        </Button>
        <p role="alert" className="text-bad text-sm empty:hidden">
          {state.type === 'failed' && t('failed')}
        </p>
      </div>
    )
  }
  return (
    <div className="[&>*+*]:mt-2">
      {changedFiles(start, state.program).map(([file, source]) => (
        <figure key={file}>
          <figcaption className="font-mono text-faint text-xs">{file}</figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
          <pre tabIndex={0} className="max-h-96">
            <code>{source}</code>
          </pre>
        </figure>
      ))}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button onClick={() => replaceProgram(state.program)}>{t('use')}</Button>
        <Button kind="quiet" onClick={() => setState({ type: 'hidden' })}>
          {t('hide')}
        </Button>
        <span className="text-faint text-sm">{t('useHint')}</span>
      </div>
    </div>
  )
}
