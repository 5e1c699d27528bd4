'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** The lesson's text, which scrolls by itself. Positioned, or what is only read aloud in it would lengthen the page. */
export function LessonPane({ children }: { children: ReactNode }) {
  const t = useTranslations('playground')
  return (
    <section
      data-playground-panel="lesson"
      aria-label={t('panel.lesson')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="panel relative h-full overflow-auto bg-surface"
    >
      {children}
    </section>
  )
}
