import { findProgram, type Recipe } from './find-program'
import { onPath, thisMachine, versionOf } from './machine'

const recipe: Recipe = {
  name: 'redis-server',
  bundled: () => null,
  installed() {
    const path = onPath('redis-server')
    return path !== null && versionOf(path) !== null ? path : null
  },
  apt: 'redis-server',
  advice: 'Install Redis ("apt-get install redis-server", "brew install redis"), then try again.',
}

/** Path of the Redis that worlds' own is compared with: the system's, else Debian's. Found once; child processes inherit the answer. */
export function findRedisServer(): string {
  process.env.BARBERSHOP_REDIS ??= findProgram(recipe, thisMachine)
  return process.env.BARBERSHOP_REDIS
}
