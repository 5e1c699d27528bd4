/** The response, or the script, that a Set-Cookie string came from. */
export interface ReceiveContext {
  readonly url: URL
  /** Milliseconds since the Unix epoch. */
  readonly now: number
  /** `false` for what a script writes to `document.cookie`. */
  readonly httpApi: boolean
  /** The response's request was same-site, or a top-level navigation (section 5.7 step 18). */
  readonly sameSiteRequest: boolean
  /** See `RetrieveContext`. */
  readonly topLevelSite?: string
}

/** The request, or the script, that cookies are wanted for. */
export interface RetrieveContext {
  readonly url: URL
  /** Milliseconds since the Unix epoch. */
  readonly now: number
  /** `false` for a script that reads `document.cookie`. */
  readonly httpApi: boolean
  readonly method: string
  /** Section 5.2. For a reload by the reload button it is what it was for the reloaded navigation. */
  readonly sameSiteRequest: boolean
  readonly topLevelNavigation: boolean
  /** The site of the page in the window (see `schemefulSite`); when absent, the URL's own, as when it is opened itself. */
  readonly topLevelSite?: string
  /** Only words the reason: why a reload of a visit from another site still counts as cross-site. */
  readonly isReload?: boolean
}
