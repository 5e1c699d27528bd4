'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PatternText } from '@/components/panels/lesson/pattern-text'
import { useSteps } from '@/components/panels/lesson/steps-context'
import type { Pattern, RowsFence } from '@/lib/lessons/model'

/** Rows that the text says are in a jar or in the session table, and whether they are there at present. */
export function RowsBlock({ rows: { line, of, visitor, rows } }: { readonly rows: RowsFence }) {
  const t = useTranslations('lesson.rows')
  const result = useSteps().resultOf(line)
  return (
    <div className="rounded-md border border-line bg-raised px-3 py-2 text-panel">
      <p className="text-faint text-xs">{of === 'jar' ? t('jar', { visitor: visitor ?? '' }) : t(of)}</p>
      <ul className="list-none! p-0! font-mono">
        {rows.map((row) => (
          <li key={row.line} className="mt-0! break-words py-0.5">
            <PatternText pattern={row.key} />
            {row.value.length > 0 && (
              <>
                {of === 'jar' ? (hasPair(row.value) ? ' = ' : '') : '  '}
                <PatternText pattern={row.value} />
              </>
            )}
            {!row.present && <span className="font-sans text-muted"> ({t('absent')})</span>}
          </li>
        ))}
      </ul>
      <p role="status" className="flex items-center gap-1.5 text-good text-xs">
        {result?.mismatches.length === 0 && (
          <>
            <Check aria-hidden="true" className="size-3.5" />
            {t('now')}
          </>
        )}
      </p>
    </div>
  )
}

/** Of a cookie, attributes alone may be wanted: then what is written begins with a semicolon. */
function hasPair([first]: Pattern): boolean {
  return first?.type !== 'text' || !first.text.startsWith(';')
}
