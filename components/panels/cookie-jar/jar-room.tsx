'use client'

import { useTranslations } from 'next-intl'
import type { VisitorJar } from '@/lib/engine/trace/jar-at'
import type { VisitorState } from '@/lib/engine/trace/visitors-at'
import { type Room, roomIn } from '@/lib/playground/jar-room'

/** How many cookies there is room for, where that begins to matter. */
export function JarRoom({ jar, state }: { jar: VisitorJar; state: VisitorState }) {
  const rooms = roomIn(jar.cookies.values(), state)
  if (rooms.length === 0) return null
  return (
    <ul className="border-b border-line px-3 py-1.5 text-xs text-muted">
      {rooms.map((room) => (
        <RoomLine key={room.owner} {...room} />
      ))}
    </ul>
  )
}

function RoomLine({ owner, count, limit }: Room) {
  const t = useTranslations('playground')
  return (
    <li className="flex items-center gap-2">
      <span className="min-w-0 flex-1">{t('jar.room', { owner, count, limit })}</span>
      <meter
        aria-hidden="true"
        className="h-2 w-24 shrink-0"
        min={0}
        max={limit}
        high={limit * 0.9}
        optimum={0}
        value={count}
      />
    </li>
  )
}
