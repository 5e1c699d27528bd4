'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useProjection } from '@/components/shared/context'
import { MomentTag } from '@/components/shared/moment-tag'
import { PanelFrame } from '@/components/shared/panel-frame'
import { ScrollArea } from '@/components/shared/scroll-area'
import { TabBar } from '@/components/shared/tab-bar'
import { redisProjection } from '@/lib/engine/trace/redis-at'
import { RedisCli } from './redis-cli'
import { RedisCommandsView } from './redis-commands'
import { RedisKeys } from './redis-keys'
import { RedisDown, RedisSwitch } from './redis-switch'

const VIEWS = ['keys', 'commands'] as const

/** What Redis holds, what was asked of it, and a line to ask by hand. */
export function RedisPanel() {
  const t = useTranslations('redis')
  const redis = useProjection(redisProjection)
  const [view, setView] = useState<(typeof VIEWS)[number]>('keys')
  return (
    <PanelFrame
      name="redis"
      title={t('title')}
      ownScroll
      lead={
        <TabBar
          label={t('views')}
          idPrefix="redis"
          tabs={VIEWS.map((id) => ({ id, label: t(`view.${id}`) }))}
          chosen={view}
          onChoose={(id) => setView(VIEWS.find((candidate) => candidate === id) ?? 'keys')}
        />
      }
      note={
        <>
          <span className="text-xs text-faint tabular-nums">{redis.keys.size}</span>
          <MomentTag />
        </>
      }
      tools={<RedisSwitch up={redis.up} />}
    >
      <div className="flex h-full min-h-0 flex-col">
        <RedisDown up={redis.up} />
        <div
          id={`redis-panel-${view}`}
          role="tabpanel"
          aria-labelledby={`redis-tab-${view}`}
          className="flex min-h-0 flex-1 flex-col"
        >
          <ScrollArea label={t(`view.${view}`)} className="min-h-0 flex-1 overflow-auto">
            {view === 'keys' ? <RedisKeys redis={redis} /> : <RedisCommandsView redis={redis} />}
          </ScrollArea>
        </div>
        <RedisCli typed={redis.typed} up={redis.up} />
      </div>
    </PanelFrame>
  )
}
