import { readFileSync } from 'node:fs'
import { createTranslator, type Messages } from 'next-intl'
import { actionWords } from '@/components/panels/lesson/action-words'
import type { Locale, Step } from '@/lib/lessons/model'

/** What buttons are called and what is said of them, by the page's own texts. */
export function lessonWords(locale: Locale) {
  const t = translator(locale, 'lesson')
  const common = translator(locale, 'common')
  const home = translator(locale, 'home')
  const action = translator(locale, 'lesson.action')
  return {
    t,
    site: common('name'),
    /** Progress of a lesson, as the course's page tells it. */
    homeProgress: (done: number, total: number) => home('tasksDone', { done, total }),
    /** The button that does these steps at once. */
    button(steps: readonly Exclude<Step, { type: 'rows' }>[]): string {
      const [first] = steps
      if (first?.type === 'transcript')
        return steps.length > 1 ? t('send.all', { count: steps.length }) : t('send.send')
      const [one, ...more] = first?.actions ?? []
      if (!one) throw new Error('a step that does nothing')
      const words = actionWords(one, action, locale)
      return more.length === 0 ? words : t('action.times', { action: words, count: more.length + 1 })
    },
    /** What stands beside a step that came out as it is written. */
    held(step: Step): string {
      switch (step.type) {
        case 'transcript':
          return t('send.held')
        case 'actions':
          return t('action.done')
        case 'rows':
          return t('rows.now')
        default:
          return step satisfies never
      }
    },
  }
}

export type LessonWords = ReturnType<typeof lessonWords>

function translator<N extends 'lesson' | 'common' | 'home' | 'lesson.action'>(locale: Locale, namespace: N) {
  const messages = { common: read(locale, 'common'), home: read(locale, 'home'), lesson: read(locale, 'lesson') }
  return createTranslator({ locale, namespace, messages })
}

function read<N extends keyof Messages>(locale: Locale, name: N): Messages[N] {
  return JSON.parse(readFileSync(`lib/i18n/messages/${locale}/${name}.json`, 'utf8'))
}
