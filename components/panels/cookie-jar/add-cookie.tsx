'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePlayground } from '@/components/shared/context'
import { Dialog } from '@/components/ui/dialog'
import type { VisitorId } from '@/lib/engine/story/action'
import { accepts } from '@/lib/playground/run-status'
import { AddCookieForm } from './add-cookie-form'

/** A button, and on demand the form, to put a cookie into a jar by hand. */
export function AddCookie({ visitor }: { visitor: VisitorId }) {
  const t = useTranslations('playground')
  const ready = usePlayground((state) => accepts(state.run))
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="tool"
        disabled={!ready}
        aria-label={t('jar.addTo', { visitor })}
        title={t('jar.addTo', { visitor })}
        onClick={() => setOpen(true)}
      >
        <Plus aria-hidden="true" size={14} />
      </button>
      <Dialog
        open={open}
        title={t('jar.addTo', { visitor })}
        closeLabel={t('jar.close')}
        onClose={() => setOpen(false)}
      >
        {open && <AddCookieForm visitor={visitor} />}
      </Dialog>
    </>
  )
}
