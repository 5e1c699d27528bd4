/** A visitor's name, unique in its world: `alice`, `bob`. */
export type VisitorId = string

/** A server's name: `server-1`, `server-2`, in the order in which they were started. */
export type ServerName = string

/** How a balancer chooses: each in turn, or for each visitor always the same. */
export type Balancing = 'round-robin' | 'sticky'

/** `rfc2109`: a browser of 1997, which keeps 20 cookies a host and knows no SameSite. */
export type BrowserKind = 'today' | 'rfc2109'

/**
 * `signature`: the last character becomes another. `unsign`: what makes it signed is taken off (`s:` and the
 * signature). `value`: the first character of the value proper becomes another, the signature stays.
 */
export type Tampering = 'signature' | 'unsign' | 'value'

/** How a request came about; decides its method, its headers and what SameSite lets through. */
export type Via = 'address' | 'link' | 'form' | 'image' | 'script'

/**
 * One thing that a person did. Actions are symbolic: they name visitors and cookies, never bytes
 * of an earlier run, so that they mean the same against an edited program.
 */
export type Action = ActionBody & {
  /**
   * Milliseconds of virtual time after the start of the action before this one. When absent, the
   * action begins once everything before it is complete; when present, actions may overlap. 0: right behind it, while
   * whatever the one before asked the disk or a store for is still under way.
   */
  readonly at?: number
}

export type ActionBody =
  /** A fresh browser profile. With `url` it makes its first visit at once. */
  | {
      readonly type: 'new-visitor'
      readonly visitor: VisitorId
      readonly url?: string
      /** Closing its last window forgets the whole profile, and cookies of other sites are blocked. */
      readonly incognito?: true
      /** The limits that this browser keeps to; default `today`. */
      readonly browser?: BrowserKind
    }
  /** A fresh profile with a copy of another one's jar. */
  | { readonly type: 'clone-visitor'; readonly visitor: VisitorId; readonly of: VisitorId }
  | VisitAction
  /** The reload button: the last navigation again, with `Cache-Control: max-age=0`. */
  | { readonly type: 'reload'; readonly visitor: VisitorId }
  /** The back button: one step back in this visitor's history. */
  | { readonly type: 'back'; readonly visitor: VisitorId }
  /** Closes the browser: its session cookies go, what is persistent stays for a later visit. */
  | { readonly type: 'close-visitor'; readonly visitor: VisitorId }
  /**
   * Writes a cookie into the jar by hand, as DevTools does. `value` replaces the value and keeps the rest; it may hold
   * references, see `reference.ts`.
   */
  | {
      readonly type: 'edit-cookie'
      readonly visitor: VisitorId
      /** The host whose cookie it is. */
      readonly host: string
      readonly name: string
      /** Of several of that name, the one with this path; when absent, the one that goes first in the header. */
      readonly path?: string
      readonly value: string
    }
  /**
   * Adds a cookie by hand as if the host had set it over http: `line` is what would stand after `Set-Cookie:`. With an
   * origin as host (`https://shop.example`) it is set over https.
   */
  | { readonly type: 'add-cookie'; readonly visitor: VisitorId; readonly host: string; readonly line: string }
  /** Puts a copy of another visitor's cookie, attributes and all, into this visitor's jar: hijacking, or fixation. */
  | {
      readonly type: 'copy-cookie'
      readonly visitor: VisitorId
      readonly of: VisitorId
      readonly host: string
      readonly name: string
      readonly path?: string
    }
  /** Changes a cookie in the smallest way that its server should notice. */
  | {
      readonly type: 'tamper-cookie'
      readonly visitor: VisitorId
      readonly host: string
      readonly name: string
      readonly path?: string
      readonly how: Tampering
    }
  | {
      readonly type: 'delete-cookie'
      readonly visitor: VisitorId
      readonly host: string
      readonly name: string
      readonly path?: string
    }
  /** What a script in the visitor's page would read from `document.cookie`. */
  | { readonly type: 'read-cookies'; readonly visitor: VisitorId }
  /** Moves the clock; timers that come due on the way fire. Milliseconds. */
  | { readonly type: 'clock'; readonly advance: number }
  /** Moves the clock to the moment the next cookie of any visitor, session row or Redis key expires. */
  | { readonly type: 'clock-to-next-expiry' }
  /** Ends every process, or those of one server, and starts the program again. Disk, Redis, jars and clock stay. */
  | { readonly type: 'restart'; readonly server?: ServerName }
  /** Starts one more server of the program beside the others, on the same disk and Redis. */
  | { readonly type: 'add-server' }
  /** Ends a server and does not start it again. */
  | { readonly type: 'stop-server'; readonly server: ServerName }
  /** How requests are shared out among the servers that listen on a port. */
  | { readonly type: 'balance'; readonly by: Balancing }
  /** The power fails in the middle of the next write to a file: half of it is on disk, and its process is gone. */
  | { readonly type: 'crash-in-write' }
  /** A person writes a file on the disk, or with `content: null` deletes it. May hold references in both. */
  | { readonly type: 'write-file'; readonly path: string; readonly content: string | null }
  /** Connections to Redis break and are refused until it is started again; its data stays. */
  | { readonly type: 'stop-redis' }
  | { readonly type: 'start-redis' }
  /** A person types a command in redis-cli. The arguments may hold references. */
  | { readonly type: 'redis'; readonly command: readonly string[] }

export interface VisitAction {
  readonly type: 'visit'
  readonly visitor: VisitorId
  readonly method: string
  /** Absolute, or a path on the origin of the visitor's current page (else of the program's first server). */
  readonly url: string
  /** Header lines in addition to the browser's own; the same name replaces the browser's line. */
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly body?: string
  /** Default `address`, or `link` with `from`. */
  readonly via?: Via
  /**
   * The address of a page, or its origin, that the request comes from. When absent, links, forms, images and scripts
   * are those of the page in the window; what is typed into the address bar comes from nowhere.
   */
  readonly from?: string
}

/** Actions of one type, or of several. */
export type ActionOf<T extends Action['type']> = Extract<Action, { type: T }>

/** Everything that was done, in order. */
export type Story = readonly Action[]
