import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockProjection } from '@/lib/engine/trace/clock-at'
import { consoleProjection } from '@/lib/engine/trace/console-at'
import type { Event } from '@/lib/engine/trace/event'
import { exchangesProjection } from '@/lib/engine/trace/exchanges-at'
import { faultsProjection } from '@/lib/engine/trace/faults-at'
import { filesProjection } from '@/lib/engine/trace/files-at'
import { impossibleProjection } from '@/lib/engine/trace/impossible-at'
import { jarEntries, jarProjection } from '@/lib/engine/trace/jar-at'
import { linesProjection } from '@/lib/engine/trace/lines-at'
import { emptyLog } from '@/lib/engine/trace/log'
import type { Projection } from '@/lib/engine/trace/projection'
import { redisProjection } from '@/lib/engine/trace/redis-at'
import { sequenceProjection } from '@/lib/engine/trace/sequence-at'
import { serversProjection } from '@/lib/engine/trace/servers-at'
import { sessionDecisionsProjection } from '@/lib/engine/trace/session-decisions-at'
import { sessionIdsProjection } from '@/lib/engine/trace/session-ids-at'
import { sessionsProjection } from '@/lib/engine/trace/sessions-at'
import { signatureCheck, signaturesProjection } from '@/lib/engine/trace/signatures-at'
import { testWorld } from '@/lib/engine/trace/test-log'
import { timelineProjection } from '@/lib/engine/trace/timeline-at'
import { visitorsProjection } from '@/lib/engine/trace/visitors-at'

const EXCHANGES = Array.from({ length: 120 }, (_, index) => index + 1)

/** Long enough that checkpoints are met on the way. */
const world = fc.array(fc.nat({ max: 100_000 }), { minLength: 200, maxLength: 420, size: 'max' }).map(testWorld)

/** The laws of every projection, on plain data made of its states: `view` must hide nothing that a panel could see. */
function laws<State>(name: string, projection: Projection<State>, view: (state: State) => unknown): void {
  const text = (state: State) => JSON.stringify(view(state))

  describe(name, () => {
    test('at any cursor, in any order, is a fold from the beginning', () => {
      fc.assert(
        fc.property(world, fc.array(fc.nat(), { maxLength: 60 }), ({ events }, jumps) => {
          const folded = foldedTexts(projection, events, text)
          const log = emptyLog().append(events)
          const cursors = jumps.map((jump) => jump % folded.length)
          for (const cursor of [...cursors, ...folded.keys()]) {
            if (text(projection.at(log, cursor)) !== folded[cursor]) expect.fail(`differs at ${cursor}`)
          }
        }),
        { numRuns: 6 },
      )
    })

    test('does not depend on bodies that the log let go of', () => {
      fc.assert(
        fc.property(world, ({ events }) => {
          const whole = emptyLog().append(events)
          const bare = emptyLog(0).append(events)
          expect(text(projection.at(bare, bare.length))).toBe(text(projection.at(whole, whole.length)))
        }),
        { numRuns: 6 },
      )
    })

    test('comes to something', () => {
      const { events } = testWorld(Array.from({ length: 400 }, (_, index) => index * 37))
      const log = emptyLog().append(events)
      expect(text(projection.at(log, log.length))).not.toBe(text(projection.initial))
    })
  })
}

/** At index `cursor`, the state before it, written down the moment it is reached. */
function foldedTexts<State>(
  { initial, reduce }: Projection<State>,
  events: readonly Event[],
  text: (state: State) => string,
): string[] {
  let state = initial
  const texts = [text(state)]
  for (const event of events) {
    state = reduce(state, event)
    texts.push(text(state))
  }
  return texts
}

laws('jarAt', jarProjection, (jars) => jars.keys().map((visitor) => [visitor, jarEntries(jars, visitor)]))
laws('sessionsAt', sessionsProjection, ({ tables, recent }) => [
  recent,
  tables.values().map((table) => ({ ...table, rows: table.rows.values(), removed: table.removed.toArray() })),
])
laws('exchangesAt', exchangesProjection, (exchanges) =>
  exchanges.values().map((record) => ({ ...record, pieces: record.pieces.toArray() })),
)
laws('consoleAt', consoleProjection, (lines) => lines.toArray())
laws('filesAt', filesProjection, ({ files, removed, ...rest }) => [files.values(), removed.values(), rest])
laws('redisAt', redisProjection, ({ keys, removed, byExchange, ...rest }) => [
  keys.values(),
  removed.values(),
  byExchange.keys().map((exchange) => [exchange, byExchange.get(exchange)]),
  rest,
])
laws('faultsAt', faultsProjection, (faults) => faults.toArray())
laws('impossible', impossibleProjection, (actions) => actions.keys().map((action) => [action, actions.get(action)]))
laws('serversAt', serversProjection, (servers) => servers.values())
laws('clockAt', clockProjection, (clock) => clock)
laws('visitorsAt', visitorsProjection, (visitors) => visitors.values())
laws('timelineAt', timelineProjection, (timeline) => timeline.toArray())
laws('sequenceAt', sequenceProjection, ({ steps, lifelines, open, ...rest }) => [
  steps.toArray(),
  lifelines.values(),
  open.keys(),
  rest.servers.values(),
  rest.doing,
  rest.now,
])
laws('linesOf', linesProjection, ({ byExchange, byProcess }) =>
  EXCHANGES.map((id) => [[...(byExchange.get(id) ?? [])], [...(byProcess.get(id) ?? [])]]),
)
laws('sessionDecisionsAt', sessionDecisionsProjection, (records) => records.values())
laws('signaturesAt', signaturesProjection, (signatures) =>
  [0, 1, 2, 3, 4].map((id) => signatureCheck(signatures, 'connect.sid', `s:id-${id}.x`) ?? null),
)
laws('sessionIdsAt', sessionIdsProjection, ({ all, forms, names, lengths, starts }) => [
  lengths,
  starts,
  all.values().map((session) => [session, forms.get(session.id), names.get(session.name)]),
])
