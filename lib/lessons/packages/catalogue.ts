import catalogue from '@/lib/lessons/packages/catalogue.json' with { type: 'json' }

/** One version of a package that programs can have. */
export interface Release {
  readonly name: string
  readonly version: string
  /** What `node_modules` calls it: several versions of one package lie there under names of their own. */
  readonly module: string
  /** The part of the runtime that holds it and is fetched only where needed; absent: it is in the worker itself. */
  readonly chunk?: string
}

/** Everything offered. Of several versions of a package the first is the one that a program gets which names none. */
export const RELEASES: readonly Release[] = catalogue
