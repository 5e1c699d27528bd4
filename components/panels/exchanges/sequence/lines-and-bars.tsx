import type { Stretch } from '@/lib/engine/trace/sequence/lives'
import type { Bar, Picture } from '@/lib/engine/trace/sequence/picture'
import { ARROW, BAR, barLeft, DOT, type Grid, ROW } from './geometry'

interface LinesAndBarsProps {
  readonly picture: Picture
  readonly grid: Grid
  /** The first row and the one after the last, of those that are drawn. */
  readonly first: number
  readonly last: number
  /** The exchange that is looked at. */
  readonly chosen: number | null
}

/** Lifelines, solid where a browser is open or a server runs, and the bars of what is under way. */
export function LinesAndBars({ picture, grid, first, last, chosen }: LinesAndBarsProps) {
  const height = (last - first) * ROW
  const y = (row: number | null, within: number, otherwise: number) =>
    row === null ? otherwise : Math.min(Math.max((row - first) * ROW + within, 0), height)
  // With its server, a bar ends at the cross, not at an arrow.
  const exits = new Set(picture.rows.flatMap(({ row, step }) => (step.says.type === 'process-exited' ? [row] : [])))
  return (
    <>
      {picture.lives.map((stretch) => (
        <Life
          key={`${stretch.line} ${stretch.from}`}
          stretch={stretch}
          x={grid.x(stretch.line)}
          top={y(stretch.from, DOT, 0)}
          bottom={y(stretch.to, DOT, height)}
        />
      ))}
      {picture.bars.map((bar) => (
        <ActivityBar
          key={`${bar.line} ${bar.lane} ${bar.from}`}
          bar={bar}
          x={grid.x(bar.line)}
          top={y(bar.from, ARROW, 0)}
          bottom={y(bar.to, bar.to !== null && exits.has(bar.to) ? DOT : ARROW, height)}
          chosen={chosen !== null && bar.exchange === chosen}
        />
      ))}
      {picture.lives.map(({ line, alive, to }) => {
        const x = grid.x(line)
        if (!alive || to === null || x === null) return null
        return (
          <path
            key={`${line} ${to}`}
            d={`M${x - 6} ${y(to, DOT, height) - 6}l12 12m0 -12l-12 12`}
            className="sequence-end"
          />
        )
      })}
    </>
  )
}

interface Span {
  readonly x: number | null
  readonly top: number
  readonly bottom: number
}

function Life({ stretch, x, top, bottom }: Span & { readonly stretch: Stretch }) {
  if (x === null) return null
  return <line x1={x} x2={x} y1={top} y2={bottom} className="sequence-life" data-alive={stretch.alive || undefined} />
}

function ActivityBar({ bar, x, top, bottom, chosen }: Span & { readonly bar: Bar; readonly chosen: boolean }) {
  if (x === null) return null
  return (
    <rect
      x={barLeft(x, bar.lane)}
      y={top}
      width={BAR}
      height={Math.max(bottom - top, 2)}
      rx={1}
      className="sequence-bar"
      data-open={bar.to === null || undefined}
      data-chosen={chosen || undefined}
    />
  )
}
