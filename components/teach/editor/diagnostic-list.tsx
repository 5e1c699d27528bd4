'use client'

import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Diagnostic } from '@/lib/lessons/diagnostic'

interface DiagnosticListProps {
  readonly diagnostics: readonly Diagnostic[]
  readonly folder: string
  readonly onChoose: (diagnostic: Diagnostic) => void
}

/** Everything that is wrong with the lesson; each leads to its line. */
export function DiagnosticList({ diagnostics, folder, onChoose }: DiagnosticListProps) {
  const t = useTranslations('desk.editor')
  return (
    <section
      aria-label={t('mistakes')}
      className="max-h-52 shrink-0 overflow-auto border-line border-t bg-raised px-3 py-2"
    >
      <p role="status" className="flex items-center gap-1.5 text-sm">
        {diagnostics.length === 0 ? (
          <CircleCheck aria-hidden="true" className="size-4 text-good" />
        ) : (
          <CircleAlert aria-hidden="true" className="size-4 text-bad" />
        )}
        {diagnostics.length === 0 ? t('noMistakes') : t('mistakeCount', { count: diagnostics.length })}
      </p>
      <ol className="grid gap-1 pt-1">
        {diagnostics.map((diagnostic) => (
          <li key={`${diagnostic.file} ${diagnostic.line} ${diagnostic.column} ${diagnostic.message}`}>
            <button
              type="button"
              className="w-full rounded-sm text-left text-sm hover:bg-sunk"
              onClick={() => onChoose(diagnostic)}
            >
              <span className="font-mono text-xs">
                {diagnostic.file.slice(`lessons/${folder}/`.length)}:{diagnostic.line}:{diagnostic.column}
              </span>{' '}
              {t(`mistake.${diagnostic.code}`)}{' '}
              {/* The particulars are the same everywhere, on the command line too, and so are English. */}
              <span lang="en" className="text-muted">
                {diagnostic.message}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
