'use client'

import { Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Circumstances } from '@/components/panels/lesson/circumstances'
import { ExpectedAnswer } from '@/components/panels/lesson/expected-answer'
import { ImpossibleWords } from '@/components/panels/lesson/impossible-words'
import { useSteps } from '@/components/panels/lesson/steps-context'
import { ExchangeLink } from '@/components/shared/exchange-link'
import { Button } from '@/components/ui/button'
import type { Transcript } from '@/lib/lessons/model'
import { lineOf } from '@/lib/lessons/steps'
import type { StepResult } from '@/lib/playground/sent-steps'

/** A request, what is to be expected of its answer, and a button that sends it into the student's own world. */
export function TranscriptBlock({ transcript }: { readonly transcript: Transcript }) {
  const t = useTranslations('lesson.send')
  const { ready, isDone, resultOf, whyImpossible, together, neededFirst, send } = useSteps()
  const done = isDone(transcript.line)
  const result = resultOf(transcript.line)
  const impossible = whyImpossible(transcript.line)
  const group = together(transcript.line)
  const [leader] = group
  const first = neededFirst(group)
  // Sent with the one before it, while that is under way; rows have no button that could send it.
  const isLed = leader !== undefined && leader.type !== 'rows' && lineOf(leader) !== transcript.line
  return (
    <div className="overflow-hidden rounded-md border border-line bg-raised text-panel">
      <div className="flex flex-wrap items-center gap-x-3 bg-sunk py-1.5 pr-1.5 pl-3">
        <p className="min-w-0 flex-1 whitespace-pre-wrap break-all font-mono">
          <span className="font-sans text-faint">{t('as', { visitor: transcript.visitor })}</span>{' '}
          {transcript.requestText}
          <Circumstances action={transcript.action} />
        </p>
        {isLed ? (
          <p className="self-start px-1.5 py-0.5 text-faint">{t('led')}</p>
        ) : first ? (
          <p className="basis-full font-medium text-muted">
            {t('first', { visitor: first.visitor, request: first.requestText.split('\n')[0] ?? '' })}
          </p>
        ) : (
          <Button className="min-h-7! self-start text-panel!" disabled={!ready} onClick={() => send(group)}>
            <Send aria-hidden="true" className="size-3.5" />
            {done ? t('again') : group.length > 1 ? t('all', { count: group.length }) : t('send')}
          </Button>
        )}
      </div>
      <ExpectedAnswer transcript={transcript} mismatches={result?.mismatches ?? null} />
      <p role="status" className="not-empty:border-line not-empty:border-t not-empty:px-3 not-empty:py-1.5">
        {impossible ? <ImpossibleWords reason={impossible} /> : done && !result && t('waiting')}
        {result && result.exchange !== null && <Outcome result={result} exchange={result.exchange} />}
      </p>
    </div>
  )
}

function Outcome({ result, exchange }: { readonly result: StepResult; readonly exchange: number }) {
  const t = useTranslations('lesson.send')
  const held = result.mismatches.length === 0
  return (
    <span className={held ? 'text-good' : 'text-warn'}>
      {held ? t('held') : result.skipped ? t('skipped') : t('differs')} <ExchangeLink exchange={exchange} />
    </span>
  )
}
