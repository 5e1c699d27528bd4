'use client'

import { useEffect, useRef, useState } from 'react'
import type { VisitRequest } from '@/lib/playground/actions'
import { followLinksAndForms } from './follow'
import type { SafePage } from './sanitise'

interface PageFrameProps {
  readonly page: SafePage
  readonly url: string
  readonly label: string
  readonly onRequest: (request: VisitRequest) => void
}

/**
 * A page in a frame that runs no scripts. Clicks and submits are listened to from outside.
 *
 * WebKit does not call such listeners in a frame whose sandbox forbids scripts (its bug 218086). Only there the sandbox
 * lets scripts through, and the frame's policy, which allows none, is what keeps them from running.
 */
export function PageFrame({ page, url, label, onRequest }: PageFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [hears, setHears] = useState(true)
  const latest = useRef(onRequest)
  useEffect(() => {
    latest.current = onRequest
  }, [onRequest])

  function loaded(): void {
    const inside = frame.current?.contentDocument
    if (!frame.current || !inside) return
    if (!hearsEvents(inside)) setHears(false)
    followLinksAndForms(frame.current, inside, { url, base: page.base }, (request) => latest.current(request))
  }

  return (
    <iframe
      key={hears ? 'no-scripts' : 'policy'}
      ref={frame}
      title={label}
      srcDoc={page.html}
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
