import { type RefObject, useEffect } from 'react'

/**
 * Scrolls to the end whenever `mark` changes: what came last is what one wants to see. With the next frame, as to ask
 * where the end is has the browser lay out everything, and more of what changed along with `mark` may still be coming.
 */
export function useStickToEnd(scroller: RefObject<HTMLElement | null>, mark: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark's change is the reason to scroll
  useEffect(() => {
    const frame = requestAnimationFrame(() => scroller.current?.scrollTo({ top: scroller.current.scrollHeight }))
    return () => cancelAnimationFrame(frame)
  }, [scroller, mark])
}
