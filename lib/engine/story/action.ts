/** A visitor's name, unique in its world: `alice`, `bob`. */
export type VisitorId = string

/** How a request came about; decides its method, its headers and what SameSite lets through. */
export type Via = 'address' | 'link' | 'form' | 'image' | 'script'

/**
 * One thing that a person did. Actions are symbolic: they name visitors and cookies, never bytes
 * of an earlier run, so that they mean the same against an edited program.
 */
export type Action = ActionBody & {
  /**
   * Milliseconds of virtual time after the start of the action before this one. When absent, the
   * action begins once everything before it is complete; when present, actions may overlap.
   */
  readonly at?: number
}

export type ActionBody =
  /** A fresh browser profile. With `url` it makes its first visit at once. */
  | { readonly type: 'new-visitor'; readonly visitor: VisitorId; readonly url?: string }
  | VisitAction
  /** The reload button: the last navigation again, with `Cache-Control: max-age=0`. */
  | { readonly type: 'reload'; readonly visitor: VisitorId }
  /** The back button: one step back in this visitor's history. */
  | { readonly type: 'back'; readonly visitor: VisitorId }
  /** Closes the browser: its session cookies go, what is persistent stays for a later visit. */
  | { readonly type: 'close-visitor'; readonly visitor: VisitorId }
  /** Writes a cookie into the jar by hand, as DevTools does. `value` replaces the value and keeps the rest. */
  | {
      readonly type: 'edit-cookie'
      readonly visitor: VisitorId
      /** The host whose cookie it is. */
      readonly host: string
      readonly name: string
      readonly value: string
    }
  | { readonly type: 'delete-cookie'; readonly visitor: VisitorId; readonly host: string; readonly name: string }
  /** What a script in the visitor's page would read from `document.cookie`. */
  | { readonly type: 'read-cookies'; readonly visitor: VisitorId }
  /** Moves the clock; timers that come due on the way fire. Milliseconds. */
  | { readonly type: 'clock'; readonly advance: number }
  /** Moves the clock to the moment the next cookie of any open visitor expires. */
  | { readonly type: 'clock-to-next-expiry' }
  /** Ends every process and starts the program again. Disk, jars and clock stay. */
  | { readonly type: 'restart' }

export interface VisitAction {
  readonly type: 'visit'
  readonly visitor: VisitorId
  readonly method: string
  /** Absolute, or a path on the origin of the visitor's current page (else of the program's first server). */
  readonly url: string
  /** Header lines in addition to the browser's own; the same name replaces the browser's line. */
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly body?: string
  /** Default `address`. */
  readonly via?: Via
  /** The page's origin that the request comes from; absent means the visitor's own doing. */
  readonly from?: string
}

/** Everything that was done, in order. */
export type Story = readonly Action[]
