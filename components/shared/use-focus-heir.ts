'use client'

import { type RefObject, useEffect, useRef } from 'react'

interface FocusHeir<E extends HTMLElement> {
  /** For what takes the focus; it needs a tab index of -1 when it is nothing to act with. */
  readonly ref: RefObject<E | null>
  /** To be called when the button is pressed that will go. */
  readonly expect: () => void
}

/**
 * Who gets the focus of a button that goes when it is pressed. Without an heir the focus is lost, and with it the
 * place of whoever has no mouse (WCAG 2.4.3).
 */
export function useFocusHeir<E extends HTMLElement>(): FocusHeir<E> {
  const ref = useRef<E>(null)
  const expected = useRef(false)
  useEffect(() => {
    if (!expected.current || !ref.current) return
    expected.current = false
    // Who has gone elsewhere meanwhile stays there.
    if (document.activeElement === document.body) ref.current.focus()
  })
  return {
    ref,
    expect() {
      expected.current = true
    },
  }
}
