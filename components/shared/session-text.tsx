'use client'

import { memo } from 'react'
import { usePart } from '@/components/shared/context'
import { SessionMark } from '@/components/shared/session-mark'
import { parts } from '@/lib/engine/trace/parts'
import { sessionIdsProjection } from '@/lib/engine/trace/session-ids-at'

/** Any text, with the session ids in it marked. */
export const SessionText = memo(function SessionText({ text }: { text: string }) {
  let offset = 0
  return usePart(sessionIdsProjection, (ids) => parts(ids, text)).map((part) => {
    const key = offset
    offset += part.text.length
    return part.type === 'text' ? part.text : <SessionMark key={key} session={part.session} text={part.text} />
  })
})
