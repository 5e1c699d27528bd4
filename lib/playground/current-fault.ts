import type { EventOf } from '@/lib/engine/trace/event'
import { type Faults, faultsProjection } from '@/lib/engine/trace/faults-at'
import type { Log } from '@/lib/engine/trace/log'
import { serversProjection } from '@/lib/engine/trace/servers-at'

/**
 * What is wrong with the program at present: the last fault, as long as it matters. One that ended its process matters
 * until the server is started again, any other until the next action.
 */
export function currentFault(log: Log): EventOf<'fault'> | null {
  const faults = faultsProjection.at(log, log.length)
  if (!faults.last) return null
  const fault = causeOf(faults.last, faults)
  const processes = serversProjection.at(log, log.length).values()
  const newest = processes.at(-1)
  if (fault.process !== null && newest && newest.process > fault.process) return null
  const ended = processes.find(({ process }) => process === fault.process)?.exit?.cause === 'fault'
  const last = log.event(log.length - 1)
  return ended || fault.process === null || last?.action === fault.action ? fault : null
}

/** The code with which the program ended by itself, as `process.exit` does; `null` when it did not, or was started again. */
export function ownExitCode(log: Log): number | null {
  const exit = serversProjection.at(log, log.length).values().at(-1)?.exit
  return exit?.cause === 'exit' ? exit.code : null
}

/** Express throws at the second of two answers: what went wrong is that there were two. */
function causeOf(fault: EventOf<'fault'>, faults: Faults): EventOf<'fault'> {
  if (fault.fault !== 'handler-error' || fault.exchange === null) return fault
  for (const earlier of faults) {
    if (earlier.fault === 'answered-twice' && earlier.exchange === fault.exchange) return earlier
  }
  return fault
}
