import { format, formatWithOptions, inspect } from 'node-inspect-extracted'

/** Node's own inspect and format. In the worker this module is read when the first thing is to be printed (see `build.mjs`). */
export function nodeInspect() {
  return { inspect, format, formatWithOptions }
}
