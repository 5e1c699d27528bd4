'use client'

import { useTranslations } from 'next-intl'
import { useProjection } from '@/components/shared/context'
import { MomentTag } from '@/components/shared/moment-tag'
import { PanelFrame } from '@/components/shared/panel-frame'
import { visitorsProjection } from '@/lib/engine/trace/visitors-at'
import { ClosedVisitor } from './closed-visitor'
import { NewVisitorButton } from './new-visitor-button'
import { VisitorWindow } from './visitor-window'

/** One small browser window for each visitor. */
export function VisitorsPanel() {
  const t = useTranslations('playground')
  const visitors = useProjection(visitorsProjection).values()
  const open = visitors.filter((visitor) => visitor.open)
  const closed = visitors.filter((visitor) => !visitor.open)
  return (
    <PanelFrame name="visitors" title={t('panel.visitors')} lead={<NewVisitorButton />} note={<MomentTag />}>
      {visitors.length === 0 && <p className="empty">{t('visitors.empty')}</p>}
      <div className="flex min-h-full flex-col gap-2 p-2">
        {open.length > 0 && (
          <ul className="grid min-h-0 flex-1 auto-rows-[minmax(11rem,1fr)] grid-cols-[repeat(auto-fit,minmax(min(15rem,100%),1fr))] gap-2">
            {open.map((state) => (
              <li key={state.visitor} className="min-h-0 min-w-0">
                <VisitorWindow state={state} />
              </li>
            ))}
          </ul>
        )}
        {closed.length > 0 && (
          <ul className="flex flex-wrap gap-2">
            {closed.map((state) => (
              <li key={state.visitor}>
                <ClosedVisitor state={state} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </PanelFrame>
  )
}
