import type { WorldRunner } from '@/lib/lessons/check/runner'

/** Opens worlds as `open` does, but never more than `count` at a time; whoever comes then waits until one has ended. */
export function atMost(count: number, open: WorldRunner): WorldRunner {
  let free = count
  const waiting: (() => void)[] = []

  function release(): void {
    const next = waiting.shift()
    if (next) next()
    else free++
  }

  return async (program, options) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      const world = await open(program, options)
      return {
        get log() {
          return world.log
        },
        act: (...actions) => world.act(...actions),
        async end() {
          try {
            await world.end()
          } finally {
            release()
          }
        },
      }
    } catch (error) {
      release()
      throw error
    }
  }
}
