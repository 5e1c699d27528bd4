'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useEarlier, usePart, usePlayground, usePlaygroundActions, useProjection } from '@/components/shared/context'
import { CookieValue } from '@/components/shared/cookie-value'
import { ExchangeLink } from '@/components/shared/exchange-link'
import { Flash } from '@/components/shared/flash'
import { LazyRuleWords } from '@/components/shared/lazy-rule-words'
import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import type { VisitorId } from '@/lib/engine/story/action'
import { type JarEntry, jarProjection } from '@/lib/engine/trace/jar-at'
import { sessionsProjection } from '@/lib/engine/trace/sessions-at'
import { visitorsProjection } from '@/lib/engine/trace/visitors-at'
import type { CookieName } from '@/lib/playground/cookie-name'
import { accepts } from '@/lib/playground/run-status'
import { CookieAttributes } from './cookie-attributes'
import { CookieEditor } from './cookie-editor'
import { CookieMenu } from './cookie-menu'

interface CookieCardProps {
  readonly visitor: VisitorId
  readonly entry: JarEntry
  /** The cookie as actions name it. */
  readonly name: CookieName
}

/** One cookie: what it says, what its attributes mean, and why it is there. */
export function CookieCard({ visitor, entry, name }: CookieCardProps) {
  const t = useTranslations('playground')
  const actions = usePlaygroundActions()
  const ready = usePlayground((state) => accepts(state.run))
  const { recent } = useProjection(sessionsProjection)
  const browser = usePart(visitorsProjection, (visitors) => visitors.get(visitor)?.browser ?? 'today')
  const [editing, setEditing] = useState(false)
  const earlier = useEarlier(jarProjection)
  const { cookie, placing } = entry
  const edited = earlier !== null && !saysTheSame(earlier.get(visitor)?.cookies.get(entry.key), cookie)
  const isNew = placing !== null && placing.exchange !== null && recent.includes(placing.exchange)
  return (
    <li className="flash-box border-b border-line px-3 py-2">
      {isNew && <Flash of={placing.seq} />}
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 font-mono break-all">
          <span className="font-semibold">{cookie.name === '' ? t('jar.nameless') : cookie.name}</span>
          <span className="text-faint"> = </span>
          {!editing && <CookieValue name={cookie.name} value={cookie.value} />}
        </p>
        {isNew && (
          <span className="tag tag-changed">{placing.decision.replaced ? t('mark.changed') : t('mark.new')}</span>
        )}
        {edited && <span className="tag tag-changed">{t('mark.changedByEdit')}</span>}
        <button
          type="button"
          className="tool"
          disabled={!ready}
          aria-label={t('jar.edit', { name: cookie.name })}
          aria-expanded={editing}
          onClick={() => setEditing(!editing)}
        >
          <Pencil aria-hidden="true" size={14} />
        </button>
        <button
          type="button"
          className="tool"
          disabled={!ready}
          aria-label={t('jar.delete', { name: cookie.name })}
          onClick={() => actions.deleteCookie(visitor, name)}
        >
          <Trash2 aria-hidden="true" size={14} />
        </button>
        <CookieMenu visitor={visitor} cookie={cookie} name={name} />
      </div>
      {editing && (
        <CookieEditor
          visitor={visitor}
          name={cookie.name}
          value={cookie.value}
          onCancel={() => setEditing(false)}
          onSave={(value) => {
            setEditing(false)
            actions.editCookie(visitor, name, value)
          }}
        />
      )}
      <CookieAttributes cookie={cookie} browser={browser} />
      {placing && (
        <p className="mt-1 text-xs text-muted">
          {placing.exchange === null ? (
            <span className="tag">{t('jar.byHand')}</span>
          ) : (
            <ExchangeLink exchange={placing.exchange} />
          )}{' '}
          <LazyRuleWords applied={placing.decision.because} />
        </p>
      )}
      {placing && placing.decision.notes.length > 0 && (
        <details className="mt-0.5 text-xs text-muted">
          <summary>{t('jar.notes', { count: placing.decision.notes.length })}</summary>
          <ul className="list-disc pl-4">
            {placing.decision.notes.map((note) => (
              <li key={note.rule}>
                <LazyRuleWords applied={note} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

/** Whether two cookies differ in nothing but the moments they were made and used. */
function saysTheSame(earlier: StoredCookie | undefined, now: StoredCookie): boolean {
  if (!earlier) return false
  const { value, expiry, httpOnly, secure, sameSite, priority } = earlier
  return (
    value === now.value &&
    expiry === now.expiry &&
    httpOnly === now.httpOnly &&
    secure === now.secure &&
    sameSite === now.sameSite &&
    priority === now.priority
  )
}
