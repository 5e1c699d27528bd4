'use client'

import { type ReactNode, useId, useRef } from 'react'

/** Space between the button and what it opens, and between that and the window's edge, in pixels. */
const GAP = 6

interface PopoverProps {
  /** What stands on the button. */
  readonly label: ReactNode
  /** What a screen reader calls that which opens. */
  readonly title: string
  readonly buttonClassName: string
  readonly children: ReactNode
}

/**
 * A button, and what it opens beside itself in the browser's top layer, so that no panel cuts it off. Escape and a
 * press elsewhere close it, and the browser gives the focus back.
 */
export function Popover({ label, title, buttonClassName, children }: PopoverProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)

  function place(): void {
    if (!button.current || !box.current) return
    const at = button.current.getBoundingClientRect()
    const { width, height } = box.current.getBoundingClientRect()
    const above = at.bottom + GAP + height > window.innerHeight
    box.current.style.left = `${Math.max(GAP, Math.min(at.right - width, window.innerWidth - width - GAP))}px`
    box.current.style.top = `${above ? Math.max(GAP, at.top - GAP - height) : at.bottom + GAP}px`
  }

  return (
    <>
      <button ref={button} type="button" popoverTarget={id} className={buttonClassName}>
        {label}
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={title}
        onToggle={place}
        className="fixed inset-auto m-0 max-h-[calc(100dvh-1rem)] w-[min(22rem,calc(100vw-0.75rem))] overflow-auto rounded-lg border border-control bg-raised p-0 text-[13px] text-ink shadow-xl"
      >
        {children}
      </div>
    </>
  )
}
