import { useTranslations } from 'next-intl'
import { EXCHANGE_FAILURES, type ExchangeFailure, IMPOSSIBLE, type Impossible } from '@/lib/engine/trace/event'
import type { Mismatch } from '@/lib/lessons/check/failure'

type Predictable = Extract<Mismatch, { kind: 'predictable' }>

/** One thing that does not hold: what was expected beside what there is. */
export function MismatchView({ mismatch }: { readonly mismatch: Mismatch }) {
  const t = useTranslations('lesson')
  const impossible = useTranslations('playground.impossible')
  switch (mismatch.kind) {
    case 'predictable': {
      const madeOf = t(`mismatch.${MADE_OF[ingredients(mismatch)]}`)
      return <Alone label={t('mismatch.predictable', { capture: mismatch.capture, madeOf })} text={mismatch.actual} />
    }
    case 'answer':
      return <p>{isExchangeFailure(mismatch.actual) ? t(`failure.${mismatch.actual}`) : t('mismatch.answer')}</p>
    case 'answered':
      return <Alone label={t('mismatch.answered')} text={mismatch.actual ?? mismatch.expected} />
    case 'action':
      return (
        <Alone
          label={t('mismatch.action')}
          text={isImpossible(mismatch.actual) ? impossible(mismatch.actual) : mismatch.expected}
        />
      )
    case 'no-body':
      return (
        <Alone label={t('mismatch.no-body', { text: mismatch.expected })} text={mismatch.actual ?? mismatch.expected} />
      )
    case 'no-header':
    case 'no-row':
      return <Alone label={t(`mismatch.${mismatch.kind}`)} text={mismatch.actual ?? mismatch.expected} />
    case 'status':
    case 'header':
    case 'body':
    case 'row':
      return (
        <div>
          <p>{t(`mismatch.${mismatch.kind}`)}</p>
          <dl className="mt-1 grid gap-2 sm:grid-cols-2">
            <Side label={t('task.expected')} text={mismatch.expected} />
            <Side label={t('task.actual')} text={mismatch.actual} />
          </dl>
        </div>
      )
    default:
      return mismatch satisfies never
  }
}

function Alone({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <p>{label}</p>
      <p className="whitespace-pre-wrap break-all font-mono">{text}</p>
    </div>
  )
}

function Side({ label, text }: { readonly label: string; readonly text: string | null }) {
  const t = useTranslations('lesson.task')
  return (
    <div className="min-w-0 rounded border border-line bg-raised px-2 py-1">
      <dt className="text-faint text-xs">{label}</dt>
      <dd className={text === null ? 'text-muted' : 'max-h-40 overflow-auto whitespace-pre-wrap break-all font-mono'}>
        {text ?? t('nothing')}
      </dd>
    </div>
  )
}

const MADE_OF = {
  nothing: 'madeOfNothing',
  clock: 'madeOfClock',
  random: 'madeOfRandom',
  both: 'madeOfBoth',
} as const

function ingredients({ madeOf }: Predictable): keyof typeof MADE_OF {
  return madeOf.length === 2 ? 'both' : (madeOf[0] ?? 'nothing')
}

function isExchangeFailure(text: string | null): text is ExchangeFailure {
  return EXCHANGE_FAILURES.some((known) => known === text)
}

function isImpossible(code: string | null): code is Impossible {
  return IMPOSSIBLE.some((known) => known === code)
}
