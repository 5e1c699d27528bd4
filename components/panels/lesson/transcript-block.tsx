'use client'

import { Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ExpectedAnswer } from '@/components/panels/lesson/expected-answer'
import { useSent } from '@/components/panels/lesson/sent-context'
import { ExchangeLink } from '@/components/playground/shared/exchange-link'
import { Button } from '@/components/ui/button'
import type { Transcript } from '@/lib/lessons/model'

/** A request, what is to be expected of its answer, and a button that sends it into the student's own world. */
export function TranscriptBlock({ transcript }: { readonly transcript: Transcript }) {
  const t = useTranslations('lesson.send')
  const { ready, isSent, resultOf, send } = useSent()
  const sent = isSent(transcript.line)
  const result = resultOf(transcript.line)
  return (
    <div className="overflow-hidden rounded-md border border-line bg-raised text-panel">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1 border-line border-b bg-sunk py-2 pr-2 pl-3">
        <div className="mr-auto min-w-0">
          <p className="text-faint text-xs">{t('as', { visitor: transcript.visitor })}</p>
          <p className="whitespace-pre-wrap break-all font-mono">{transcript.requestText}</p>
        </div>
        <Button disabled={!ready} onClick={() => send(transcript)}>
          <Send aria-hidden="true" className="size-3.5" />
          {sent ? t('again') : t('send')}
        </Button>
      </div>
      <ExpectedAnswer transcript={transcript} mismatches={result?.mismatches ?? null} />
      <p role="status" className="not-empty:border-line not-empty:border-t not-empty:px-3 not-empty:py-1.5">
        {sent && !result && t('waiting')}
        {result && (
          <span className={result.mismatches.length === 0 ? 'text-good' : 'text-warn'}>
            {result.mismatches.length === 0 ? t('held') : t('differs')}{' '}
            {result.exchange !== null && <ExchangeLink exchange={result.exchange} />}
          </span>
        )}
      </p>
    </div>
  )
}
