'use client'

import { useTranslations } from 'next-intl'
import { usePlaygroundActions } from '@/components/shared/context'
import type { SourcePlace } from '@/lib/engine/trace/event'

/** `server.js:12`: shows the line in the editor. */
export function PlaceLink({ place }: { place: SourcePlace }) {
  const t = useTranslations('playground')
  const { revealPlace } = usePlaygroundActions()
  return (
    <button
      type="button"
      className="text-link font-mono"
      title={t('place.show', { file: place.file, line: place.line })}
      onClick={() => revealPlace(place)}
    >
      {place.file}:{place.line}
    </button>
  )
}
