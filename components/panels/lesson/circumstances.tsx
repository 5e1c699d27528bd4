import { useLocale, useTranslations } from 'next-intl'
import type { Action } from '@/lib/engine/story/action'
import { durationText } from '@/lib/playground/duration'

/** How a request comes about, where a visitor does not simply type an address once everything before is done. */
export function Circumstances({ action }: { readonly action: Action }) {
  const t = useTranslations('lesson.send')
  const locale = useLocale()
  if (action.type !== 'visit') return null
  const { via = 'address', from, at } = action
  const words: string[] = []
  if (at !== undefined) words.push(at === 0 ? t('atOnce') : t('overlap', { duration: durationText(at, locale) }))
  if (via !== 'address') {
    words.push(from === undefined ? t(`via.${via}`) : t(`from.${via}`, { site: new URL(from).host }))
  }
  return words.map((text) => (
    <span key={text} className="block break-normal font-sans text-faint">
      {text}
    </span>
  ))
}
