const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds in `50ms`, `1.5s`, `30m`, `2h`, `14d`; `null` for anything else. */
export function parseDuration(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text)
  const unit = UNITS[match?.[2] ?? '']
  if (match === null || unit === undefined) return null
  const milliseconds = Number(match[1]) * unit
  return Number.isSafeInteger(milliseconds) ? milliseconds : null
}
