'use client'

import { Maximize2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { StorySequence } from './story-sequence'

/** The story’s picture over the whole window, for many lifelines or a projector. */
export function EnlargedPicture() {
  const t = useTranslations('sequence')
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="tool"
        aria-label={t('view.enlarge')}
        title={t('view.enlarge')}
        onClick={() => setOpen(true)}
      >
        <Maximize2 aria-hidden="true" size={14} />
      </button>
      <Dialog
        open={open}
        title={t('picture.story')}
        closeLabel={t('view.shrink')}
        size="window"
        onClose={() => setOpen(false)}
      >
        {open && <StorySequence />}
      </Dialog>
    </>
  )
}
