/** A signed cookie's value in its parts, each as it stands in the text; in a row they are the text. */
export interface SignedValue {
  /** `s:`, or percent-encoded `s%3A`. */
  readonly prefix: string
  readonly id: string
  readonly signature: string
}

/**
 * Takes `s:<id>.<signature>` apart, as cookie-parser and express-session write it (cookie-signature: the last dot counts).
 * `null` for any other value.
 */
export function signedValue(text: string): SignedValue | null {
  const [, prefix, id, signature] = /^(s:|s%3A)(.*)\.([^.]*)$/is.exec(text) ?? []
  return prefix === undefined || !id || !signature ? null : { prefix, id, signature }
}

/** A piece of a Cookie or Set-Cookie line; the pieces in a row are the line. */
export type CookieLinePiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'value'; readonly name: string; readonly text: string }

/** Finds the cookies' values in a header's value. Of Set-Cookie only the first pair is a cookie. */
export function cookieLinePieces(header: string, line: string): CookieLinePiece[] {
  const isSetting = header.toLowerCase() === 'set-cookie'
  const pieces: CookieLinePiece[] = []
  let plain = ''
  for (const [index, pair] of line.split(/(?<=;)/).entries()) {
    const [, before, name, text, after] = /^(\s*([^=;]*)=)([^;]*)(;?)$/.exec(pair) ?? []
    if (name === undefined || text === undefined || (isSetting && index > 0)) {
      plain += pair
      continue
    }
    pieces.push({ type: 'text', text: plain + before }, { type: 'value', name: name.trim(), text })
    plain = after ?? ''
  }
  return plain === '' ? pieces : [...pieces, { type: 'text', text: plain }]
}

/** As a server reads a cookie's value. */
export function percentDecoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
