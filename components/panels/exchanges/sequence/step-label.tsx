'use client'

import { CornerDownRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { previewText } from '@/lib/engine/sessions/preview-text'
import { untoldDecision } from '@/lib/engine/trace/sequence/session-word'
import type { CookieMark, Step, StoreAnswer } from '@/lib/engine/trace/sequence/step'
import { briefData } from '@/lib/playground/brief-data'
import { durationText } from '@/lib/playground/duration'
import { rowContent } from '@/lib/playground/row-content'
import { contentOf, jarWord, ofFate } from '@/lib/playground/sequence-words'
import { CookieChips } from './cookie-chips'
import { shortText } from './short-text'
import { Session, ShortIds } from './use-words'

/** What stands at a step's arrow: `button` is what can be chosen, `marks` are the cookies and sessions beside it. */
export interface Label {
  readonly text: ReactNode
  readonly marks: ReactNode
  /** After the marks. */
  readonly rest?: ReactNode
  readonly tone?: 'bad' | 'quiet'
}

/** A step's label, as short as it can be said. The whole sentence is `useWords`. */
export function useLabel(): (step: Step) => Label {
  const t = useTranslations('sequence.label')
  const failureShort = useTranslations('playground.failureShort')
  const locale = useLocale()

  const answerText = ({ outcome, error }: StoreAnswer) => t(`answer.${outcome}`, { error: error ?? '' })

  return ({ says, from, to }) => {
    switch (says.type) {
      case 'request': {
        const sent = ofFate(says.cookies, 'sent')
        const withheld = ofFate(says.cookies, 'withheld')
        return {
          text: (
            <>
              {says.redirectOf !== null && <CornerDownRight aria-hidden="true" size={12} className="mr-0.5 inline" />}
              <code>{`${says.method} ${says.target}`}</code>
            </>
          ),
          marks: (
            <>
              {sent.length > 0 ? <CookieChips cookies={sent} /> : <span className="text-faint">{t('noCookie')}</span>}
              <Marked word={t('withheld')} cookies={withheld} />
            </>
          ),
          ...(says.failure === null ? {} : { rest: failureShort(says.failure), tone: 'bad' }),
        }
      }
      case 'head':
        return {
          text: (
            <code>
              {says.location === null ? `${says.status} ${says.reason}` : `${says.status} → ${says.location}`}
            </code>
          ),
          marks: (
            <>
              <Marked word="Set-Cookie" cookies={ofFate(says.cookies, 'stored')} />
              <Marked word={t('refused')} cookies={ofFate(says.cookies, 'refused')} />
              <Marked word={t('removed')} cookies={ofFate(says.cookies, 'removed')} />
            </>
          ),
        }
      case 'end':
        return { text: t('end'), marks: null, tone: 'quiet' }
      case 'failure':
        return { text: failureShort(says.failure), marks: null, tone: 'bad' }
      case 'store-call':
        return {
          text: <code>{says.method}</code>,
          marks: <Session id={says.session} />,
          rest: (
            <>
              {says.row && says.method === 'set' && <code>{previewText(contentOf(says.row))} </code>}
              {says.answer && (says.answer.outcome !== 'done' || !says.row) && `→ ${answerText(says.answer)}`}
            </>
          ),
          ...(says.answer?.outcome === 'failed' ? { tone: 'bad' } : {}),
        }
      case 'store-answer':
        return {
          text: answerText(says.answer),
          marks: says.answer.outcome === 'found' ? <Session id={says.session} /> : null,
          ...(says.answer.outcome === 'failed' ? { tone: 'bad' } : {}),
        }
      case 'row':
        return {
          text: t(`row.${says.change}`),
          marks: <Session id={says.key} />,
          rest: says.change === 'removed' ? null : <code>{previewText(rowContent(says.row).content)}</code>,
        }
      case 'file':
        return {
          text: t(says.byHand ? `file-byHand.${says.change}` : `file.${says.change}`),
          marks: <ShortIds text={says.path} />,
          ...(says.change === 'torn' ? { tone: 'bad' } : {}),
        }
      case 'redis':
        return {
          text: (
            <>
              {says.byHand && `${t('redis-byHand')} `}
              <code>{says.command[0]}</code>
            </>
          ),
          marks: <ShortIds text={says.command.slice(1).map(briefData).join(' ')} />,
          rest: <ShortIds text={`→ ${briefData(says.reply)}`} />,
          ...(says.failed ? { tone: 'bad' } : {}),
        }
      case 'redis-state':
        return { text: t(`redis-state.${says.up ? 'up' : 'down'}`), marks: null, ...(says.up ? {} : { tone: 'bad' }) }
      case 'redis-expired':
        return { text: t('redis-expired'), marks: <ShortIds text={says.key} /> }
      case 'session': {
        const { decision } = says
        const word = untoldDecision(decision)
        return {
          text: word === null ? '' : t(`session.${word}`),
          marks: decision.step === 'generate' && decision.id !== null ? <Session id={decision.id} /> : null,
        }
      }
      case 'process-started':
        return { text: t('process-started'), marks: null }
      case 'process-exited':
        return {
          text: t(`process-exited.${says.cause}`),
          marks: null,
          ...(says.cause === 'crash' || says.cause === 'fault' ? { tone: 'bad' } : {}),
        }
      case 'fault':
        return { text: says.message, marks: null, tone: 'bad' }
      case 'visitor-opened':
        if (from && to) return { text: t('visitor-cloned'), marks: null }
        return { text: t(says.incognito ? 'visitor-incognito' : 'visitor-opened'), marks: null }
      case 'visitor-closed':
        return { text: t('visitor-closed'), marks: null }
      case 'jar':
        return { text: t(`jar.${jarWord(says)}`), marks: <CookieChips cookies={[says.cookie]} /> }
      case 'cookie-copied':
        return { text: <code>{shortText(says.cookie.name)}</code>, marks: <CookieChips cookies={[says.cookie]} /> }
      case 'cookies-read':
        return { text: t('cookies-read'), marks: null }
      case 'balancing':
        return { text: t(`balancing.${says.by}`), marks: null }
      case 'gap':
        return {
          text: t(`gap.${says.byHand ? 'byHand' : 'byItself'}`, { duration: durationText(says.duration, locale) }),
          marks: null,
        }
      default:
        return says satisfies never
    }
  }
}

function Marked({ word, cookies }: { word: string; cookies: readonly CookieMark[] }) {
  if (cookies.length === 0) return null
  return (
    <>
      <span className="sequence-mark">{word}</span>
      <CookieChips cookies={cookies} />
    </>
  )
}
