import { visit } from '@/lib/engine/perform/navigation'
import { recordDecisions, type Stage } from '@/lib/engine/perform/stage'
import type { ActionOf } from '@/lib/engine/story/action'
import type { Impossible } from '@/lib/engine/trace/event'
import { type Traits, Visitor } from '@/lib/engine/visitors/visitor'

/** Opens a browser: a fresh profile, or one that was closed and kept what is persistent. */
export function newVisitor(world: Stage, action: ActionOf<'new-visitor'>): Impossible | null {
  const known = world.visitors.get(action.visitor)
  if (known && (known.open || !canReopen(known, action))) return 'visitor-here-already'
  const visitor = known && !known.forgotten ? known : new Visitor(action.visitor, traitsOf(action))
  open(world, visitor)
  const { url } = action
  return url === undefined ? null : visit(world, visitor, { type: 'visit', visitor: visitor.id, method: 'GET', url })
}

/** Opens the same browser once more, with a copy of its jar. */
export function cloneVisitor(world: Stage, action: ActionOf<'clone-visitor'>): Impossible | null {
  const original = world.visitors.get(action.of)
  if (!original) return 'no-visitor'
  if (original.forgotten) return 'visitor-closed'
  if (world.visitors.has(action.visitor)) return 'visitor-here-already'
  const clone = new Visitor(action.visitor, original.traits)
  open(world, clone, action.of)
  const { now } = world.clock
  for (const cookie of original.jar.all()) {
    recordDecisions(world, clone, clone.jar.place(cookie, { rule: 'cloned', values: { from: action.of } }, now))
  }
  return null
}

/** Closes the browser. What an incognito window had is forgotten, persistent or not. */
export function closeVisitor(world: Stage, visitor: Visitor): null {
  recordDecisions(world, visitor, visitor.traits.incognito ? visitor.jar.forget() : visitor.jar.endSession())
  visitor.close()
  world.recorder.emit({ type: 'visitor-closed', visitor: visitor.id })
  return null
}

function open(world: Stage, visitor: Visitor, cloneOf?: string): void {
  visitor.open = true
  world.visitors.set(visitor.id, visitor)
  const { incognito, browser } = visitor.traits
  world.recorder.emit({
    type: 'visitor-opened',
    visitor: visitor.id,
    ...(incognito ? { incognito: true as const } : {}),
    ...(browser === 'today' ? {} : { browser }),
    ...(cloneOf === undefined ? {} : { cloneOf }),
  })
}

function traitsOf({ incognito, browser = 'today' }: ActionOf<'new-visitor'>): Traits {
  return { incognito: incognito === true, browser }
}

/** A kept profile stays the browser that it is: whoever asks for another one by the same name means somebody else. */
function canReopen(known: Visitor, { incognito, browser }: ActionOf<'new-visitor'>): boolean {
  if (known.forgotten) return true
  return incognito === undefined && (browser === undefined || browser === known.traits.browser)
}
