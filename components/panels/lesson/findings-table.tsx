'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FindingRow, type FoundOut } from '@/components/panels/lesson/finding-row'
import { useLessonMemory } from '@/components/panels/lesson/lesson-memory'
import { usePlaygroundLesson } from '@/components/shared/context'
import { useProgress } from '@/components/shared/use-progress'
import { doneTasks } from '@/lib/lessons/progress'

interface FindingsTableProps {
  /** Their heads; `null` for one without words. */
  readonly columns: readonly ReactNode[]
  readonly rows: readonly FoundOut[]
}

/** A table that students fill by doing: what is found follows from the progress that is kept, and from nothing else. */
export function FindingsTable({ columns, rows }: FindingsTableProps) {
  const t = useTranslations('lesson.findings')
  const { slug, tasks } = usePlaygroundLesson()
  const done = doneTasks(useProgress(), slug)
  const [{ guesses, outcomes }] = useLessonMemory()
  const found = rows.filter(({ by }) => done.includes(by))
  // What was found on an earlier day is no news.
  const news = found.filter(({ by }) => guesses[by] !== undefined || outcomes[by]?.type === 'passed')
  return (
    <div className="rounded-md border border-line bg-raised px-4 py-3">
      <table className="table! w-full table-fixed leading-snug">
        <caption className="pb-1 text-start text-faint">
          {t('found', { found: found.length, total: rows.length })}
        </caption>
        <thead>
          <tr>
            {columns.map((column, index) => {
              // A head without words heads nothing (that of the labels has mostly none).
              const Cell = column === null ? 'td' : 'th'
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <Cell key={index} scope={column === null ? undefined : 'col'}>
                  {column}
                </Cell>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FindingRow
              key={row.line}
              row={row}
              task={tasks.find(({ id }) => id === row.by)?.title ?? null}
              isFound={found.includes(row)}
            />
          ))}
        </tbody>
      </table>
      <div aria-live="polite" className="sr-only">
        {news.map(({ line, label }) => (
          <p key={line}>
            {t('news')} {label}
          </p>
        ))}
      </div>
    </div>
  )
}
