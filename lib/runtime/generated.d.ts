declare module '@/lib/runtime/generated/realm' {
  import type { Builtins } from '@/lib/runtime/modules'
  import type { RealmEnv } from '@/lib/runtime/realm/env'

  export const builtins: Builtins
  /** Makes a fresh instance of Node's built-ins and the packages for one process; the result loads one by name. */
  export function makeRealm(env: RealmEnv): (name: string) => unknown
}
