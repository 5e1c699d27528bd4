import { clockProjection } from '@/lib/engine/trace/clock-at'
import { consoleProjection } from '@/lib/engine/trace/console-at'
import { exchangesProjection } from '@/lib/engine/trace/exchanges-at'
import { filesProjection } from '@/lib/engine/trace/files-at'
import { impossibleProjection } from '@/lib/engine/trace/impossible-at'
import { jarProjection } from '@/lib/engine/trace/jar-at'
import { linesProjection } from '@/lib/engine/trace/lines-at'
import type { Log } from '@/lib/engine/trace/log'
import { redisProjection } from '@/lib/engine/trace/redis-at'
import { serversProjection } from '@/lib/engine/trace/servers-at'
import { sessionDecisionsProjection } from '@/lib/engine/trace/session-decisions-at'
import { sessionIdsProjection } from '@/lib/engine/trace/session-ids-at'
import { sessionsProjection } from '@/lib/engine/trace/sessions-at'
import { signaturesProjection } from '@/lib/engine/trace/signatures-at'
import { timelineProjection } from '@/lib/engine/trace/timeline-at'
import { visitorsProjection } from '@/lib/engine/trace/visitors-at'

const PROJECTIONS = [
  clockProjection,
  consoleProjection,
  exchangesProjection,
  filesProjection,
  impossibleProjection,
  jarProjection,
  linesProjection,
  redisProjection,
  serversProjection,
  sessionDecisionsProjection,
  sessionIdsProjection,
  sessionsProjection,
  signaturesProjection,
  timelineProjection,
  visitorsProjection,
]

/**
 * Works out what most panels will say of a log that is not shown yet. While a story replays the page has nothing else to
 * do; when the replay is over there is only its end left to work out.
 */
export function projectEarly(log: Log): void {
  for (const projection of PROJECTIONS) projection.at(log, log.length)
}
