import type { Lifeline } from '@/lib/engine/trace/sequence/lifeline'
import type { End, Step } from '@/lib/engine/trace/sequence/step'

/** All in pixels. Height of a row: a label, and an arrow under it. */
export const ROW = 38
/** Height of the lifelines' heads. */
export const HEAD = 44
/** Where in its row an arrow runs, and where a dot is. */
export const ARROW = 31
export const DOT = 15
/** Room for the time, left of everything. */
const GUTTER = 52
const END = 12
const NARROWEST = 92
const WIDEST = 240
/** Width of a bar, how much the next one on the same lifeline is moved to the right, and how many are told apart. */
export const BAR = 8
const LANE = 6
const LANES = 6

/** Where everything is across the picture. */
export interface Grid {
  readonly width: number
  /** How far the lifelines are apart. */
  readonly gap: number
  /** Middle of a lifeline; `null` for one that the picture does not have. */
  readonly x: (line: string | undefined) => number | null
}

/** As wide as the room that there is; wider, to be scrolled, when the lifelines would come too close. */
export function gridOf(lines: readonly Lifeline[], room: number): Grid {
  const count = Math.max(lines.length, 1)
  const gap = Math.min(Math.max((room - GUTTER - END) / count, NARROWEST), WIDEST)
  const places = new Map(lines.map(({ id }, index) => [id, GUTTER + gap * (index + 0.5)]))
  return {
    gap,
    width: Math.max(room, GUTTER + END + gap * count),
    x: (line) => (line === undefined ? null : (places.get(line) ?? null)),
  }
}

/** Left edge of a bar on a lifeline. */
export function barLeft(x: number, lane: number): number {
  return x - BAR / 2 + Math.min(lane, LANES - 1) * LANE
}

/** Where an arrow touches a lifeline, or the side of its bar. */
function touch(x: number, { lane }: End, side: 'left' | 'right'): number {
  if (lane === null) return x
  return barLeft(x, lane) + (side === 'right' ? BAR : 0)
}

/** An arrow from one place to another. */
export interface Arrow {
  readonly from: number
  readonly to: number
  /** It reaches nobody. */
  readonly lost: boolean
}

/** How far a request goes that nobody takes. */
const ASTRAY = 60

/** The arrow of a step; `null` for what is no message. `servers`: where requests go that reach nobody. */
export function arrowOf({ from, to, says }: Step, { x }: Grid, server: Lifeline | undefined): Arrow | null {
  const start = x(from?.line)
  if (!from || start === null) return null
  const end = x(to?.line)
  // What is answered at once has no bar to touch.
  const target = to && says.type === 'store-call' && says.answer ? { ...to, lane: null } : to
  if (target && end !== null) {
    const right = end > start
    return {
      from: touch(start, from, right ? 'right' : 'left'),
      to: touch(end, target, right ? 'left' : 'right'),
      lost: says.type === 'request' && says.failure !== null,
    }
  }
  if (says.type !== 'request') return null
  const toward = x(server?.id)
  return { from: touch(start, from, 'right'), to: toward === null ? start + ASTRAY : toward - LANE * 2, lost: true }
}

/** Where the label of a step stands, if it has the room: so far from the left, or from the right. */
export interface LabelPlace {
  readonly side: 'left' | 'right'
  readonly distance: number
}

/** At an arrow from its left end; at a dot on the side that has more room. */
export function labelPlace({ from, to }: Step, { x, width }: Grid, arrow: Arrow | null): LabelPlace {
  if (arrow) return { side: 'left', distance: Math.min(arrow.from, arrow.to) + BAR - 2 }
  const middle = x((from ?? to)?.line) ?? GUTTER
  return middle > width / 2
    ? { side: 'right', distance: width - middle + BAR + 2 }
    : { side: 'left', distance: middle + BAR + 2 }
}
