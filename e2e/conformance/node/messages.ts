/** Labels of the streams that `Math.random` and `crypto` draw from. */
export interface Labels {
  readonly math: string
  readonly crypto: string
}

/** What surrounds a Node process in the place of a world. */
export interface Surroundings {
  /** What the program's `package.json` makes of names: `express` is `express-4`. */
  readonly aliases: Readonly<Record<string, string>>
  /** Where Redis really listens; `null` when the program has none to talk to. */
  readonly redisPort: number | null
}

export interface Beginning extends Surroundings {
  /** Virtual time in milliseconds since the Unix epoch. */
  readonly now: number
  readonly labels: Labels
}

/**
 * The virtual time goes on, after so many requests have arrived and what they set going has come to rest; timers that
 * come due on the way fire. With `labels`, randomness is another exchange's from then on.
 */
export interface ToChild {
  readonly to: number
  readonly requests: number
  readonly labels: Labels | null
}

export type FromChild =
  /** The time has gone on. */
  | { readonly type: 'arrived' }
  /** The program asked for `port`; it got `actual`, so that several programs can run at once. */
  | { readonly type: 'listening'; readonly port: number; readonly actual: number }

/** What a process begins with, as JSON. */
export const BEGINNING_VARIABLE = 'CONFORMANCE_BEGINNING'
