import { useTranslations } from 'next-intl'
import type { Program } from '@/lib/engine/story/program'
import { type DiffLine, folded, lineDiff } from '@/lib/playground/line-diff'

/** Lines around a change that help to find it. */
const CONTEXT = 3

interface ProgramDiffProps {
  readonly before: Program
  readonly after: Program
}

/** Where two programs differ, file by file and line by line. Marks, words and colours all say the same. */
export function ProgramDiff({ before, after }: ProgramDiffProps) {
  const t = useTranslations('lesson.diff')
  const files = Object.keys(after.files).filter((path) => before.files[path] !== after.files[path])
  if (files.length === 0) return <p className="text-muted">{t('same')}</p>
  return files.map((path) => (
    <figure key={path}>
      <figcaption className="font-mono text-faint text-xs">{path}</figcaption>
      <FileDiff before={before.files[path] ?? ''} after={after.files[path] ?? ''} />
    </figure>
  ))
}

function FileDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useTranslations('lesson.diff')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <pre tabIndex={0} className="max-h-96 px-0! py-2!">
      <code className="block min-w-max">
        {folded(lineDiff(before, after), CONTEXT).map((line) =>
          line.kind === 'fold' ? (
            <span key={`fold ${line.line}`} className="block px-4 py-0.5 font-sans text-faint text-xs">
              ⋯ {t('skipped', { count: line.count })}
            </span>
          ) : (
            <Line key={`${line.kind} ${line.line}`} line={line} />
          ),
        )}
      </code>
    </pre>
  )
}

const LOOK = {
  same: { tag: 'span', mark: ' ', className: '' },
  removed: { tag: 'del', mark: '−', className: 'bg-bad-soft no-underline' },
  added: { tag: 'ins', mark: '＋', className: 'bg-good-soft no-underline' },
} as const satisfies Record<DiffLine['kind'], unknown>

function Line({ line: { kind, text } }: { readonly line: DiffLine }) {
  const t = useTranslations('lesson.diff')
  const { tag: Tag, mark, className } = LOOK[kind]
  return (
    <Tag className={`block pr-4 ${className}`}>
      {kind !== 'same' && <span className="sr-only">{t(kind)} </span>}
      <span aria-hidden="true" className="inline-block w-7 select-none text-center font-semibold">
        {mark}
      </span>
      {text}
      {'\n'}
    </Tag>
  )
}
