import { History, Lightbulb, ShieldAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AsideKind } from '@/lib/lessons/model'

const ICONS = { misconception: Lightbulb, history: History, security: ShieldAlert } as const satisfies Record<
  AsideKind,
  unknown
>

interface AsideProps {
  readonly kind: AsideKind
  /** The author's own; may be empty. */
  readonly title: string
  readonly children: ReactNode
}

/** What stands beside the lesson's way: a misconception, a bit of history, a matter of security. */
export function Aside({ kind, title, children }: AsideProps) {
  const t = useTranslations('lesson.aside')
  const Icon = ICONS[kind]
  return (
    <aside
      aria-label={title === '' ? t(kind) : title}
      className="rounded-md border-control border-l-4 bg-raised px-4 py-3"
    >
      <p className="flex items-center gap-1.5 text-faint text-sm">
        <Icon aria-hidden="true" className="size-4" />
        {t(kind)}
      </p>
      {title !== '' && <p className="font-semibold">{title}</p>}
      <div className="mt-2 [&>*+*]:mt-3">{children}</div>
    </aside>
  )
}
