'use client'

import { type ReactNode, useRef } from 'react'

/** Space between what is pointed at and its tooltip, and between the tooltip and the window's edge, in pixels. */
const GAP = 6

interface TooltipProps {
  /** Says again, to the eye, what its content is called: not read out a second time. */
  readonly text: string
  readonly children: ReactNode
}

/**
 * Text beside what is pointed at or focused. It can be pointed at itself and goes away with Escape
 * (WCAG 2.2, 1.4.13); it lies in the browser's top layer, so no panel cuts it off.
 */
export function Tooltip({ text, children }: TooltipProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  const tip = useRef<HTMLSpanElement>(null)

  function show(): void {
    if (!anchor.current || !tip.current || tip.current.matches(':popover-open')) return
    tip.current.showPopover()
    const at = anchor.current.getBoundingClientRect()
    const { width, height } = tip.current.getBoundingClientRect()
    const below = at.bottom + height <= window.innerHeight
    const middle = at.left + (at.width - width) / 2
    tip.current.style.left = `${Math.max(GAP, Math.min(middle, window.innerWidth - width - GAP))}px`
    tip.current.style.top = `${below ? at.bottom : at.top - height}px`
  }

  function hide(): void {
    tip.current?.hidePopover()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches over what is inside
    <span
      ref={anchor}
      className="inline-flex"
      onPointerEnter={(event) => event.pointerType === 'mouse' && show()}
      onPointerLeave={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && show()}
      onBlur={hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {children}
      <span
        ref={tip}
        popover="manual"
        aria-hidden="true"
        className="fixed inset-auto m-0 max-w-72 border-0 bg-transparent py-1.5 text-ink"
      >
        <span className="block rounded bg-ink px-2 py-1 text-xs text-surface">{text}</span>
      </span>
    </span>
  )
}
