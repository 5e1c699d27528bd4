'use client'

import { ChevronLeft, Download } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type Edit, isChanged } from '@/components/teach/editor/edit'
import type { ServedLesson } from '@/components/teach/editor/use-edit'
import type { Saving } from '@/components/teach/editor/use-saving'
import { Button } from '@/components/ui/button'
import { LanguageLink } from '@/components/ui/language-link'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { LANGUAGE_TAGS, otherLocale } from '@/lib/i18n/routing'

interface EditorBarProps {
  readonly lesson: ServedLesson
  readonly edit: Edit
  readonly saving: Saving
  readonly checking: boolean
  readonly onCheck: () => void
  readonly onHistory: () => void
  readonly onDiscard: () => void
}

/** What can be done with the edit as a whole. */
export function EditorBar({ lesson, edit, saving, checking, onCheck, onHistory, onDiscard }: EditorBarProps) {
  const t = useTranslations('desk.editor')
  const tc = useTranslations('common')
  const locale = useLocale()
  const other = otherLocale(locale)
  const changed = isChanged(edit)
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1 border-line border-b bg-page px-3 py-1.5">
      <Link href={`/${locale}/teach`} prefetch={false} className="flex items-center gap-1 rounded-md hover:text-accent">
        <ChevronLeft aria-hidden="true" className="size-4" />
        {t('back')}
      </Link>
      <h1 className="font-mono text-sm">{lesson.folder}</h1>
      <span className="text-muted text-sm">{changed ? t('changed') : t('unchanged')}</span>
      <div className="ml-auto flex flex-wrap items-center gap-2">
        <Button kind="quiet" onClick={() => download(lesson.slug, edit)}>
          <Download aria-hidden="true" className="size-4" />
          {t('download')}
        </Button>
        <Button kind="quiet" onClick={onHistory}>
          {t('history')}
        </Button>
        <Button kind="quiet" disabled={!changed} onClick={onDiscard}>
          {t('discard')}
        </Button>
        <Button disabled={checking} onClick={onCheck}>
          {checking ? t('checking') : t('check')}
        </Button>
        <Button disabled={saving.busy} onClick={saving.keepDraft}>
          {t('draft')}
        </Button>
        <Button kind="primary" disabled={saving.busy} onClick={saving.publish}>
          {saving.busy ? t('saving') : t('publish')}
        </Button>
        <LanguageLink
          href={`/${other}/teach/${lesson.slug}`}
          language={LANGUAGE_TAGS[other]}
          name={tc(`language.${other}`)}
        />
        <ThemeToggle label={tc('theme')} />
      </div>
    </header>
  )
}

/** The edit as one file, for when the server can't keep it. */
export function download(slug: string, { files }: Edit): void {
  const text = Object.entries(files)
    .map(([path, source]) => `===== ${path}\n${source}`)
    .join('\n')
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  Object.assign(document.createElement('a'), { href: address, download: `${slug}.txt` }).click()
  URL.revokeObjectURL(address)
}
