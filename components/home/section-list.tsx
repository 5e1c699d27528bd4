import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type HomeLesson, homeEntries } from '@/components/home/home-lesson'
import { LessonProgress } from '@/components/home/lesson-progress'
import { lessonPath } from '@/lib/i18n/routing'

/** Title, summary, and what stands at their end where there is room for it. */
const ENTRY = 'grid gap-y-1 sm:grid-cols-[1fr_auto] sm:gap-x-6'
const ASIDE = 'sm:col-start-2 sm:row-span-2 sm:row-start-1 sm:self-center'

/** The course in order: its lessons, and the sections that have none yet. */
export function SectionList({ lessons }: { readonly lessons: readonly HomeLesson[] }) {
  const t = useTranslations('home')
  return (
    <ol className="divide-y divide-line border-line border-y">
      {homeEntries(lessons).map((entry) => (
        <li key={entry.number} className="relative grid grid-cols-[3rem_1fr] py-4">
          <span aria-hidden="true" className={`font-mono text-lg ${entry.lesson ? 'text-accent' : 'text-faint'}`}>
            {entry.number}
          </span>
          {entry.lesson ? (
            <LessonEntry lesson={entry.lesson} />
          ) : (
            <div className={`${ENTRY} text-faint`}>
              <h3 className="text-lg">{t(`sections.${entry.number}.title`)}</h3>
              <p className="text-sm">{t(`sections.${entry.number}.summary`)}</p>
              <span className={`${ASIDE} text-sm`}>{t('coming')}</span>
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

function LessonEntry({ lesson }: { readonly lesson: HomeLesson }) {
  const locale = useLocale()
  return (
    <div className={ENTRY}>
      <h3 className="font-semibold text-lg">
        {/* The whole entry can be clicked; what is read out is the title. */}
        <Link
          href={lessonPath(locale, lesson.slug)}
          prefetch={false}
          className="underline-offset-4 after:absolute after:inset-0 hover:underline"
        >
          {lesson.title}
        </Link>
      </h3>
      <p className="text-muted text-sm">{lesson.summary}</p>
      <div className={ASIDE}>
        <LessonProgress lesson={lesson} />
      </div>
    </div>
  )
}
