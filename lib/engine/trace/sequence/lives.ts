import type { Lifeline, LifelineId, Lifelines } from '@/lib/engine/trace/sequence/lifeline'
import type { PictureRow, Step } from '@/lib/engine/trace/sequence/step'

/** A lifeline between two rows: alive (a browser is open, a server runs) or not. `null`: from, or to, beyond the rows. */
export interface Stretch {
  readonly line: LifelineId
  readonly alive: boolean
  readonly from: number | null
  readonly to: number | null
}

/** How each lifeline goes through the rows; what lies in a server's memory lives and dies with it. */
export function livesOf(lines: readonly Lifeline[], rows: readonly PictureRow[], before: Lifelines): Stretch[] {
  const turns = rows.flatMap(({ row, step }) => turnOf(step, row))
  return lines.flatMap((line) => {
    const stretches: Stretch[] = []
    let alive = isAlive(line, lines, before)
    let from: number | null = null
    for (const turn of turns) {
      if (turn.alive === alive || !isAbout(turn.line, line, lines)) continue
      stretches.push({ line: line.id, alive, from, to: turn.row })
      alive = turn.alive
      from = turn.row
    }
    stretches.push({ line: line.id, alive, from, to: null })
    return stretches
  })
}

/** A step that brings a lifeline to life or ends it. */
function turnOf({ says, from, to }: Step, row: number): { line: LifelineId; row: number; alive: boolean }[] {
  const line = (to ?? from)?.line
  if (line === undefined) return []
  switch (says.type) {
    case 'visitor-opened':
    case 'process-started':
      return [{ line, row, alive: true }]
    case 'visitor-closed':
    case 'process-exited':
      return [{ line, row, alive: false }]
    case 'redis-state':
      return [{ line, row, alive: says.up }]
    default:
      return []
  }
}

function isAbout(turned: LifelineId, line: Lifeline, lines: readonly Lifeline[]): boolean {
  return turned === line.id || (line.server !== null && turned === hostOf(line, lines)?.id)
}

function isAlive(line: Lifeline, lines: readonly Lifeline[], before: Lifelines): boolean {
  const host = hostOf(line, lines)
  if (host) return before.get(host.id)?.alive ?? false
  const known = before.get(line.id)
  if (known) return known.alive
  // Who comes later is not there yet; what is there at all was there before it was first used.
  return line.kind !== 'visitor' && line.kind !== 'server'
}

function hostOf(line: Lifeline, lines: readonly Lifeline[]): Lifeline | undefined {
  return line.server === null ? undefined : lines.find(({ kind, name }) => kind === 'server' && name === line.server)
}
