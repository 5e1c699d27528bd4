/** What the preload of a Node process is told: the moment and the randomness that the next request finds. */
export interface Moment {
  readonly now: number
  /** Labels of the streams that `Math.random` and `crypto` draw from. */
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
  readonly start: Moment
}

export type ToChild = { readonly type: 'moment'; readonly moment: Moment }

export type FromChild =
  | { readonly type: 'moment-set' }
  /** The program asked for `port`; it got `actual`, so that several programs can run at once. */
  | { readonly type: 'listening'; readonly port: number; readonly actual: number }

/** What a process begins with, as JSON. */
export const BEGINNING_VARIABLE = 'CONFORMANCE_BEGINNING'
