import type { Stage } from '@/lib/engine/perform/stage'
import type { ActionOf } from '@/lib/engine/story/action'
import { resolveReferences } from '@/lib/engine/story/reference'
import type { Impossible } from '@/lib/engine/trace/event'

/** Does what a person does to Redis. Returns why it was impossible, else `null`. */
export function performOnRedis(
  world: Stage,
  action: ActionOf<'stop-redis' | 'start-redis' | 'redis'>,
): Impossible | null {
  const { redis } = world.machine
  if (action.type === 'start-redis') {
    if (redis.up) return 'redis-up'
    redis.start()
    return null
  }
  if (!redis.up) return 'redis-down'
  if (action.type === 'stop-redis') {
    redis.stop()
    return null
  }
  const words = action.command.map((word) => resolveReferences(word, world.visitors))
  const known = words.filter((word) => word !== null)
  if (known.length < words.length) return 'no-such-reference'
  // An empty line is no command.
  if (known.length > 0) redis.command(known)
  return null
}
