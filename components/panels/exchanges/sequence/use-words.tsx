'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { useProjection } from '@/components/shared/context'
import { SessionChip } from '@/components/shared/session-mark'
import { parts, sessionOfCookie } from '@/lib/engine/trace/parts'
import type { Lifeline } from '@/lib/engine/trace/sequence/lifeline'
import type { CookieMark, Step } from '@/lib/engine/trace/sequence/step'
import { type SessionIds, sessionIdsProjection } from '@/lib/engine/trace/session-ids-at'
import { durationText } from '@/lib/playground/duration'
import { type Names, sentencesOf } from '@/lib/playground/sequence-words'
import { shortText } from './short-text'

/** What people call a lifeline. */
export function useLineName(): (line: Lifeline) => string {
  const t = useTranslations('sequence.line')
  return ({ kind, name }) => (kind === 'store' || kind === 'files' || kind === 'redis' ? t(kind) : name)
}

/** A step in sentences: as plain text, and with the sessions in it to be pointed at. */
export function useWords(lines: readonly Lifeline[]) {
  const t = useTranslations('sequence.words')
  const failure = useTranslations('playground.failureShort')
  const locale = useLocale()
  const lineName = useLineName()
  const ids = useProjection(sessionIdsProjection)
  const names: Names = {
    line(id) {
      const line = lines.find((candidate) => candidate.id === id)
      return line ? lineName(line) : ''
    },
    failure: (kind) => failure(kind),
    duration: (milliseconds) => durationText(milliseconds, locale),
    text: (text) =>
      parts(ids, text)
        .map((part) => (part.type === 'session' ? part.session.name : part.text))
        .join(''),
  }
  // Chinese puts no space between sentences.
  const space = locale === 'zh' ? '' : ' '
  return {
    plain: (step: Step): string =>
      sentencesOf(step, names)
        .map(({ key, values, cookies, session }) =>
          t.markup(key, {
            ...values,
            cookies: () => cookies.map((cookie) => cookieText(ids, cookie)).join(', '),
            session: () => sessionName(ids, session),
          }),
        )
        .join(space),
    rich: (step: Step): ReactNode =>
      sentencesOf(step, names).map(({ key, values, cookies, session }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a step never move
        <Fragment key={index}>
          {index > 0 && space}
          {t.rich(key, {
            ...values,
            cookies: () =>
              cookies.map((cookie, place) => <Cookie key={cookie.name} cookie={cookie} first={place === 0} />),
            session: () => <Session id={session} />,
          })}
        </Fragment>
      )),
  }
}

/** `connect.sid`, and whose session it is or its value. */
function Cookie({ cookie, first }: { cookie: CookieMark; first: boolean }) {
  const ids = useProjection(sessionIdsProjection)
  const session = sessionOfCookie(ids, cookie.value)
  return (
    <>
      {!first && ', '}
      {session ? (
        <>
          <code>{cookie.name}</code> <SessionChip session={session} />
        </>
      ) : (
        <code>{cookieText(ids, cookie)}</code>
      )}
    </>
  )
}

/** A session by its short name, or an id of which nothing is known. */
export function Session({ id }: { id: string }) {
  const session = useProjection(sessionIdsProjection).all.get(id)
  return session ? <SessionChip session={session} /> : <code title={id}>{shortText(id)}</code>
}

/** Any text, with the short names of sessions in the place of their ids. */
export function ShortIds({ text }: { text: string }) {
  const ids = useProjection(sessionIdsProjection)
  let offset = 0
  return (
    <code>
      {parts(ids, text).map((part) => {
        const key = offset
        offset += part.text.length
        return part.type === 'text' ? part.text : <SessionChip key={key} session={part.session} />
      })}
    </code>
  )
}

function sessionName(ids: SessionIds, id: string): string {
  return ids.all.get(id)?.name ?? shortText(id)
}

function cookieText(ids: SessionIds, { name, value }: CookieMark): string {
  const session = sessionOfCookie(ids, value)
  if (session) return `${name} ${session.name}`
  return value === '' ? name : `${name}=${shortText(value)}`
}
