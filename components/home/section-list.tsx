import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type HomeLesson, SECTIONS } from '@/components/home/home-lesson'
import { LessonProgress } from '@/components/home/lesson-progress'
import { lessonPath } from '@/lib/i18n/routing'

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
              <div className="grid gap-0.5 text-faint sm:grid-cols-[1fr_auto] sm:gap-4">
                <h3 className="text-lg">{t(`sections.${section}.title`)}</h3>
                <span className="text-sm sm:row-span-2 sm:self-center">{t('coming')}</span>
                <p className="text-sm">{t(`sections.${section}.summary`)}</p>
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
    <div className="grid gap-1 sm:grid-cols-[1fr_auto] sm:gap-x-4">
      <h3 className="font-semibold text-lg">
        {/* The whole entry can be clicked; what is read out is the title. */}
        <Link
          href={lessonPath(locale, lesson.slug)}
          className="underline-offset-4 after:absolute after:inset-0 hover:underline"
        >
          {lesson.title}
        </Link>
      </h3>
      <div className="sm:row-span-2 sm:self-center">
        <LessonProgress lesson={lesson} />
      </div>
      <p className="text-muted text-sm">{lesson.summary}</p>
    </div>
  )
}
