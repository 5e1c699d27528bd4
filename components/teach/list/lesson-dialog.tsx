'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { askDesk, type DeskAnswer, type DeskError, lessonAddress } from '@/components/teach/desk-api'
import { ErrorWords } from '@/components/teach/error-words'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { Dialog } from '@/components/ui/dialog'
import type { LessonSummary } from '@/lib/server/desk/lesson-summary'

/** What somebody wants to do with lessons. */
export type Wish =
  | { readonly what: 'create' }
  | { readonly what: 'duplicate' | 'rename' | 'delete'; readonly lesson: LessonSummary }

interface LessonDialogProps {
  readonly wish: Wish
  readonly lessons: readonly LessonSummary[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Asks for what a wish needs: a slug and a number, or whether it is meant. */
export function LessonDialog({ wish, lessons, onClose, onDone }: LessonDialogProps) {
  const t = useTranslations('desk.dialog')
  const id = useId()
  const present = wish.what === 'create' ? null : wish.lesson
  const [slug, setSlug] = useState(wish.what === 'rename' ? wish.lesson.slug : '')
  const [number, setNumber] = useState(wish.what === 'rename' ? numberOf(wish.lesson) : nextNumber(lessons))
  const [error, setError] = useState<DeskError | null>(null)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const answer = await grant(wish, { slug, number })
    if (answer.ok) onDone()
    else setError(answer)
  }

  return (
    <Dialog
      open
      title={t(`${wish.what}.title`, { lesson: present?.slug ?? '' })}
      closeLabel={t('cancel')}
      onClose={onClose}
    >
      <form onSubmit={(event) => void submit(event)} className="grid gap-3">
        <p className="text-muted text-sm">{t(`${wish.what}.text`)}</p>
        {wish.what !== 'delete' && (
          <>
            <label htmlFor={`${id}-slug`} className="text-sm">
              {t('slug')}
            </label>
            <input
              id={`${id}-slug`}
              className="field font-mono"
              required
              value={slug}
              onChange={(event) => setSlug(event.target.value)}
            />
            <label htmlFor={`${id}-number`} className="text-sm">
              {t('number')}
            </label>
            <input
              id={`${id}-number`}
              className="field font-mono"
              required
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          </>
        )}
        <p role="alert" className="text-bad text-sm empty:hidden">
          {error && <ErrorWords error={error} />}
        </p>
        <div className="flex justify-end gap-3">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <button type="submit" className={buttonStyle('primary')}>
            {t(`${wish.what}.submit`)}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function grant(wish: Wish, to: { slug: string; number: string }): Promise<DeskAnswer<unknown>> {
  switch (wish.what) {
    case 'create':
      return askDesk('lessons', 'POST', to)
    case 'duplicate':
    case 'rename':
      return askDesk(lessonAddress(wish.lesson.slug, wish.what), 'POST', to)
    case 'delete':
      return askDesk(lessonAddress(wish.lesson.slug), 'DELETE')
    default:
      return wish satisfies never
  }
}

/** As it stands in the folder's name. */
function numberOf({ folder }: LessonSummary): string {
  return /^[\d.]+/.exec(folder)?.[0] ?? ''
}

function nextNumber(lessons: readonly LessonSummary[]): string {
  const highest = Math.max(0, ...lessons.map((lesson) => Math.floor(Number(numberOf(lesson)) || 0)))
  return String(highest + 1).padStart(2, '0')
}
