import type { DiagnosticCode, Place, Reporter } from '@/lib/lessons/diagnostic'
import type { Attribute } from '@/lib/lessons/parse/attributes'
import { didYouMean } from '@/lib/lessons/suggest'

/** Where the programs of lessons listen; cookies written by hand belong to it, unless a directive says otherwise. */
const HOST = 'localhost'
const HOST_NAME = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/i

/** The attributes of one directive or fence, read as what they stand for. What is wrong is reported and left out. */
export class Given {
  readonly #attributes: ReadonlyMap<string, Attribute>
  readonly #reporter: Reporter
  /** Where the directive stands. */
  readonly place: Place

  /** Nothing was written, not even something wrong. */
  readonly isBare: boolean

  /** `attributes` are those that are sound, of `written` many. */
  constructor(attributes: ReadonlyMap<string, Attribute>, written: number, place: Place, reporter: Reporter) {
    this.#attributes = attributes
    this.#reporter = reporter
    this.place = place
    this.isBare = written === 0
  }

  has(name: string): boolean {
    return this.#attributes.has(name)
  }

  /** A missing one that is needed is reported by those who read the attributes. */
  text(name: string): string | undefined {
    return this.#attributes.get(name)?.value
  }

  /** Reports something at an attribute, or at the directive where that is not given. */
  report(code: DiagnosticCode, name: string | null, message: string): void {
    const attribute = name === null ? undefined : this.#attributes.get(name)
    this.#reporter.report(code, attribute?.place ?? this.place, message)
  }

  oneOf<T extends string>(name: string, known: readonly T[]): T | undefined {
    const value = this.text(name)
    const found = known.find((word) => word === value)
    if (value !== undefined && found === undefined) {
      const hint = didYouMean(value, known) || `; it is one of ${known.join(', ')}`
      this.report('bad-value', name, `${name}="${value}" is unknown${hint}`)
    }
    return found
  }

  url(name: string): string | undefined {
    const url = this.text(name)
    if (url === undefined) return undefined
    if (/^(\/|https?:\/\/)/.test(url) && URL.canParse(url, 'http://localhost')) return url
    this.report('bad-value', name, `"${url}" is neither a path such as / nor an http:// or https:// address`)
    return undefined
  }

  host(): string | undefined {
    const host = this.text('host')
    if (host === undefined) return HOST
    if (HOST_NAME.test(host)) return host
    this.report('bad-value', 'host', `host="${host}" is no host's name such as localhost or shop.example`)
    return undefined
  }

  /** The host that sets a cookie; with `https://` before it, it sets it over https. */
  hostOrOrigin(): string | undefined {
    const [, scheme, host] = /^(https?:\/\/)(.*)$/.exec(this.text('host') ?? '') ?? []
    return scheme !== undefined && host !== undefined && HOST_NAME.test(host) ? `${scheme}${host}` : this.host()
  }
}
