'use client'

import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { ICON_BUTTON } from '@/components/ui/icon-button-style'

interface DialogProps {
  readonly open: boolean
  readonly title: string
  readonly closeLabel: string
  /** `window`: as large as the window, its content scrolls by itself. */
  readonly size?: 'text' | 'window'
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A modal dialog; the browser's own, which keeps the focus inside and gives it back. A click beside it closes it. What is
 * marked with `data-first-focus` gets the focus first.
 */
export function Dialog({ open, title, closeLabel, size = 'text', onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Before the effects of what is inside: it may want to measure itself, or to scroll.
  useLayoutEffect(() => {
    if (open && !dialog.current?.open) {
      dialog.current?.showModal()
      // Else the browser takes the first of all, which is the button to close it.
      dialog.current?.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    }
    if (!open) dialog.current?.close()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      className={`m-auto rounded-lg border border-line p-0 text-ink shadow-xl backdrop:bg-black/40 ${SIZE[size]}`}
    >
      <div className="flex items-center justify-between gap-4 px-5 pt-4">
        <h2 id={titleId} className="text-base font-semibold">
          {title}
        </h2>
        <button type="button" aria-label={closeLabel} className={ICON_BUTTON} onClick={onClose}>
          <X aria-hidden="true" />
        </button>
      </div>
      <div className={size === 'window' ? 'min-h-0 flex-1 pt-2 text-[13px]' : 'px-5 pt-2 pb-5'}>{children}</div>
    </dialog>
  )
}

const SIZE = {
  text: 'max-h-[85dvh] w-[min(34rem,calc(100vw-2rem))] bg-raised',
  window: 'h-[calc(100dvh-2rem)] max-h-none w-[calc(100vw-2rem)] max-w-none bg-surface open:flex open:flex-col',
} as const
