const UNITS = [
  { unit: 'day', milliseconds: 86_400_000 },
  { unit: 'hour', milliseconds: 3_600_000 },
  { unit: 'minute', milliseconds: 60_000 },
  { unit: 'second', milliseconds: 1_000 },
  { unit: 'millisecond', milliseconds: 1 },
] as const

/**
 * A length of time in words, its two largest units: `29 min 55 sec`, `29分钟55秒钟`.
 * @param milliseconds not negative; below a second only milliseconds are named
 * @param locale BCP 47
 */
export function durationText(milliseconds: number, locale: string): string {
  const whole = Math.max(0, Math.round(milliseconds))
  const first = UNITS.findIndex((unit) => whole >= unit.milliseconds)
  if (first === -1) return unitText(0, 'second', locale)
  const parts: string[] = []
  let rest = whole
  for (const { unit, milliseconds: size } of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / size)
    rest -= count * size
    // Milliseconds beside whole seconds are noise.
    if (count > 0 && (unit !== 'millisecond' || parts.length === 0)) parts.push(unitText(count, unit, locale))
  }
  return parts.join(locale.startsWith('zh') ? '' : ' ')
}

/** A length of time as above, but below a minute to the millisecond: `59.999 sec`. */
export function exactDurationText(milliseconds: number, locale: string): string {
  const hasParts = milliseconds > 1000 && milliseconds < 60_000 && milliseconds % 1000 !== 0
  return hasParts ? unitText(milliseconds / 1000, 'second', locale) : durationText(milliseconds, locale)
}

/** A length of time as a clock that was started: `00:00:05`, `2d 03:00:00`. Parts of a second are left out. */
export function stopwatchText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const days = Math.floor(seconds / 86_400)
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
  return days > 0 ? `${days}d ${clock}` : clock
}

function unitText(count: number, unit: (typeof UNITS)[number]['unit'], locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count)
}
