/** Languages in which a rule has words. */
export type RuleLocale = 'en' | 'zh'

/** One rule by which the jar decides: where it is written down, and what it means to a person. */
export interface CookieRule {
  /** The document's short name, as people call it. */
  readonly document: string
  readonly section: string
  /** The step of the section's algorithm; `null` when the section is no list of steps. */
  readonly step: string | null
  /** Where to read it. */
  readonly spec: string
  /** One or two sentences with `{placeholder}`s for the values of an applied rule. */
  readonly words: Readonly<Record<RuleLocale, string>>
}

/** A rule of draft-ietf-httpbis-rfc6265bis-22, the approved text. */
export function rfc6265bis(section: string, step: string | null, en: string, zh: string): CookieRule {
  const spec = `https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-22.html#section-${section}`
  return { document: 'RFC 6265bis', section, step, spec, words: { en, zh } }
}

/** A rule of draft-ietf-httpbis-layered-cookies, which adds the two `Http` prefixes to RFC 6265bis. */
export function layeredCookies(section: string, en: string, zh: string): CookieRule {
  const spec = `https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-layered-cookies#section-${section}`
  return { document: 'Layered Cookies', section, step: null, spec, words: { en, zh } }
}

/** A rule of draft-west-cookie-priority-00, by which Chromium's Priority attribute works. */
export function cookiePriority(section: string, en: string, zh: string): CookieRule {
  const spec = `https://datatracker.ietf.org/doc/html/draft-west-cookie-priority-00#section-${section}`
  return { document: 'Cookie Priority', section, step: null, spec, words: { en, zh } }
}

/** A rule of draft-cutler-httpbis-partitioned-cookies-01: Cookies Having Independent Partitioned State. */
export function chips(section: string, en: string, zh: string): CookieRule {
  const spec = `https://datatracker.ietf.org/doc/html/draft-cutler-httpbis-partitioned-cookies-01#section-${section}`
  return { document: 'CHIPS', section, step: null, spec, words: { en, zh } }
}

/** A rule of RFC 2109, the first standard of cookies (February 1997). */
export function rfc2109(section: string, en: string, zh: string): CookieRule {
  const spec = `https://datatracker.ietf.org/doc/html/rfc2109#section-${section}`
  return { document: 'RFC 2109', section, step: null, spec, words: { en, zh } }
}
