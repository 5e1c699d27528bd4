'use client'

import { useSteps } from '@/components/panels/lesson/steps-context'
import { usePart } from '@/components/shared/context'
import { SessionChip } from '@/components/shared/session-mark'
import { sessionOfCookie } from '@/lib/engine/trace/parts'
import { sessionIdsProjection } from '@/lib/engine/trace/session-ids-at'
import type { Pattern } from '@/lib/lessons/model'

/** A pattern as its author wrote it; what is captured stands out, as it is a name and not the text itself. */
export function PatternText({ pattern }: { readonly pattern: Pattern }) {
  let offset = 0
  return pattern.map((part) => {
    const key = offset++
    return part.type === 'text' ? part.text : <Capture key={key} name={part.name} other={part.other} />
  })
}

/** The name of a captured value and, once it stands for a session of the student's own world, that session. */
function Capture({ name, other }: { readonly name: string; readonly other: boolean }) {
  const value = useSteps().captures.get(name)
  const session = usePart(sessionIdsProjection, (ids) =>
    value === undefined || other ? null : sessionOfCookie(ids, value),
  )
  return (
    <>
      <var className="rounded bg-accent-soft px-1 text-accent not-italic">
        {other ? '≠ ' : ''}
        {name}
      </var>
      {session && (
        <>
          {' '}
          <SessionChip session={session} />
        </>
      )}
    </>
  )
}
