/**
 * All that the engine knows of the platform beyond the language: what browsers, workers and Node share and
 * what is pure. Only `lib/engine/tsconfig.json` reads this file; it has neither DOM nor Node types, so that
 * anything else fails the type check.
 */
interface URLSearchParams {
  get(name: string): string | null
  forEach(callback: (value: string, name: string) => void): void
  getAll(name: string): string[]
  has(name: string): boolean
  toString(): string
}

/** WHATWG URL. */
interface URL {
  hash: string
  host: string
  hostname: string
  href: string
  readonly origin: string
  password: string
  pathname: string
  port: string
  protocol: string
  search: string
  readonly searchParams: URLSearchParams
  username: string
  toString(): string
}

declare const URL: {
  new (url: string | URL, base?: string | URL): URL
  canParse(url: string, base?: string): boolean
}

interface TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
}

declare const TextEncoder: { new (): TextEncoder }

interface TextDecoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string
}

declare const TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder
}
