/** What the preload of a Node process is told: the moment and the randomness that the next request finds. */
export interface Moment {
  readonly now: number
  /** Labels of the streams that `Math.random` and `crypto` draw from. */
  readonly math: string
  readonly crypto: string
}

export type ToChild = { readonly type: 'moment'; readonly moment: Moment }

export type FromChild =
  | { readonly type: 'moment-set' }
  /** The program asked for `port`; it got `actual`, so that several programs can run at once. */
  | { readonly type: 'listening'; readonly port: number; readonly actual: number }

/** The moment at which the program itself starts, as JSON. */
export const START_VARIABLE = 'CONFORMANCE_START'
