import { type RefObject, useEffect, useState } from 'react'

/** Rows rendered beyond each edge, so that scrolling meets no gap. */
const MARGIN = 20
/** Lists up to this length are rendered whole: a page's own search finds everything in them. */
const WHOLE = 200

/**
 * Which rows of a long list to render: from `first` to before `last`. Heights in pixels.
 * @param whole up to how many rows a list is rendered as it is
 */
export function useVisibleRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  whole: number = WHOLE,
) {
  const [view, setView] = useState({ top: 0, height: 0 })
  const long = count > whole

  useEffect(() => {
    const element = scroller.current
    if (!element || !long) return
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [scroller, long])

  if (!long) return { first: 0, last: count }
  const first = Math.max(0, Math.floor(view.top / rowHeight) - MARGIN)
  return {
    first: Math.min(first, count),
    last: Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + MARGIN),
  }
}
