'use client'

import { EllipsisVertical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePlayground, usePlaygroundActions, useProjection } from '@/components/shared/context'
import { Menu, MenuGroup, MenuItem } from '@/components/ui/menu'
import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import type { Tampering, VisitorId } from '@/lib/engine/story/action'
import { signedValue } from '@/lib/engine/trace/signed-value'
import { visitorsProjection } from '@/lib/engine/trace/visitors-at'
import type { CookieName } from '@/lib/playground/cookie-name'
import { accepts } from '@/lib/playground/run-status'

interface CookieMenuProps {
  readonly visitor: VisitorId
  readonly cookie: StoredCookie
  /** The cookie as actions name it. */
  readonly name: CookieName
}

const TAMPERINGS: readonly Tampering[] = ['signature', 'unsign', 'value']

/** What can be done with a cookie besides editing it: give it away, and try to fool its server. */
export function CookieMenu({ visitor, cookie, name }: CookieMenuProps) {
  const t = useTranslations('playground')
  const { copyCookie, tamperCookie } = usePlaygroundActions()
  const ready = usePlayground((state) => accepts(state.run))
  const visitors = useProjection(visitorsProjection).values()
  const others = visitors.filter((other) => other.visitor !== visitor && (other.open || !other.incognito))
  return (
    <Menu
      label={t('jar.more', { name: cookie.name })}
      icon={<EllipsisVertical aria-hidden="true" size={14} />}
      disabled={!ready}
    >
      <MenuGroup label={t('jar.copyInto')} hint={t('jar.copyHint')}>
        {others.map((other) => (
          <MenuItem key={other.visitor} onChoose={() => copyCookie(visitor, name, other.visitor)}>
            {other.visitor}
          </MenuItem>
        ))}
        <MenuItem onChoose={() => copyCookie(visitor, name, null)}>{t('jar.copyIntoNew')}</MenuItem>
      </MenuGroup>
      {signedValue(cookie.value) !== null && (
        <MenuGroup label={t('jar.tamper')}>
          {TAMPERINGS.map((how) => (
            <MenuItem key={how} hint={t(`jar.tamperHint.${how}`)} onChoose={() => tamperCookie(visitor, name, how)}>
              {t(`jar.tampering.${how}`)}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
    </Menu>
  )
}
