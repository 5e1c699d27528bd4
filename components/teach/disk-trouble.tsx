import { useTranslations } from 'next-intl'
import type { DiskProblem } from '@/lib/server/desk/disk-error'

/** The desk where the lessons themselves can't be read. */
export function DiskTrouble({ problem }: { readonly problem: DiskProblem }) {
  const t = useTranslations('desk')
  return (
    <main id="content" className="mx-auto grid max-w-5xl gap-4 px-6 py-10">
      <h1 className="font-semibold text-2xl">{t('title')}</h1>
      <p role="alert" className="text-bad">
        {t(`error.disk-${problem}`)}
      </p>
    </main>
  )
}
