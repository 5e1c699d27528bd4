'use client'

import { EllipsisVertical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePlaygroundActions } from '@/components/shared/context'
import { Dialog } from '@/components/ui/dialog'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { VisitorId } from '@/lib/engine/story/action'
import { ArriveForm } from './arrive-form'

interface WindowMenuProps {
  readonly visitor: VisitorId
  /** Address of the page; `null` when there is none. */
  readonly url: string | null
  readonly ready: boolean
}

/** What else can be done with a visitor's browser. */
export function WindowMenu({ visitor, url, ready }: WindowMenuProps) {
  const t = useTranslations('playground')
  const { cloneVisitor } = usePlaygroundActions()
  const [arriving, setArriving] = useState(false)
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
        {arriving && <ArriveForm visitor={visitor} page={url} onDone={() => setArriving(false)} />}
      </Dialog>
    </>
  )
}
