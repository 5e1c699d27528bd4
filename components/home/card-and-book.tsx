import { useTranslations } from 'next-intl'

/** The course's picture of a session: a card with nothing but a number on it, and the book in which that number stands. */
export function CardAndBook() {
  const t = useTranslations('home.picture')
  const rows = [
    { id: '3kXp', amount: 100, mine: false },
    { id: '7fQ2', amount: 90, mine: true },
    { id: 'b9Tz', amount: 20, mine: false },
  ]
  return (
    <div role="img" aria-label={t('label')} className="relative mx-auto h-64 w-80 max-w-full">
      <div className="absolute inset-x-0 top-0 ml-12 rounded-md border border-line bg-surface p-4 shadow-sm">
        <p className="flex justify-between gap-3 text-sm">
          <span className="font-medium">{t('book')}</span>
          <span className="text-faint">{t('bookNote')}</span>
        </p>
        <ul className="mt-2 text-sm">
          {rows.map(({ id, amount, mine }) => (
            <li
              key={id}
              className={`flex justify-between border-line border-t px-1.5 py-1.5 ${mine ? 'bg-changed' : 'text-muted'}`}
            >
              <span className={`font-mono ${mine ? 'font-semibold text-(--session-3)' : ''}`}>{id}</span>
              <span>{t('balance', { amount })}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className="-rotate-3 absolute bottom-0 left-0 w-48 overflow-hidden rounded-lg border border-line bg-raised shadow-md">
        <div className="pole h-2.5 [--pole-tile:16px]" />
        <div className="p-3.5">
          <p className="flex justify-between gap-3 text-sm">
            <span className="font-medium">{t('card')}</span>
            <span className="text-faint">{t('cardNote')}</span>
          </p>
          <p className="mt-2.5 text-muted text-xs">{t('number')}</p>
          <p className="font-mono font-semibold text-(--session-3) text-lg">7fQ2</p>
        </div>
      </div>
    </div>
  )
}
