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
  const lines = folded(lineDiff(before, after), CONTEXT)
  const margin = commonIndent(lines.flatMap((line) => (line.kind === 'fold' ? [] : [line.text])))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <pre tabIndex={0} className="max-h-96 px-0! py-2!">
      <code className="block">
        {lines.map((line) =>
          line.kind === 'fold' ? (
            <span key={`fold ${line.line}`} className="block px-4 py-0.5 font-sans text-faint text-xs">
              ⋯ {t('skipped', { count: line.count })}
            </span>
          ) : (
            <Line key={`${line.kind} ${line.line}`} kind={line.kind} text={line.text.slice(margin)} />
          ),
        )}
      </code>
    </pre>
  )
}

/** How many blanks every line begins with: the panel is narrow, and they say nothing. */
function commonIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  return Math.min(...indents, Number.MAX_SAFE_INTEGER)
}

const LOOK = {
  same: { tag: 'span', mark: ' ', className: '' },
  removed: { tag: 'del', mark: '−', className: 'bg-bad-soft no-underline' },
  added: { tag: 'ins', mark: '＋', className: 'bg-good-soft no-underline' },
} as const satisfies Record<DiffLine['kind'], unknown>

function Line({ kind, text }: Pick<DiffLine, 'kind' | 'text'>) {
  const t = useTranslations('lesson.diff')
  const { tag: Tag, mark, className } = LOOK[kind]
  return (
    // Where a line is too long for the panel it goes on below its beginning.
    <Tag className={`block whitespace-pre-wrap break-words pr-3 pl-11 -indent-9 ${className}`}>
      {kind !== 'same' && <span className="sr-only">{t(kind)} </span>}
      <span aria-hidden="true" className="inline-block w-9 select-none text-center indent-0 font-semibold">
        {mark}
      </span>
      {text}
      {'\n'}
    </Tag>
  )
}
