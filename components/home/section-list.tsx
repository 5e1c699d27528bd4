import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type HomeLesson, SECTIONS } from '@/components/home/home-lesson'
import { LessonProgress } from '@/components/home/lesson-progress'
import { lessonPath } from '@/lib/i18n/routing'

/** Title, summary, and what stands at their end where there is room for it. */
const ENTRY = 'grid gap-y-1 sm:grid-cols-[1fr_auto] sm:gap-x-6'
const ASIDE = 'sm:col-start-2 sm:row-span-2 sm:row-start-1 sm:self-center'

/** All sections of the course in order: those that have a lesson lead to it, the others say that they have none yet. */
export function SectionList({ lessons }: { readonly lessons: readonly HomeLesson[] }) {
  const t = useTranslations('home')
  return (
    <ol className="divide-y divide-line border-line border-y">
      {SECTIONS.map((section) => {
        const lesson = lessons.find(({ number }) => String(number) === section)
        return (
          <li key={section} className="relative grid grid-cols-[2.5rem_1fr] py-4">
            <span aria-hidden="true" className={`font-mono text-lg ${lesson ? 'text-accent' : 'text-faint'}`}>
              {section}
            </span>
            {lesson ? (
              <LessonEntry lesson={lesson} />
            ) : (
              <div className={`${ENTRY} text-faint`}>
                <h3 className="text-lg">{t(`sections.${section}.title`)}</h3>
                <p className="text-sm">{t(`sections.${section}.summary`)}</p>
                <span className={`${ASIDE} text-sm`}>{t('coming')}</span>
              </div>
            )}
          </li>
        )
      })}
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
