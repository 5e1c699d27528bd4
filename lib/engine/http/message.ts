/** One header field line: its name in the case it was written, and its value. */
export type HeaderLine = readonly [name: string, value: string]

/**
 * Header lines in the order they were sent. A name may occur more than once:
 * Set-Cookie is never joined (RFC 9110 section 5.3).
 */
export type HeaderList = readonly HeaderLine[]

/** A request as it leaves a visitor. `target` is in origin form: path and query (RFC 9112 section 3.2.1). */
export interface HttpRequest {
  readonly method: string
  readonly target: string
  readonly headers: HeaderList
  readonly body: Uint8Array
}

/** Status line and headers of a response, before its body. */
export interface ResponseHead {
  readonly status: number
  readonly reason: string
  readonly headers: HeaderList
}
