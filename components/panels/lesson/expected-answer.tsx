import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PatternText } from '@/components/panels/lesson/pattern-text'
import type { Mismatch } from '@/lib/lessons/check/failure'
import type { Transcript } from '@/lib/lessons/model'

interface ExpectedAnswerProps {
  readonly transcript: Transcript
  /** What does not hold of the answer that came; `null` as long as there is none. */
  readonly mismatches: readonly Mismatch[] | null
}

/** What must hold of an answer, line by line as it came over the wire, each with whether it did. */
export function ExpectedAnswer({ transcript, mismatches }: ExpectedAnswerProps) {
  const t = useTranslations('lesson.send')
  const failures = useTranslations('lesson.failure')
  const { unanswered, status, headers, body } = transcript.expected
  const lines: { line: number; content: ReactNode; kind: 'status' | 'other' }[] = []
  if (unanswered !== undefined) {
    const words = unanswered === 'any' ? t('noAnswer') : t('noAnswerBecause', { reason: failures(unanswered) })
    lines.push({ line: transcript.line, content: <span className="font-sans">{words}</span>, kind: 'status' })
  }
  if (status !== null) lines.push({ line: transcript.line, content: `HTTP/1.1 ${status}`, kind: 'status' })
  for (const { name, line, match } of headers) {
    const content =
      match.kind === 'absent' ? (
        <span className="font-sans">{t('noHeader', { name })}</span>
      ) : (
        <>
          {name}: <PatternText pattern={match.pattern} />
        </>
      )
    lines.push({ line, content, kind: 'other' })
  }
  for (const { text, contained, line } of body) {
    const content = (
      <>
        <span className="font-sans text-faint">{t(contained ? 'body' : 'noBody')}</span> <PatternText pattern={text} />
      </>
    )
    lines.push({ line, content, kind: 'other' })
  }
  if (lines.length === 0) return null
  return (
    <>
      {transcript.follow && <p className="px-3 pt-1 text-faint text-xs">{t('follow')}</p>}
      <ul className="list-none! p-0!">
        {lines.map(({ line, content, kind }) => (
          <li key={`${kind} ${line}`} className="mt-0! flex items-start gap-2 px-3 py-1 font-mono">
            <span className="min-w-0 flex-1 break-words">{content}</span>
            {mismatches && <Mark holds={!mismatches.some((mismatch) => contradicts(mismatch, line, kind))} />}
          </li>
        ))}
      </ul>
    </>
  )
}

/** A request without a complete answer contradicts everything that was expected of it. */
function contradicts(mismatch: Mismatch, line: number, kind: 'status' | 'other'): boolean {
  if (mismatch.kind === 'answer' || mismatch.kind === 'answered') return true
  return mismatch.line === line && (mismatch.kind === 'status') === (kind === 'status')
}

function Mark({ holds }: { readonly holds: boolean }) {
  const t = useTranslations('lesson.send')
  const Icon = holds ? Check : X
  return (
    <span className={holds ? 'text-good' : 'text-warn'}>
      <Icon aria-hidden="true" className="mt-0.5 size-4" />
      <span className="sr-only">{t(holds ? 'yes' : 'no')}</span>
    </span>
  )
}
