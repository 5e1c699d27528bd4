'use client'

import { useEffect, useRef, useState } from 'react'
import { usePlaygroundActions } from '@/components/shared/context'
import type { VisitorId } from '@/lib/engine/story/action'
import { followLinksAndForms } from './follow'
import { emptyDocument, pageShower } from './frame-document'
import type { SafePage } from './sanitise'

interface PageFrameProps {
  readonly visitor: VisitorId
  readonly page: SafePage
  readonly url: string
  readonly label: string
}

/**
 * A page in a frame that runs no scripts. Clicks and submits are listened to from outside. A page of the same markup as
 * the one before leaves what is there alone, also what was typed into it.
 *
 * WebKit does not call such listeners in a frame whose sandbox forbids scripts (its bug 218086). Only there the sandbox
 * lets scripts through, and the frame's policy, which allows none, is what keeps them from running.
 */
export function PageFrame({ visitor, page, url, label }: PageFrameProps) {
  const { visit } = usePlaygroundActions()
  const frame = useRef<HTMLIFrameElement>(null)
  const [hears, setHears] = useState(true)
  const latest = useRef({ page, url })
  /** There once the frame's document is. */
  const show = useRef<(page: SafePage) => void>(null)
  const { head, bodyTags, body } = page
  useEffect(() => {
    latest.current = { page, url }
  }, [page, url])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's markup is the reason to show it anew
  useEffect(() => show.current?.(latest.current.page), [head, bodyTags, body])

  function loaded(): void {
    const inside = frame.current?.contentDocument
    if (!frame.current || !inside) return
    if (!hearsEvents(inside)) setHears(false)
    followLinksAndForms(frame.current, inside, {
      place: () => ({ url: latest.current.url, base: latest.current.page.base }),
      request: (request) => visit(visitor, request),
    })
    show.current = pageShower(inside)
    show.current(latest.current.page)
  }

  return (
    <iframe
      key={`${hears ? 'no-scripts' : 'policy'} ${page.quirks}`}
      ref={frame}
      title={label}
      srcDoc={emptyDocument(page.quirks)}
      sandbox={hears ? 'allow-same-origin allow-forms' : 'allow-same-origin allow-forms allow-scripts'}
      onLoad={loaded}
      className="absolute inset-0 h-full w-full bg-white"
    />
  )
}

/** Whether listeners of ours are called in a document. */
function hearsEvents(inside: Document): boolean {
  let heard = false
  const listen = () => {
    heard = true
  }
  inside.addEventListener('barbershop-probe', listen)
  inside.dispatchEvent(new Event('barbershop-probe'))
  inside.removeEventListener('barbershop-probe', listen)
  return heard
}
