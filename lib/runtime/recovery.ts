import type { EventOf, ExchangeId, ProcessId, Replaced } from '@/lib/engine/trace/event'
import { ExitSignal } from '@/lib/runtime/exit-signal'
import { faultOf } from '@/lib/runtime/faults'
import { findReplacement } from '@/lib/runtime/instrument/find-replacement'

/** What a program replaced, with the line where the first of it is to be found in its text. */
export function replacedBy(files: Readonly<Record<string, string>>, names: readonly string[]): Replaced {
  for (const name of names) {
    const place = findReplacement(files, name)
    if (place) return { names, place }
  }
  return { names }
}

type Fault = Omit<EventOf<'fault'>, 'seq' | 'at' | 'action'>

/** The fault that tells why the servers of a world end: our own code failed with `error` over what a program replaced. */
export function faultOfOurs(
  replaced: Replaced,
  error: unknown,
  whose: { readonly process: ProcessId | null; readonly exchange: ExchangeId | null },
): Fault {
  // A function whose process has ended only says that.
  const words = error instanceof ExitSignal ? [] : [faultOf(error, 'uncaught-error').message]
  return {
    type: 'fault',
    ...whose,
    fault: 'replaced-built-ins',
    message: [replaced.names.join(', '), ...words].join('\n'),
    replaced,
    ...(replaced.place ? { place: replaced.place } : {}),
  }
}
