'use client'

import { CircleCheck, CircleDashed } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { CheckedSteps } from '@/components/panels/lesson/checked-steps'
import type { ProgramsSource } from '@/components/panels/lesson/fetch-programs'
import { Hints } from '@/components/panels/lesson/hints'
import type { CheckOutcome } from '@/components/panels/lesson/lesson-memory'
import { placeInText } from '@/components/panels/lesson/place-in-text'
import { Solution } from '@/components/panels/lesson/solution'
import { TaskFailure } from '@/components/panels/lesson/task-failure'
import { useCheck } from '@/components/panels/lesson/use-check'
import { usePlaygroundLesson } from '@/components/shared/context'
import { useProgress } from '@/components/shared/use-progress'
import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/use-hydrated'
import type { Step } from '@/lib/lessons/model'
import { doneTasks } from '@/lib/lessons/progress'

interface TaskBlockProps {
  readonly id: string
  /** Where the lesson's solutions and wrong programs are. */
  readonly programs: ProgramsSource
  readonly hints: readonly ReactNode[]
  /** What to say to those whose program makes the same mistake as a wrong program does, by its name. */
  readonly wrong: Readonly<Record<string, ReactNode>>
  /** The name of the program that solves it; shown to those who tried. */
  readonly solution: string | null
  readonly children: ReactNode
}

const NO_STEPS: readonly Step[] = []

/** Something to achieve in the editor, and the check that proves it. */
export function TaskBlock({ id, programs, hints, wrong, solution, children }: TaskBlockProps) {
  const t = useTranslations('lesson.task')
  const titleId = useId()
  const { slug, tasks } = usePlaygroundLesson()
  const task = tasks.find((candidate) => candidate.id === id)
  const done = doneTasks(useProgress(), slug).includes(id)
  const { checking, outcome, check } = useCheck(id, programs, Object.keys(wrong))
  const hydrated = useHydrated()
  const Icon = done ? CircleCheck : CircleDashed
  return (
    <section
      id={placeInText(id)}
      aria-labelledby={titleId}
      className={`scroll-mt-4 rounded-lg border bg-surface p-4 ${done ? 'border-good' : 'border-control'} [&>*+*]:mt-3`}
    >
      <header>
        <p className={`flex items-center gap-1.5 text-sm ${done ? 'text-good' : 'text-faint'}`}>
          <Icon aria-hidden="true" className="size-4" />
          {t('label')} · {done ? t('done') : t('open')}
        </p>
        <h2 id={titleId} className="mt-0.5! text-[1.1em]!">
          {task?.title}
        </h2>
      </header>
      <CheckedSteps proof={task?.proof ?? NO_STEPS} outcome={outcome}>
        {children}
      </CheckedSteps>
      <div className="flex flex-wrap items-center gap-3">
        {/* Not disabled meanwhile: that would take the focus away. */}
        <Button kind="primary" disabled={!hydrated} aria-disabled={checking} onClick={checking ? undefined : check}>
          {checking ? t('checking') : t('check')}
        </Button>
        <p role="status">{!checking && outcome && <Verdict outcome={outcome} />}</p>
      </div>
      {outcome?.type === 'failed' && (
        <TaskFailure
          failure={outcome.failure}
          edits={outcome.edits}
          advice={outcome.mistake === null ? null : wrong[outcome.mistake]}
        />
      )}
      <Hints task={id} hints={hints} />
      {(done || outcome !== null) && solution !== null && <Solution name={solution} programs={programs} />}
    </section>
  )
}

function Verdict({ outcome }: { readonly outcome: CheckOutcome }) {
  const t = useTranslations('lesson.task')
  switch (outcome.type) {
    case 'passed':
      return <span className="font-semibold text-good">{t('passed')}</span>
    case 'failed':
      return <span className="font-semibold text-warn">{t('failed')}</span>
    case 'broken':
      return <span className="text-bad">{t('broken', { message: outcome.message })}</span>
    default:
      return outcome satisfies never
  }
}
