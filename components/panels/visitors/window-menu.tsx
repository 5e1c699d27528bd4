'use client'

import { EllipsisVertical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePlaygroundActions } from '@/components/shared/context'
import { Dialog } from '@/components/ui/dialog'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { VisitorState } from '@/lib/engine/trace/visitors-at'
import { ArriveForm } from './arrive-form'

/** What else can be done with a visitor's browser. */
export function WindowMenu({ state, ready }: { state: VisitorState; ready: boolean }) {
  const t = useTranslations('playground')
  const { cloneVisitor } = usePlaygroundActions()
  const [arriving, setArriving] = useState(false)
  const { visitor } = state
  return (
    <>
      <Menu
        label={t('visitors.more', { visitor })}
        icon={<EllipsisVertical aria-hidden="true" size={14} />}
        disabled={!ready}
      >
        <MenuItem hint={t('visitors.arriveHint')} onChoose={() => setArriving(true)}>
          {t('visitors.arrive')}
        </MenuItem>
        <MenuItem hint={t('visitors.cloneHint')} onChoose={() => cloneVisitor(visitor)}>
          {t('visitors.clone')}
        </MenuItem>
      </Menu>
      <Dialog
        open={arriving}
        title={t('arrive.title', { visitor })}
        closeLabel={t('arrive.close')}
        onClose={() => setArriving(false)}
      >
        {arriving && <ArriveForm state={state} onDone={() => setArriving(false)} />}
      </Dialog>
    </>
  )
}
