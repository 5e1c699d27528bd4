/** The path that the site lies under, where it is not the only one of its host: `/barbershop`; mostly empty. Set at build time. */
const BASE_PATH = process.env.NEXT_PUBLIC_BASE_PATH ?? ''

/** An address of ours for what Next does not prefix by itself: fetches, and links that are no `Link`. */
export function withBase(path: string): string {
  return `${BASE_PATH}${path}`
}
