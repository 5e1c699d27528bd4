'use client'

import { useTranslations } from 'next-intl'
import { SessionText } from '@/components/shared/session-text'
import type { FileContent } from '@/lib/engine/trace/files-at'
import { comparable } from '@/lib/playground/file-text'
import { type DiffLine, folded, lineDiff } from '@/lib/playground/line-diff'

/** How many unchanged lines are shown around a change; none in JSON, whose lines explain themselves. */
const AROUND = 2

const LOOK: Readonly<Record<DiffLine['kind'], { readonly sign: string; readonly colours: string }>> = {
  same: { sign: ' ', colours: '' },
  removed: { sign: '−', colours: 'bg-bad-soft text-bad' },
  added: { sign: '+', colours: 'bg-good-soft text-good' },
}

interface FileChangeProps {
  readonly path: string
  readonly before: FileContent
  readonly after: FileContent
}

/** What a file said before and what it says now, line by line. */
export function FileChange({ path, before, after }: FileChangeProps) {
  const t = useTranslations('machine.files')
  const lines = lineDiff(...comparable(path, before, after))
  const around = path.endsWith('.json') ? 0 : AROUND
  if (lines.every(({ kind }) => kind === 'same')) return <p className="mt-1 text-xs text-muted">{t('sameAgain')}</p>
  return (
    <div className="message-body max-h-none font-mono whitespace-pre-wrap">
      {folded(lines, around).map((part) =>
        part.kind === 'fold' ? (
          <div key={`fold ${part.line}`} className="font-sans text-faint">
            {t('line.fold', { count: part.count })}
          </div>
        ) : (
          <div key={`${part.kind} ${part.line}`} className={`-mx-2 px-2 ${LOOK[part.kind].colours}`}>
            <span aria-hidden="true">{LOOK[part.kind].sign} </span>
            {part.kind !== 'same' && <span className="sr-only">{t(`line.${part.kind}`)} </span>}
            <SessionText text={part.text} />
          </div>
        ),
      )}
    </div>
  )
}
