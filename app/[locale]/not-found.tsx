import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { SiteHeader } from '@/components/home/site-header'
import { buttonStyle } from '@/components/ui/button-style'
import { homePath } from '@/lib/i18n/routing'

export default function NotFound() {
  const t = useTranslations('common')
  return (
    <>
      <SiteHeader />
      <main id="content" className="mx-auto grid max-w-xl gap-4 px-6 py-16">
        <h1 className="font-semibold text-2xl">{t('notFound.title')}</h1>
        <p className="text-muted">{t('notFound.text')}</p>
        <Link href={homePath(useLocale())} className={`${buttonStyle('primary')} justify-self-start`}>
          {t('notFound.home')}
        </Link>
      </main>
    </>
  )
}
