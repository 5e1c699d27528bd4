import { History, Lightbulb, ShieldAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AsideKind } from '@/lib/lessons/model'

const LOOK = {
  misconception: { icon: Lightbulb, border: 'border-accent' },
  history: { icon: History, border: 'border-control' },
  security: { icon: ShieldAlert, border: 'border-warn' },
} as const satisfies Record<AsideKind, unknown>

interface AsideProps {
  readonly kind: AsideKind
  /** The author's own; may be empty. */
  readonly title: string
  readonly children: ReactNode
}

/** What stands beside the lesson's way: a misconception, a bit of history, a matter of security. */
export function Aside({ kind, title, children }: AsideProps) {
  const t = useTranslations('lesson.aside')
  const { icon: Icon, border } = LOOK[kind]
  return (
    <aside
      aria-label={title === '' ? t(kind) : title}
      className={`rounded-md border-l-4 bg-raised px-4 py-3 [&>*+*]:mt-2 ${border}`}
    >
      <p className="flex items-center gap-1.5 text-faint text-sm">
        <Icon aria-hidden="true" className="size-4" />
        {t(kind)}
      </p>
      {title !== '' && <p className="mt-0.5! font-semibold">{title}</p>}
      <div className="mt-2 [&>*+*]:mt-3">{children}</div>
    </aside>
  )
}
