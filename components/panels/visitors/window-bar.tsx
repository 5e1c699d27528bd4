'use client'

import { ArrowLeft, Cookie, RotateCw, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePlayground, usePlaygroundActions } from '@/components/shared/context'
import { canGoBack, type VisitorState } from '@/lib/engine/trace/visitors-at'
import { accepts } from '@/lib/playground/run-status'
import { AddressField } from './address-field'
import { SchemeButton } from './scheme-button'
import { VisitorMarks } from './visitor-marks'
import { WindowMenu } from './window-menu'

/** Who it is, and what can be done in a browser window. */
export function WindowBar({ state, title }: { state: VisitorState; title: string }) {
  const t = useTranslations('playground')
  const actions = usePlaygroundActions()
  const ready = usePlayground((playground) => accepts(playground.run))
  const { visitor, page } = state
  return (
    <div className="shrink-0 border-b border-line bg-sunk">
      <div className="flex items-center gap-2 pr-1 pl-2.5">
        <h3 className="font-semibold">{visitor}</h3>
        <VisitorMarks incognito={state.incognito} browser={state.browser} />
        <span className="min-w-0 flex-1 truncate text-xs text-muted">{title}</span>
        <WindowMenu state={state} ready={ready} />
        <button
          type="button"
          className="tool"
          disabled={!ready}
          aria-label={t('visitors.close', { visitor })}
          title={t(state.incognito ? 'visitors.closeIncognitoHint' : 'visitors.closeHint')}
          onClick={() => actions.closeVisitor(visitor)}
        >
          <X aria-hidden="true" size={14} />
        </button>
      </div>
      <div className="flex items-center gap-0.5 px-1 pb-1">
        <button
          type="button"
          className="tool"
          disabled={!ready || !canGoBack(state)}
          aria-label={t('visitors.back', { visitor })}
          title={t('visitors.backHint')}
          onClick={() => actions.back(visitor)}
        >
          <ArrowLeft aria-hidden="true" size={14} />
        </button>
        <button
          type="button"
          className="tool"
          disabled={!ready || page === null}
          aria-label={t('visitors.reload', { visitor })}
          title={t('visitors.reloadHint')}
          onClick={() => actions.reload(visitor)}
        >
          <RotateCw aria-hidden="true" size={14} />
        </button>
        <SchemeButton visitor={visitor} url={page?.url ?? null} ready={ready} />
        <AddressField key={`${page?.exchange} ${page?.url}`} visitor={visitor} url={page?.url ?? null} ready={ready} />
        <button
          type="button"
          className="tool"
          disabled={!ready || page === null}
          aria-label={t('visitors.readCookies', { visitor })}
          title={t('visitors.readCookiesHint')}
          onClick={() => actions.readCookies(visitor)}
        >
          <Cookie aria-hidden="true" size={14} />
        </button>
      </div>
    </div>
  )
}
