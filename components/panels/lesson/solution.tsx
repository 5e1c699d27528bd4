'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { fetchPrograms, type ProgramsSource } from '@/components/panels/lesson/fetch-programs'
import { ProgramDiff } from '@/components/panels/lesson/program-diff'
import { usePlayground, usePlaygroundActions, usePlaygroundLesson } from '@/components/shared/context'
import { useFocusHeir } from '@/components/shared/use-focus-heir'
import { Button } from '@/components/ui/button'
import type { Program } from '@/lib/engine/story/program'
import { programOf } from '@/lib/playground/work'

type Shown = { readonly type: 'hidden' | 'loading' | 'failed' } | { readonly type: 'shown'; readonly program: Program }

interface SolutionProps {
  readonly name: string
  /** Where the lesson's other programs are. */
  readonly programs: ProgramsSource
}

/** A program that solves the task: where it differs from the lesson's or from the student's own, to read or to run. */
export function Solution({ name, programs }: SolutionProps) {
  const t = useTranslations('lesson.solution')
  const { start } = usePlaygroundLesson()
  const { replaceProgram } = usePlaygroundActions()
  const edits = usePlayground((playground) => playground.edits)
  const [state, setState] = useState<Shown>({ type: 'hidden' })
  const [own, setOwn] = useState(false)
  const opened = useFocusHeir<HTMLDivElement>()
  const closed = useFocusHeir<HTMLButtonElement>()

  async function show(): Promise<void> {
    if (state.type === 'loading') return
    opened.expect()
    setState({ type: 'loading' })
    try {
      const program = (await fetchPrograms(programs)).solutions[name]
      setState(program ? { type: 'shown', program } : { type: 'failed' })
    } catch {
      setState({ type: 'failed' })
    }
  }

  function hide(): void {
    closed.expect()
    setState({ type: 'hidden' })
  }

  if (state.type !== 'shown') {
    return (
      <div>
        <Button ref={closed.ref} kind="quiet" className="-ml-3" aria-disabled={state.type === 'loading'} onClick={show}>
          {state.type === 'loading' ? t('loading') : t('show')}
        </Button>
        <p role="alert" className="text-bad text-sm empty:hidden">
          {state.type === 'failed' && t('failed')}
        </p>
      </div>
    )
  }
  const hasEdits = Object.keys(edits).length > 0
  return (
    <div ref={opened.ref} tabIndex={-1} className="[&>*+*]:mt-2">
      {hasEdits && <Against own={own} onChoose={setOwn} />}
      <ProgramDiff before={hasEdits && own ? programOf(start, edits) : start} after={state.program} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button onClick={() => replaceProgram(state.program)}>{t('use')}</Button>
        <Button kind="quiet" onClick={hide}>
          {t('hide')}
        </Button>
        <span className="text-faint text-sm">{t('useHint')}</span>
      </div>
    </div>
  )
}

interface AgainstProps {
  /** Against the student's own program. */
  readonly own: boolean
  readonly onChoose: (own: boolean) => void
}

/** What a solution is compared with. */
function Against({ own, onChoose }: AgainstProps) {
  const t = useTranslations('lesson.diff')
  const name = useId()
  const choice = (value: boolean, label: string) => (
    <label className="flex min-h-7 cursor-pointer items-center gap-1.5">
      <input
        type="radio"
        name={name}
        checked={own === value}
        onChange={() => onChoose(value)}
        className="size-4 accent-accent"
      />
      {label}
    </label>
  )
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 text-sm">
      <legend className="float-left mr-4 leading-7 text-faint">{t('against')}</legend>
      {choice(false, t('start'))}
      {choice(true, t('own'))}
    </fieldset>
  )
}
