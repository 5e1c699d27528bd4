import { useTranslations } from 'next-intl'
import { isNothing, type Progress } from '@/lib/lessons/progress'

/** A student's own progress cookie: as the browser has it, and what is sealed in it. */
export function SealedCookie({ cookie, progress }: { readonly cookie: string | null; readonly progress: Progress }) {
  const t = useTranslations('keeping.yours')
  return (
    <section aria-labelledby="your-cookie" className="grid gap-3">
      <h2 id="your-cookie" className="font-semibold text-xl">
        {t('title')}
      </h2>
      {cookie === null ? (
        <p>{t('none')}</p>
      ) : (
        <>
          <p>{t('sealed', { size: cookie.length })}</p>
          <p className="rounded-md bg-raised p-3 font-mono text-xs/relaxed break-all">{cookie}</p>
          <p>{isNothing(progress) ? t('unreadable') : t('opened')}</p>
          {!isNothing(progress) && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
            <pre tabIndex={0} className="overflow-x-auto rounded-md bg-raised p-3 font-mono text-xs/relaxed">
              {JSON.stringify(progress, null, 2)}
            </pre>
          )}
        </>
      )}
    </section>
  )
}
