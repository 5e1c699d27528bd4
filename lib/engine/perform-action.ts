import { readCookies, workOnJar } from '@/lib/engine/perform/cookies'
import { performOnMachine } from '@/lib/engine/perform/machine'
import { back, reload, visit } from '@/lib/engine/perform/navigation'
import { performOnRedis } from '@/lib/engine/perform/redis'
import type { Stage } from '@/lib/engine/perform/stage'
import { cloneVisitor, closeVisitor, newVisitor } from '@/lib/engine/perform/visitors'
import type { Action, ActionOf } from '@/lib/engine/story/action'
import type { Impossible } from '@/lib/engine/trace/event'
import type { Visitor } from '@/lib/engine/visitors/visitor'

/** Does one action's own part; what follows from it happens as the world runs on. Returns why it was impossible, else `null`. */
export async function performAction(world: Stage, action: Action): Promise<Impossible | null> {
  switch (action.type) {
    case 'new-visitor':
      return newVisitor(world, action)
    case 'clone-visitor':
      return cloneVisitor(world, action)
    case 'clock':
      if (!Number.isFinite(action.advance) || action.advance < 0) return 'clock-backwards'
      await world.runUntil(world.clock.now + action.advance, 'advance')
      return null
    case 'clock-to-next-expiry': {
      const next = world.nextExpiry()
      if (next === null) return 'no-expiry'
      await world.runUntil(next, 'advance')
      return null
    }
    case 'restart':
    case 'add-server':
    case 'stop-server':
    case 'balance':
    case 'crash-in-write':
    case 'write-file':
      return performOnMachine(world, action)
    case 'stop-redis':
    case 'start-redis':
    case 'redis':
      return performOnRedis(world, action)
    case 'edit-cookie':
    case 'add-cookie':
    case 'copy-cookie':
    case 'tamper-cookie':
    case 'delete-cookie': {
      const visitor = world.visitors.get(action.visitor)
      if (!visitor) return 'no-visitor'
      // What is persistent lies in the profile also while no window of it is open.
      return visitor.forgotten ? 'visitor-closed' : workOnJar(world, visitor, action)
    }
    case 'visit':
    case 'reload':
    case 'back':
    case 'close-visitor':
    case 'read-cookies': {
      const visitor = world.visitors.get(action.visitor)
      if (!visitor) return 'no-visitor'
      return visitor.open ? inWindow(world, visitor, action) : 'visitor-closed'
    }
    default:
      return action satisfies never
  }
}

type InWindow = ActionOf<'visit' | 'reload' | 'back' | 'close-visitor' | 'read-cookies'>

function inWindow(world: Stage, visitor: Visitor, action: InWindow): Impossible | null {
  switch (action.type) {
    case 'visit':
      return visit(world, visitor, action)
    case 'reload':
      return reload(world, visitor)
    case 'back':
      return back(world, visitor)
    case 'close-visitor':
      return closeVisitor(world, visitor)
    case 'read-cookies':
      return readCookies(world, visitor)
    default:
      return action satisfies never
  }
}
