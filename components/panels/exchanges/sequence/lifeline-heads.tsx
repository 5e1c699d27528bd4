'use client'

import { Braces, Database, Files, type LucideIcon, Server, Table2, User } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Lifeline, LifelineKind } from '@/lib/engine/trace/sequence/lifeline'
import { type Grid, HEAD } from './geometry'
import { useLineName } from './use-words'

/** Pixels between lifelines: below, the name needs all of them. */
const ROOM_FOR_ICON = 110

/** Who each lifeline is. They stay in sight when the picture is scrolled. */
export function LifelineHeads({ lines, grid }: { lines: readonly Lifeline[]; grid: Grid }) {
  const t = useTranslations('sequence.line')
  const lineName = useLineName()
  const servers = lines.filter(({ kind }) => kind === 'server').length
  return (
    <ul className="sequence-heads" style={{ height: HEAD, width: grid.width }}>
      {lines.map((line) => {
        const Icon = ICONS[line.kind]
        return (
          <li
            key={line.id}
            title={`${t(`kind.${line.kind}`)}: ${line.name}`}
            data-kind={line.kind}
            style={{ left: grid.x(line.id) ?? 0, maxWidth: grid.gap - 6 }}
          >
            <span className="flex min-w-0 items-center gap-1">
              {grid.gap > ROOM_FOR_ICON && <Icon aria-hidden="true" size={13} className="shrink-0" />}
              <span className="sr-only">{t(`kind.${line.kind}`)}</span>
              <span className="truncate">{lineName(line)}</span>
            </span>
            {line.server !== null && servers > 1 && (
              <span className="truncate text-[11px] text-faint">{t('memory', { server: line.server })}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const ICONS: Readonly<Record<LifelineKind, LucideIcon>> = {
  visitor: User,
  server: Server,
  variable: Braces,
  store: Table2,
  files: Files,
  redis: Database,
}
