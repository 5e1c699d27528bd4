'use client'

import { useTranslations } from 'next-intl'
import { usePlayground, usePlaygroundActions, useProjection } from '@/components/shared/context'
import { MomentTag } from '@/components/shared/moment-tag'
import { PanelFrame } from '@/components/shared/panel-frame'
import { TabBar } from '@/components/shared/tab-bar'
import { jarEntries, jarProjection } from '@/lib/engine/trace/jar-at'
import { visitorsProjection } from '@/lib/engine/trace/visitors-at'
import { AddCookie } from './add-cookie'
import { CookieList } from './cookie-list'
import { JarRoom } from './jar-room'
import { RefusedCookies } from './refused-cookies'

/** What each visitor's browser keeps, one jar at a time, and why. */
export function CookieJarPanel() {
  const t = useTranslations('playground')
  const { selectVisitor } = usePlaygroundActions()
  const jars = useProjection(jarProjection)
  const selected = usePlayground((state) => state.visitor)
  const visitors = jars.keys()
  const visitor = selected !== null && jars.has(selected) ? selected : visitors.at(-1)
  const jar = visitor === undefined ? undefined : jars.get(visitor)
  const state = useProjection(visitorsProjection).get(visitor ?? '')
  const entries = visitor === undefined ? [] : jarEntries(jars, visitor)
  return (
    <PanelFrame
      name="cookie-jar"
      title={t('panel.cookie-jar')}
      lead={state && (state.open || !state.incognito) && <AddCookie key={state.visitor} visitor={state.visitor} />}
      note={<MomentTag />}
      tools={
        visitor !== undefined && (
          <TabBar
            label={t('jar.visitors')}
            idPrefix="jar"
            tabs={visitors.map((id) => ({ id, label: `${id} ${jars.get(id)?.cookies.size ?? 0}` }))}
            chosen={visitor}
            onChoose={selectVisitor}
          />
        )
      }
    >
      {visitor === undefined ? (
        <p className="empty">{t('jar.nobody')}</p>
      ) : (
        <div id={`jar-panel-${visitor}`} role="tabpanel" aria-labelledby={`jar-tab-${visitor}`}>
          {jar && state && <JarRoom jar={jar} state={state} />}
          {entries.length === 0 && <p className="empty">{t('jar.empty', { visitor })}</p>}
          {jar && <CookieList key={visitor} jar={jar} entries={entries} />}
          <RefusedCookies visitor={visitor} />
        </div>
      )}
    </PanelFrame>
  )
}
