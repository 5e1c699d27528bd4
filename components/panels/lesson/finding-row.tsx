'use client'

import { CircleCheck, CircleDashed } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { placeInText } from '@/components/panels/lesson/place-in-text'

export interface FoundOut {
  readonly line: number
  /** The id of the task or the question that fills it. */
  readonly by: string
  readonly label: ReactNode
  readonly cells: readonly ReactNode[]
}

interface FindingRowProps {
  readonly row: FoundOut
  /** The title of the task that fills it; `null` when a question does. */
  readonly task: string | null
  readonly isFound: boolean
}

/** A row of a table that students fill: what fills it, and what is in it once it is found out. */
export function FindingRow({ row: { by, label, cells }, task, isFound }: FindingRowProps) {
  const t = useTranslations('lesson.findings')
  const id = useId()
  const Icon = isFound ? CircleCheck : CircleDashed
  return (
    <tr>
      <th scope="row">
        <span id={`${id}label`} className="block text-ink">
          {label}
        </span>
        <span className="mt-0.5 flex items-start gap-1 font-normal text-[0.9em]">
          <Icon aria-hidden="true" className={`mt-[0.2em] size-3.5 shrink-0 ${isFound ? 'text-good' : 'text-faint'}`} />
          {/* Alike in many rows, so that each says which row it belongs to. */}
          <a id={id} href={`#${placeInText(by)}`} aria-labelledby={`${id} ${id}label`}>
            {task === null ? t('question') : t('task', { title: task })}
          </a>
        </span>
      </th>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
        <td key={index} className={isFound ? '' : 'text-faint'}>
          {isFound ? (
            cell
          ) : (
            <>
              <span aria-hidden="true">?</span>
              <span className="sr-only">{t('hidden')}</span>
            </>
          )}
        </td>
      ))}
    </tr>
  )
}
