'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useProjection } from '@/components/shared/context'
import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import type { BrowserKind } from '@/lib/engine/story/action'
import { clockProjection } from '@/lib/engine/trace/clock-at'
import { durationText } from '@/lib/playground/duration'

/** Who gets a cookie back, until when, and what may touch it. */
export function CookieAttributes({ cookie, browser }: { cookie: StoredCookie; browser: BrowserKind }) {
  const t = useTranslations('playground')
  return (
    <ul className="mt-1 flex flex-wrap gap-1">
      <li className="tag" title={cookie.hostOnly ? t('jar.hostOnlyHint') : t('jar.domainHint')}>
        {cookie.hostOnly ? cookie.domain : `*.${cookie.domain}`}
      </li>
      <li className="tag" title={t('jar.pathHint')}>
        Path={cookie.path}
      </li>
      <Expiry expiry={cookie.expiry} />
      {cookie.httpOnly ? (
        <li className="tag tag-good" title={t('jar.httpOnlyHint')}>
          HttpOnly
        </li>
      ) : (
        <li className="tag tag-warn" title={t('jar.notHttpOnlyHint')}>
          {t('jar.notHttpOnly')}
        </li>
      )}
      {cookie.secure && (
        <li className="tag tag-good" title={t('jar.secureHint')}>
          Secure
        </li>
      )}
      {browser === 'today' && (
        <li className="tag" title={t(`jar.sameSite.${cookie.sameSite}`)}>
          SameSite={cookie.sameSite === 'Default' ? t('jar.sameSiteDefault') : cookie.sameSite}
        </li>
      )}
      {cookie.priority !== undefined && (
        <li className="tag" title={t(`jar.priority.${cookie.priority}`)}>
          Priority={cookie.priority}
        </li>
      )}
      {cookie.partition !== undefined && (
        <li className="tag" title={t('jar.partitionedHint', { site: cookie.partition })}>
          Partitioned: {cookie.partition}
        </li>
      )}
    </ul>
  )
}

/** A countdown of the world's own time, which stands still until somebody moves it. */
function Expiry({ expiry }: { expiry: number | null }) {
  const t = useTranslations('playground')
  const locale = useLocale()
  const { now } = useProjection(clockProjection)
  if (expiry === null) {
    return (
      <li className="tag" title={t('jar.sessionCookieHint')}>
        {t('jar.sessionCookie')}
      </li>
    )
  }
  return (
    <li className="tag" title={new Date(expiry).toUTCString()}>
      {t('jar.expires', { duration: durationText(expiry - now, locale) })}
    </li>
  )
}
