'use client'

import { memo } from 'react'
import { usePart } from '@/components/shared/context'
import type { ProcessId } from '@/lib/engine/trace/event'
import { latestProcesses, serversProjection } from '@/lib/engine/trace/servers-at'

/** Which server a process is of, where there is more than one; `null` where there is nothing to tell apart. */
export function useServerName(process: ProcessId | null): string | null {
  return usePart(serversProjection, (servers) => {
    if (process === null || latestProcesses(servers).length < 2) return null
    return servers.get(process)?.server ?? null
  })
}

/** `server-2`, where there is more than one. */
export const ServerMark = memo(function ServerMark({ process }: { process: ProcessId | null }) {
  const name = useServerName(process)
  return name === null ? null : <span className="tag">{name}</span>
})
