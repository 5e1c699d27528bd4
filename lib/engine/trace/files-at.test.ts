import { expect, test } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import type { EventBody, EventOf } from '@/lib/engine/trace/event'
import { fileMark, filesAt, removedLately } from '@/lib/engine/trace/files-at'
import { logOf, requestSent } from '@/lib/engine/trace/log-of'

type Written = Omit<EventOf<'file-written'>, 'seq' | 'at' | 'action'>

function written(exchange: number | null, content: string, more: Partial<Written> = {}): EventBody {
  const size = content.length
  return { type: 'file-written', process: 1, exchange, path: 'f', content, cut: 0, size, isNew: false, ...more }
}

function removed(exchange: number | null, path = 'f', process: number | null = 1): EventBody {
  return { type: 'file-removed', process, exchange, path }
}

const byHand = { process: null } as const
const started = (started: Action): EventBody => ({ type: 'action-started', started })
const done: EventBody = { type: 'action-ended', outcome: 'done' }

/** Each file as `path content mark`, then what was removed lately. */
function seen(...entries: readonly (EventBody | number)[]): string[] {
  const log = logOf(...entries)
  const disk = filesAt(log, log.length)
  return [
    ...disk.files.values().map((file) => `${file.path} ${file.content} ${fileMark(file, disk)}`),
    ...removedLately(disk).map(({ path, last }) => `${path} ${last?.content ?? '?'} removed`),
  ]
}

test('a file says what was written last, and what it said before whoever did', () => {
  const log = logOf(
    requestSent(1),
    written(1, '', { isNew: true }),
    written(1, 'one'),
    60,
    requestSent(2),
    written(2, ''),
    written(2, 'two'),
  )
  const file = (cursor: number) => filesAt(log, cursor).files.get('f')
  expect(file(2)).toMatchObject({ content: '', before: null })
  expect(file(3)).toMatchObject({ content: 'one', before: null, created: { seq: 1 }, changed: { seq: 2 } })
  expect(file(5)).toMatchObject({ content: '', before: { content: 'one' } })
  expect(file(6)).toEqual({
    path: 'f',
    content: 'two',
    cut: 0,
    size: 3,
    torn: false,
    created: { seq: 1, at: 0, process: 1, exchange: 1 },
    changed: { seq: 5, at: 60, process: 1, exchange: 2 },
    before: { content: 'one', cut: 0, size: 3 },
  })
})

test('another process, or a person, is another change', () => {
  const log = logOf(written(null, 'a', { isNew: true }), written(null, 'b', { process: 2 }), written(null, 'c', byHand))
  expect(filesAt(log, 2).files.get('f')?.before?.content).toBe('a')
  expect(filesAt(log, 3).files.get('f')?.before?.content).toBe('b')
})

test('a file that was there from the beginning has no beginning in the log', () => {
  const log = logOf(requestSent(1), written(1, 'new text'))
  expect(filesAt(log, 2).files.get('f')).toMatchObject({ created: null, before: null })
})

test('marks are about the most recent exchange and whom its redirects led to', () => {
  const first = [requestSent(1), written(1, 'x', { isNew: true }), written(1, 'y', { path: 'g' })]
  expect(seen(...first)).toEqual(['f x new', 'g y changed'])
  expect(seen(...first, requestSent(2, 1))).toEqual(['f x new', 'g y changed'])
  expect(seen(...first, requestSent(3))).toEqual(['f x null', 'g y null'])
  expect(seen(...first, requestSent(3), written(3, 'z'), removed(3, 'g'))).toEqual(['f z changed', 'g y removed'])
  expect(seen(...first, requestSent(3), removed(3, 'g'), requestSent(4))).toEqual(['f x null'])
})

test('and about a person’s hand since', () => {
  expect(seen(requestSent(1), written(null, 'x', byHand))).toEqual(['f x changed'])
  expect(seen(written(null, 'x', byHand), requestSent(1))).toEqual(['f x null'])
  expect(seen(requestSent(1), removed(null, 'f', null))).toEqual(['f ? removed'])
})

test('what a process writes for nobody is not marked', () => {
  expect(seen(requestSent(1), written(null, 'x'))).toEqual(['f x null'])
})

test('a file that comes back is not removed', () => {
  expect(seen(requestSent(1), removed(1), written(1, 'x', { isNew: true }))).toEqual(['f x new'])
})

test('a power failure is armed until it tore a file or the machine was restarted', () => {
  const arm = [started({ type: 'crash-in-write' }), done]
  const armed = (...entries: readonly (EventBody | number)[]) => {
    const log = logOf(...entries)
    return filesAt(log, log.length).armed
  }
  expect(armed(...arm)).toBe(true)
  expect(armed(...arm, written(1, 'x'))).toBe(true)
  expect(armed(...arm, written(1, 'x', { torn: true }))).toBe(false)
  expect(armed(...arm, started({ type: 'restart' }), done)).toBe(false)
  const impossible: EventBody = { type: 'action-ended', outcome: 'impossible', reason: 'no-server' }
  expect(armed(...arm, started({ type: 'restart', server: 'server-9' }), impossible)).toBe(true)
})
