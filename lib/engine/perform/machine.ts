import type { Stage } from '@/lib/engine/perform/stage'
import type { ActionOf } from '@/lib/engine/story/action'
import { resolveReferences } from '@/lib/engine/story/reference'
import type { Impossible } from '@/lib/engine/trace/event'

type OnMachine = ActionOf<'restart' | 'add-server' | 'stop-server' | 'balance' | 'crash-in-write' | 'write-file'>

/** Does what a person does to the machine itself: its servers and its disk. Returns why it was impossible, else `null`. */
export function performOnMachine(world: Stage, action: OnMachine): Impossible | null {
  const { machine } = world
  switch (action.type) {
    case 'restart':
      return machine.restart(action.server)
    case 'add-server':
      return machine.addServer()
    case 'stop-server':
      return machine.stopServer(action.server)
    case 'balance':
      machine.balance(action.by)
      world.recorder.emit({ type: 'balancing', by: action.by })
      return null
    case 'crash-in-write':
      machine.crashInNextWrite()
      return null
    case 'write-file': {
      const path = resolveReferences(action.path, world.visitors)
      const content = action.content === null ? null : resolveReferences(action.content, world.visitors)
      if (path === null || (content === null && action.content !== null)) return 'no-such-reference'
      return machine.writeFile(path, content)
    }
    default:
      return action satisfies never
  }
}
