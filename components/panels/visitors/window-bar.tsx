'use client'

import { ArrowLeft, Cookie, RotateCw, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { usePlayground, usePlaygroundActions } from '@/components/shared/context'
import type { BrowserKind, VisitorId } from '@/lib/engine/story/action'
import { accepts } from '@/lib/playground/run-status'
import { AddressField } from './address-field'
import { SchemeButton } from './scheme-button'
import { VisitorMarks } from './visitor-marks'
import { WindowMenu } from './window-menu'

interface WindowBarProps {
  readonly visitor: VisitorId
  readonly incognito: boolean
  readonly browser: BrowserKind
  /** Of the page that is shown; `null` when there is none. */
  readonly url: string | null
  readonly title: string
  /** Whether there is a page to go back to. */
  readonly hasBefore: boolean
}

/** Who it is, and what can be done in a browser window. Most pages come from where the one before them came from. */
export const WindowBar = memo(function WindowBar(props: WindowBarProps) {
  const { visitor, incognito, browser, url, title, hasBefore } = props
  const t = useTranslations('playground')
  const actions = usePlaygroundActions()
  const ready = usePlayground((playground) => accepts(playground.run))
  return (
    <div className="shrink-0 border-b border-line bg-sunk">
      <div className="flex items-center gap-2 pr-1 pl-2.5">
        <h3 className="font-semibold">{visitor}</h3>
        <VisitorMarks incognito={incognito} browser={browser} />
        <span className="min-w-0 flex-1 truncate text-xs text-muted">{title}</span>
        <WindowMenu visitor={visitor} url={url} ready={ready} />
        <button
          type="button"
          className="tool"
          disabled={!ready}
          aria-label={t('visitors.close', { visitor })}
          title={t(incognito ? 'visitors.closeIncognitoHint' : 'visitors.closeHint')}
          onClick={() => actions.closeVisitor(visitor)}
        >
          <X aria-hidden="true" size={14} />
        </button>
      </div>
      <div className="flex items-center gap-0.5 px-1 pb-1">
        <button
          type="button"
          className="tool"
          disabled={!ready || !hasBefore}
          aria-label={t('visitors.back', { visitor })}
          title={t('visitors.backHint')}
          onClick={() => actions.back(visitor)}
        >
          <ArrowLeft aria-hidden="true" size={14} />
        </button>
        <button
          type="button"
          className="tool"
          disabled={!ready || url === null}
          aria-label={t('visitors.reload', { visitor })}
          title={t('visitors.reloadHint')}
          onClick={() => actions.reload(visitor)}
        >
          <RotateCw aria-hidden="true" size={14} />
        </button>
        <SchemeButton visitor={visitor} url={url} ready={ready} />
        <AddressField visitor={visitor} url={url} ready={ready} />
        <button
          type="button"
          className="tool"
          disabled={!ready || url === null}
          aria-label={t('visitors.readCookies', { visitor })}
          title={t('visitors.readCookiesHint')}
          onClick={() => actions.readCookies(visitor)}
        >
          <Cookie aria-hidden="true" size={14} />
        </button>
      </div>
    </div>
  )
})
