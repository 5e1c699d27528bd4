import type { HeaderLine, HeaderList } from '@/lib/engine/http/message'

/** Lines that every browser and server exchange and that decide nothing about cookies or sessions. */
const ROUTINE = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'connection',
  'date',
  'etag',
  'keep-alive',
  'upgrade-insecure-requests',
  'user-agent',
  'x-powered-by',
])

/** Neighbouring header lines that are shown, or folded away, together. */
export interface HeaderRun {
  readonly routine: boolean
  readonly lines: readonly HeaderLine[]
}

/** A header list in runs, in order, so that routine lines can be folded where they stand. */
export function headerRuns(headers: HeaderList): readonly HeaderRun[] {
  const runs: { routine: boolean; lines: HeaderLine[] }[] = []
  for (const line of headers) {
    const routine = isRoutine(line[0])
    const run = runs.at(-1)
    if (run && run.routine === routine) run.lines.push(line)
    else runs.push({ routine, lines: [line] })
  }
  return runs
}

/** Whether a header carries cookies: these are what the product is about. */
export function isCookieHeader(name: string): boolean {
  const lower = name.toLowerCase()
  return lower === 'cookie' || lower === 'set-cookie'
}

function isRoutine(name: string): boolean {
  const lower = name.toLowerCase()
  return ROUTINE.has(lower) || lower.startsWith('sec-fetch-')
}
