'use client'

import { Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Circumstances } from '@/components/panels/lesson/circumstances'
import { ExpectedAnswer } from '@/components/panels/lesson/expected-answer'
import { useSteps } from '@/components/panels/lesson/steps-context'
import { ExchangeLink } from '@/components/shared/exchange-link'
import { Button } from '@/components/ui/button'
import type { Transcript } from '@/lib/lessons/model'
import type { StepResult } from '@/lib/playground/sent-steps'

/** A request, what is to be expected of its answer, and a button that sends it into the student's own world. */
export function TranscriptBlock({ transcript }: { readonly transcript: Transcript }) {
  const t = useTranslations('lesson.send')
  const { ready, isDone, resultOf, send } = useSteps()
  const done = isDone(transcript.line)
  const result = resultOf(transcript.line)
  return (
    <div className="overflow-hidden rounded-md border border-line bg-raised text-panel">
      <div className="flex items-center gap-3 bg-sunk py-1.5 pr-1.5 pl-3">
        <p className="min-w-0 flex-1 whitespace-pre-wrap break-all font-mono">
          <span className="font-sans text-faint">{t('as', { visitor: transcript.visitor })}</span>{' '}
          {transcript.requestText}
          <Circumstances action={transcript.action} />
        </p>
        <Button
          className="min-h-7! self-start text-panel!"
          disabled={!ready}
          onClick={() => send({ type: 'transcript', transcript })}
        >
          <Send aria-hidden="true" className="size-3.5" />
          {done ? t('again') : t('send')}
        </Button>
      </div>
      <ExpectedAnswer transcript={transcript} mismatches={result?.mismatches ?? null} />
      <p role="status" className="not-empty:border-line not-empty:border-t not-empty:px-3 not-empty:py-1.5">
        {done && !result && t('waiting')}
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
