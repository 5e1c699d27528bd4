import { RELEASES, type Release } from '@/lib/lessons/packages/catalogue'

/** The versions of a package that are offered, the usual one first; none when the package is not offered at all. */
export function releasesOf(name: string): readonly Release[] {
  return RELEASES.filter((release) => release.name === name)
}

/**
 * The release that a dependency's version chooses: an exact one, or a range with `^` as npm reads it (semver, "Caret
 * Ranges"). `undefined` asks for the usual one.
 *
 * @returns `null` when nothing offered fits
 */
export function chooseRelease(name: string, wanted: string | undefined): Release | null {
  const releases = releasesOf(name)
  if (wanted === undefined) return releases[0] ?? null
  return releases.find(({ version }) => fits(version, wanted)) ?? null
}

function fits(version: string, wanted: string): boolean {
  if (!wanted.startsWith('^')) return version === wanted
  const least = numbersOf(wanted.slice(1))
  const offered = numbersOf(version)
  if (!least || !offered || isBefore(offered, least)) return false
  // Up to the first number that is not zero, none may change.
  const fixed = least.findIndex((number) => number > 0)
  return least.every((number, index) => index > (fixed === -1 ? 2 : fixed) || offered[index] === number)
}

type Numbers = readonly [major: number, minor: number, patch: number]

function numbersOf(version: string): Numbers | null {
  const parts = /^(\d+)\.(\d+)\.(\d+)$/.exec(version)
  return parts && [Number(parts[1]), Number(parts[2]), Number(parts[3])]
}

function isBefore(a: Numbers, b: Numbers): boolean {
  return a[0] !== b[0] ? a[0] < b[0] : a[1] !== b[1] ? a[1] < b[1] : a[2] < b[2]
}

/** Names of the packages that are offered, each once. */
export const OFFERED: readonly string[] = [...new Set(RELEASES.map(({ name }) => name))]

/** All that is offered, in words: `express 5.3.0 or 4.22.1, ejs 7.0.2`. */
export function offeredInWords(names: readonly string[] = OFFERED): string {
  return names
    .map((name) => {
      const versions = releasesOf(name).map(({ version }) => version)
      return `${name} ${versions.join(' or ')}`
    })
    .join(', ')
}
