'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { MomentTag } from '@/components/shared/moment-tag'
import { PanelFrame } from '@/components/shared/panel-frame'
import { ClockControls } from './clock-controls'
import { EventList } from './event-list'
import { ServerControls } from './server-controls'
import { StoryControls } from './story-controls'

/** What happened, in order, and the world's clock to move. */
export function TimelinePanel() {
  const t = useTranslations('playground')
  const [details, setDetails] = useState(false)
  return (
    <PanelFrame
      name="timeline"
      title={t('panel.timeline')}
      note={<MomentTag />}
      lead={<ClockControls />}
      ownScroll
      tools={
        <>
          <label className="tool">
            <input type="checkbox" checked={details} onChange={(event) => setDetails(event.target.checked)} />
            {t('timeline.details')}
          </label>
          <ServerControls />
          <StoryControls />
        </>
      }
    >
      <EventList details={details} />
    </PanelFrame>
  )
}
