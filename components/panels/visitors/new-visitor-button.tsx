'use client'

import { ChevronDown, UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { usePlayground, usePlaygroundActions } from '@/components/shared/context'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { Menu, MenuItem } from '@/components/ui/menu'
import { accepts } from '@/lib/playground/run-status'

/** The first thing to do in every lesson, so it is the most visible button of the page. Other browsers are beside it. */
export const NewVisitorButton = memo(function NewVisitorButton() {
  const t = useTranslations('playground')
  const { newVisitor } = usePlaygroundActions()
  const ready = usePlayground((state) => accepts(state.run))
  return (
    <span className="my-1 inline-flex">
      <Button kind="primary" className="rounded-r-none" disabled={!ready} onClick={() => newVisitor()}>
        <UserPlus aria-hidden="true" size={16} />
        {t('visitors.new')}
      </Button>
      <Menu
        label={t('visitors.others')}
        icon={<ChevronDown aria-hidden="true" size={16} />}
        className={`${buttonStyle('primary')} rounded-l-none border-l-accent-ink/40 px-1.5`}
        disabled={!ready}
      >
        <MenuItem hint={t('visitors.incognitoHint')} onChoose={() => newVisitor({ incognito: true })}>
          {t('visitors.newIncognito')}
        </MenuItem>
        <MenuItem hint={t('visitors.oldHint')} onChoose={() => newVisitor({ browser: 'rfc2109' })}>
          {t('visitors.newOld')}
        </MenuItem>
      </Menu>
    </span>
  )
})
