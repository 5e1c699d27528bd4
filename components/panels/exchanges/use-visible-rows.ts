import { type RefObject, useEffect, useState } from 'react'
import { useStickToEnd } from '@/components/shared/use-stick-to-end'

/** Rows rendered beyond each edge at least, so that scrolling meets no gap. */
const MARGIN = 10
/** Rows come and go so many at a time, and nothing is rendered in between. */
const STEP = 10
/** Lists up to this length are rendered whole: a page's own search finds everything in them. */
const WHOLE = 200

interface LongList {
  readonly count: number
  /** In pixels. */
  readonly rowHeight: number
  /** The list goes to its end whenever this changes. */
  readonly mark: unknown
  /** Up to how many rows a list is rendered as it is. */
  readonly whole?: number
}

/** Which rows of a long list to render, from `first` to before `last`. It scrolls to its end by itself. */
export function useVisibleRows(scroller: RefObject<HTMLElement | null>, list: LongList) {
  const { count, rowHeight, mark, whole = WHOLE } = list
  const [view, setView] = useState({ top: 0, height: 0 })
  const [stuckTo, setStuckTo] = useState(mark)
  const long = count > whole
  // It will scroll to the end: rendered now, these rows need not be rendered again when it has.
  if (mark !== stuckTo) {
    setStuckTo(mark)
    setView({ top: Math.max(0, count * rowHeight - view.height), height: view.height })
  }

  useEffect(() => {
    const element = scroller.current
    if (!element || !long) return
    const measure = () =>
      setView((before) => {
        const now = { top: element.scrollTop, height: element.clientHeight }
        return showsTheSame(before, now, rowHeight) ? before : now
      })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [scroller, long, rowHeight])
  useStickToEnd(scroller, mark)

  return long ? visibleRows(view, count, rowHeight) : { first: 0, last: count }
}

interface View {
  readonly top: number
  readonly height: number
}

function visibleRows({ top, height }: View, count: number, rowHeight: number) {
  const step = STEP * rowHeight
  const first = Math.max(0, Math.floor(top / step) * STEP - MARGIN)
  return { first: Math.min(first, count), last: Math.min(count, Math.ceil((top + height) / step) * STEP + MARGIN) }
}

/** Whether two views are of the same rows, as those that lie near each other are. */
function showsTheSame(one: View, other: View, rowHeight: number): boolean {
  const a = visibleRows(one, Number.POSITIVE_INFINITY, rowHeight)
  const b = visibleRows(other, Number.POSITIVE_INFINITY, rowHeight)
  return one.height === other.height && a.first === b.first && a.last === b.last
}
