import { type RefObject, useEffect, useRef } from 'react'

/**
 * Scrolls to the end whenever `mark` changes: what came last is what one wants to see. With the next frame, as to ask
 * where the end is has the browser lay out everything, and more of what changed along with `mark` may still be coming;
 * behind a tab, once it is in sight.
 */
export function useStickToEnd(scroller: RefObject<HTMLElement | null>, mark: unknown): void {
  const due = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark's change is the reason to scroll
  useEffect(() => {
    due.current = true
    const frame = requestAnimationFrame(() => toEnd(scroller.current, due))
    return () => cancelAnimationFrame(frame)
  }, [scroller, mark])
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => due.current && toEnd(element, due))
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
}

function toEnd(element: HTMLElement | null, due: { current: boolean }): void {
  if (!element || element.clientHeight === 0) return
  due.current = false
  element.scrollTo({ top: element.scrollHeight })
}
