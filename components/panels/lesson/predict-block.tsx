'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { useLessonMemory } from '@/components/panels/lesson/lesson-memory'
import { placeInText } from '@/components/panels/lesson/place-in-text'
import { usePlaygroundLesson } from '@/components/shared/context'
import { useFocusHeir } from '@/components/shared/use-focus-heir'
import { Button } from '@/components/ui/button'
import { browserProgress } from '@/lib/playground/progress'

interface PredictBlockProps {
  readonly id: string
  /** That it was answered counts as progress. */
  readonly isKept: boolean
  readonly question: ReactNode
  readonly choices: readonly { readonly id: string; readonly text: ReactNode }[]
  readonly answer: string
  readonly explanation: ReactNode
}

/** A question to answer before one looks: what one guessed oneself is remembered. */
export function PredictBlock({ id, isKept, question, choices, answer, explanation }: PredictBlockProps) {
  const t = useTranslations('lesson.predict')
  const name = useId()
  const { slug } = usePlaygroundLesson()
  const [memory, setMemory] = useLessonMemory()
  const [picked, setPicked] = useState<string | null>(null)
  const guess = memory.guesses[id]
  const revealed = guess !== undefined
  const chosen = guess ?? picked
  const verdict = useFocusHeir<HTMLParagraphElement>()

  function reveal(): void {
    if (picked === null) return
    verdict.expect()
    setMemory((before) => ({ ...before, guesses: { ...before.guesses, [id]: picked } }))
    if (isKept) browserProgress.done(slug, id)
  }

  return (
    <fieldset
      id={isKept ? placeInText(id) : undefined}
      className="scroll-mt-4 rounded-md target:border-accent border border-line bg-accent-soft/50 px-4 pt-1 pb-4"
    >
      <legend className="px-1 font-semibold text-accent text-sm">{t('label')}</legend>
      <div>{question}</div>
      <div className="mt-3 grid grid-cols-1 gap-1">
        {choices.map((choice) => (
          <label key={choice.id} className="flex min-h-7 cursor-pointer items-baseline gap-2.5">
            <input
              type="radio"
              name={name}
              value={choice.id}
              checked={chosen === choice.id}
              disabled={revealed}
              onChange={() => setPicked(choice.id)}
              className="size-4 shrink-0 translate-y-0.5 accent-accent"
            />
            <span className={revealed && choice.id === answer ? 'font-semibold' : ''}>
              {choice.id}. {choice.text}
            </span>
          </label>
        ))}
      </div>
      {!revealed && (
        <Button className="mt-3" disabled={chosen === null} onClick={reveal}>
          {t('check')}
        </Button>
      )}
      <div role="status" className="not-empty:mt-3">
        {revealed && (
          <>
            <p
              ref={verdict.ref}
              tabIndex={-1}
              className={`font-semibold ${chosen === answer ? 'text-good' : 'text-warn'}`}
            >
              {chosen === answer ? t('right') : t('wrong', { answer })}
            </p>
            {explanation}
          </>
        )}
      </div>
    </fieldset>
  )
}
