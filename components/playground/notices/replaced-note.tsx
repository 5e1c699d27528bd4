'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { PlaceLink } from '@/components/shared/place-link'

interface ReplacedNoteProps {
  readonly names: readonly string[]
  readonly place?: ComponentProps<typeof PlaceLink>['place']
}

/** Beside a fault: what the program did to JavaScript's own functions, which may be the cause. */
export function ReplacedNote({ names, place }: ReplacedNoteProps) {
  const t = useTranslations('playground')
  return (
    <p>
      {t('fault.replaced', { names: names.join(', ') })} {place && <PlaceLink place={place} />}
    </p>
  )
}
