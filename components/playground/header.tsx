import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { HeaderProgress } from '@/components/playground/header-progress'
import { ShortcutsDialog } from '@/components/playground/shortcuts-dialog'
import { ICON_BUTTON } from '@/components/ui/icon-button-style'
import { LanguageLink } from '@/components/ui/language-link'
import { PoleMark } from '@/components/ui/pole-mark'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { Tooltip } from '@/components/ui/tooltip'
import { homePath, LANGUAGE_TAGS, lessonPath, otherLocale } from '@/lib/i18n/routing'
import type { Lesson } from '@/lib/lessons/model'

type Neighbour = Pick<Lesson, 'slug' | 'title'>

interface HeaderProps {
  readonly lesson: Pick<Lesson, 'slug' | 'number' | 'title'>
  /** Ids of the lesson's tasks. */
  readonly tasks: readonly string[]
  readonly previous: Neighbour | null
  readonly next: Neighbour | null
}

/** The head of a lesson: where one is in the course, how far, and where else one can go. */
export function Header({ lesson, tasks, previous, next }: HeaderProps) {
  const t = useTranslations('common')
  const locale = useLocale()
  const other = otherLocale(locale)
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-1 border-line border-b bg-page px-3">
      <Link
        href={homePath(locale)}
        className="flex min-h-8 items-center gap-2 rounded-md pr-1 font-semibold hover:text-accent"
      >
        <PoleMark />
        <span className="max-sm:sr-only">{t('name')}</span>
      </Link>
      <ChevronRight aria-hidden="true" className="size-4 text-faint" />
      <p className="min-w-0 flex-1 truncate sm:flex-initial">
        <span className="text-faint">{lesson.number} · </span>
        {lesson.title}
      </p>
      <HeaderProgress slug={lesson.slug} tasks={tasks} />
      <div className="ml-auto flex items-center">
        <Neighbours previous={previous} next={next} />
        <LanguageLink
          href={lessonPath(other, lesson.slug)}
          language={LANGUAGE_TAGS[other]}
          name={t(`language.${other}`)}
        />
        <ThemeToggle label={t('theme')} />
        <ShortcutsDialog />
      </div>
    </header>
  )
}

function Neighbours({ previous, next }: Pick<HeaderProps, 'previous' | 'next'>) {
  const t = useTranslations('lesson.header')
  if (!previous && !next) return null
  return (
    <nav aria-label={t('nav')} className="flex items-center">
      {previous && <Step lesson={previous} label={t('previous', previous)} icon={<ChevronLeft aria-hidden="true" />} />}
      {next && <Step lesson={next} label={t('next', next)} icon={<ChevronRight aria-hidden="true" />} />}
    </nav>
  )
}

function Step({ lesson, label, icon }: { lesson: Neighbour; label: string; icon: React.ReactNode }) {
  const locale = useLocale()
  return (
    <Tooltip text={label}>
      <Link prefetch={false} href={lessonPath(locale, lesson.slug)} aria-label={label} className={ICON_BUTTON}>
        {icon}
      </Link>
    </Tooltip>
  )
}
