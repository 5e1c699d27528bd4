/**
 * An HTTP archive, version 1.2 (http://www.softwareishard.com/blog/har-12-spec/), as far as it is written here. Fields
 * of our own begin with an underscore, as the specification asks.
 */
export interface Har {
  readonly log: {
    readonly version: '1.2'
    readonly creator: { readonly name: string; readonly version: string }
    readonly pages: readonly HarPage[]
    readonly entries: readonly HarEntry[]
  }
}

/** A visitor's browser: its exchanges go by it. */
export interface HarPage {
  readonly startedDateTime: string
  readonly id: string
  readonly title: string
  readonly pageTimings: Readonly<Record<string, never>>
}

export interface HarEntry {
  readonly pageref: string
  readonly startedDateTime: string
  /** Milliseconds. */
  readonly time: number
  readonly request: HarRequest
  readonly response: HarResponse
  readonly cache: Readonly<Record<string, never>>
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number }
  readonly _exchange: number
  readonly _visitor: string
}

export interface HarPair {
  readonly name: string
  readonly value: string
}

export interface HarCookie extends HarPair {
  readonly path?: string
  readonly domain?: string
  /** ISO 8601. */
  readonly expires?: string
  readonly httpOnly?: boolean
  readonly secure?: boolean
}

interface HarMessage {
  readonly httpVersion: string
  readonly cookies: readonly HarCookie[]
  readonly headers: readonly HarPair[]
  /** Bytes; -1 where it is not known. */
  readonly headersSize: number
  readonly bodySize: number
}

export interface HarRequest extends HarMessage {
  readonly method: string
  readonly url: string
  readonly queryString: readonly HarPair[]
  readonly postData?: { readonly mimeType: string; readonly params: readonly HarPair[]; readonly text: string }
}

export interface HarResponse extends HarMessage {
  /** 0 where no answer came. */
  readonly status: number
  readonly statusText: string
  readonly content: {
    /** Bytes without transfer coding. */
    readonly size: number
    readonly mimeType: string
    readonly text?: string
    readonly encoding?: 'base64'
  }
  readonly redirectURL: string
  /** Why there is no complete answer. */
  readonly _error?: string
}
