import type { ServerName } from '@/lib/engine/story/action'
import type { Event, EventOf, ProcessId } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'
import { Projection } from '@/lib/engine/trace/projection'

/** One life of a server. */
export interface ServerProcess {
  readonly process: ProcessId
  readonly server: ServerName
  /** Virtual time in milliseconds since the Unix epoch. */
  readonly started: number
  /** Ports that it listens on, in the order in which they were opened. */
  readonly ports: readonly number[]
  /** `null` while it runs. */
  readonly exit: Pick<EventOf<'process-exited'>, 'code' | 'cause' | 'at' | 'seq'> | null
}

export type Servers = OrderedMap<ProcessId, ServerProcess>

function reduce(servers: Servers, event: Event): Servers {
  switch (event.type) {
    case 'process-started': {
      const { process, server, at } = event
      return servers.with(process, { process, server, started: at, ports: [], exit: null })
    }
    case 'process-exited': {
      const { code, cause, at, seq } = event
      return changed(servers, event.process, () => ({ ports: [], exit: { code, cause, at, seq } }))
    }
    case 'listening':
      return changed(servers, event.process, ({ ports }) => ({
        ports: [...ports.filter((port) => port !== event.port), event.port],
      }))
    case 'listening-ended':
      return changed(servers, event.process, ({ ports }) => ({ ports: ports.filter((port) => port !== event.port) }))
    default:
      return servers
  }
}

function changed(servers: Servers, id: ProcessId, change: (process: ServerProcess) => Partial<ServerProcess>): Servers {
  const process = servers.get(id)
  return process ? servers.with(id, { ...process, ...change(process) }) : servers
}

export const serversProjection = new Projection<Servers>(OrderedMap.empty(), reduce)

/** Every process so far, in the order in which they started, also those that exited. */
export function serversAt(log: Log, cursor: number): Servers {
  return serversProjection.at(log, cursor)
}

/** The latest process of every server, in the order in which the servers came. */
export function latestProcesses(servers: Servers): ServerProcess[] {
  return [...new Map(servers.values().map((process) => [process.server, process])).values()]
}

/** Whether anything listens on any port. */
export function isServing(servers: Servers): boolean {
  return servers.values().some(({ ports }) => ports.length > 0)
}
