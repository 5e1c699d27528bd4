import { useTranslations } from 'next-intl'

const COOKIES = ['progress', 'desk'] as const
const STORED = ['work', 'progress', 'layout', 'theme'] as const

/** Every cookie that this site can set, and everything else that it keeps in the browser. */
export function KeptList() {
  const t = useTranslations('keeping')
  return (
    <>
      <h2 className="font-semibold text-xl">{t('cookies.title')}</h2>
      {COOKIES.map((cookie) => (
        <section
          key={cookie}
          aria-labelledby={`cookie-${cookie}`}
          className="rounded-lg border border-line bg-surface p-4"
        >
          <h3 id={`cookie-${cookie}`} className="mt-0! font-mono text-sm">
            barbershop-{cookie}
          </h3>
          <p className="mt-1">{t(`cookies.${cookie}.what`)}</p>
          <dl className="mt-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[8rem_1fr]">
            <dt className="text-muted">{t('when')}</dt>
            <dd>{t(`cookies.${cookie}.when`)}</dd>
            <dt className="text-muted">{t('until')}</dt>
            <dd>{t(`cookies.${cookie}.until`)}</dd>
            <dt className="text-muted">{t('attributes')}</dt>
            <dd className="font-mono text-xs/relaxed">HttpOnly; SameSite=Lax; Path=/; {t('secure')}</dd>
          </dl>
        </section>
      ))}
      <p>{t('cookies.noOther')}</p>
      <h2 className="font-semibold text-xl">{t('storage.title')}</h2>
      <p>{t('storage.text')}</p>
      <ul className="list-disc pl-6">
        {STORED.map((item) => (
          <li key={item}>{t(`storage.${item}`)}</li>
        ))}
      </ul>
    </>
  )
}
