import { createFsFromVolume, Volume } from 'memfs'

/** What a disk expects of `process`. */
type Owner = NonNullable<NonNullable<Parameters<typeof Volume.fromNestedJSON>[2]>['process']>

/*
 * What the disk takes from memfs. In the worker this module is read when a program first uses its disk: most programs of
 * the course do not (see `build.mjs`).
 */

/** An empty disk. `owner`: where relative paths start, and on which system. */
export function createVolume(owner: Owner): Volume {
  return Volume.fromNestedJSON({}, '/', { process: owner })
}

/** Node's fs over a disk. */
export function fsOf(volume: Volume): object {
  return createFsFromVolume(volume)
}
