'use client'

import { useTranslations } from 'next-intl'
import type { VisitorId } from '@/lib/engine/story/action'
import { ErrorPage } from './error-page'
import { PageFrame } from './page-frame'
import type { Answer } from './use-answer'

/** What a browser makes of the answer: a page, text, or words about why there is none. */
export function PageView({ visitor, answer }: { visitor: VisitorId; answer: Answer }) {
  const t = useTranslations('playground')
  switch (answer.kind) {
    case 'page': {
      const { page, url } = answer
      return <PageFrame visitor={visitor} page={page} url={url} label={t('page.label', { visitor, url })} />
    }
    case 'failure':
      return <ErrorPage failure={answer.failure} url={answer.url} />
    case 'blank':
    case 'loading':
    case 'dropped':
      return <Words>{t(`page.${answer.kind}`)}</Words>
    case 'file':
      return <Words>{t('page.file', { type: answer.type, size: answer.size })}</Words>
    case 'empty':
      return <Words>{t('page.empty', { status: answer.status })}</Words>
    default:
      return answer satisfies never
  }
}

function Words({ children }: { children: string }) {
  return <p className="grid h-full place-content-center p-3 text-center text-muted">{children}</p>
}
