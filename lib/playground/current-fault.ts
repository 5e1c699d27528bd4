import type { EventOf } from '@/lib/engine/trace/event'
import { faultsProjection } from '@/lib/engine/trace/faults-at'
import type { Log } from '@/lib/engine/trace/log'
import { serversProjection } from '@/lib/engine/trace/servers-at'

/**
 * What is wrong with the program at present: the last fault, as long as it matters. One that ended its process matters
 * until the server is started again, any other until the next action.
 */
export function currentFault(log: Log): EventOf<'fault'> | null {
  const fault = faultsProjection.at(log, log.length).last
  if (!fault) return null
  const processes = serversProjection.at(log, log.length).values()
  const newest = processes.at(-1)
  if (fault.process !== null && newest && newest.process > fault.process) return null
  const ended = processes.find(({ process }) => process === fault.process)?.exit?.cause === 'fault'
  const last = log.event(log.length - 1)
  return ended || fault.process === null || last?.action === fault.action ? fault : null
}
