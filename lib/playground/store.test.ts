import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EDIT_PAUSE } from '@/lib/playground/run-control'
import { culprit, failureToStart, isStale, shownLog } from '@/lib/playground/selectors'
import { LESSON, openPlayground } from '@/lib/playground/test-playground'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A playground whose program started, with nothing done yet. */
function openStarted(kept?: Map<string, string>) {
  const playground = openPlayground(kept)
  playground.run().started()
  playground.run().idle()
  return playground
}

describe('acting', () => {
  it('opens a visitor with a fresh name, which makes its first visit', () => {
    const { actions, run, state } = openStarted()
    expect([actions.newVisitor(), actions.newVisitor()]).toEqual(['alice', 'bob'])
    expect(run().acted).toEqual([
      { type: 'new-visitor', visitor: 'alice', url: '/' },
      { type: 'new-visitor', visitor: 'bob', url: '/' },
    ])
    expect(state()).toMatchObject({ story: run().acted, visitor: 'bob', run: { phase: 'busy' } })
    run().idle()
    expect(state().run).toEqual({ phase: 'idle' })
  })

  it('lets new visitors begin where the lesson says', () => {
    const { actions, state } = openPlayground(new Map(), { ...LESSON, home: '/visit' })
    actions.newVisitor()
    expect(state().story).toEqual([{ type: 'new-visitor', visitor: 'alice', url: '/visit' }])
  })

  it('stays busy until the last action is done', () => {
    const { actions, run, state } = openStarted()
    actions.newVisitor()
    actions.reload('alice')
    run().listener.onIdle(1)
    expect(state().run.phase).toBe('busy')
  })

  it('opens visitors that a transcript names and nobody opened, before anything else', () => {
    const { actions, run } = openStarted()
    actions.act(
      { type: 'visit', visitor: 'bob', method: 'GET', url: '/' },
      { type: 'visit', visitor: 'alice', method: 'GET', url: '/', at: 50 },
    )
    expect(run().acted.map((action) => action.type)).toEqual(['new-visitor', 'new-visitor', 'visit', 'visit'])
    actions.visit('alice', { url: '/again' })
    expect(run().acted.at(-1)).toEqual({ type: 'visit', visitor: 'alice', method: 'GET', url: '/again' })
    actions.closeVisitor('alice')
    actions.visit('alice', { url: '/' })
    expect(
      run()
        .acted.slice(-2)
        .map((action) => action.type),
    ).toEqual(['new-visitor', 'visit'])
  })

  it('follows the present and the newest exchange again', () => {
    const { actions, state } = openStarted()
    actions.selectExchange(1)
    actions.setCursor(2)
    actions.newVisitor()
    expect(state()).toMatchObject({ exchange: null, cursor: null })
  })
})

describe('the story', () => {
  it('replays without the action that is taken back, and does it again', () => {
    const { actions, run, runs, state } = openStarted()
    actions.newVisitor()
    actions.reload('alice')
    run().idle()
    actions.undoAction()
    expect(runs).toHaveLength(2)
    expect(runs[0]?.stopped).toBe(true)
    expect(run().story).toEqual([{ type: 'new-visitor', visitor: 'alice', url: '/' }])
    run().started()
    run().idle()
    expect(state().before).toBeNull()
    actions.redoAction()
    expect(run().acted).toEqual([{ type: 'reload', visitor: 'alice' }])
    expect(state().undone).toEqual([])
  })

  it('forgets what was taken back once something else is done', () => {
    const { actions, state } = openStarted()
    actions.newVisitor()
    actions.undoAction()
    actions.restart()
    actions.redoAction()
    expect(state().story).toEqual([{ type: 'restart' }])
  })

  it('shows the last good log until a replay is done', () => {
    const { actions, run, state } = openStarted()
    actions.newVisitor()
    run().idle()
    const good = state().log
    actions.undoAction()
    run().started()
    expect(shownLog(state())).toBe(good)
    run().idle()
    expect(shownLog(state())).toBe(state().log)
    expect(isStale(state())).toBe(false)
  })

  it('can be replaced, and the replacement undone and done again', () => {
    const { actions, state } = openStarted()
    actions.newVisitor()
    actions.openStory([{ type: 'restart' }])
    expect(state().story).toEqual([{ type: 'restart' }])
    actions.undoReplacement()
    expect(state().story).toEqual([{ type: 'new-visitor', visitor: 'alice', url: '/' }])
    actions.undoReplacement()
    expect(state().story).toEqual([{ type: 'restart' }])
  })
})

describe('editing', () => {
  it('replays the whole story against the new program once nothing was typed for a moment', () => {
    const { actions, run, runs } = openStarted()
    actions.newVisitor()
    run().idle()
    actions.editFile('server.js', 'e')
    vi.advanceTimersByTime(EDIT_PAUSE - 1)
    actions.editFile('server.js', 'edited')
    vi.advanceTimersByTime(EDIT_PAUSE - 1)
    expect(runs).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(runs).toHaveLength(2)
    expect(run().program).toEqual({ entry: 'server.js', files: { 'server.js': 'edited', 'views/user.html': '<p>' } })
    expect(run().story).toHaveLength(1)
  })

  it('keeps the log from before, so that what changed can be marked, until the next action', () => {
    const { actions, run, state } = openStarted()
    const before = state().log
    actions.editFile('server.js', 'edited')
    vi.advanceTimersByTime(EDIT_PAUSE)
    run().started()
    run().idle()
    expect(state()).toMatchObject({ before, good: null })
    actions.newVisitor()
    expect(state().before).toBeNull()
  })

  it('does not wait when a person acts before the pause is over', () => {
    const { actions, run, runs } = openStarted()
    actions.editFile('server.js', 'edited')
    actions.newVisitor()
    expect(runs).toHaveLength(2)
    expect(run().story).toHaveLength(1)
    vi.advanceTimersByTime(EDIT_PAUSE)
    expect(runs).toHaveLength(2)
  })

  it('keeps the last good log, stale, beside the fault of a program that does not start', () => {
    const { actions, run, state } = openStarted()
    const good = state().log
    for (const source of ['broken', 'still broken']) {
      actions.editFile('server.js', source)
      vi.advanceTimersByTime(EDIT_PAUSE)
      run().failed()
      run().idle()
      expect(shownLog(state())).toBe(good)
      expect(isStale(state())).toBe(true)
      expect(failureToStart(state())).toMatchObject({ type: 'fault', fault: 'syntax-error' })
    }
    actions.editFile('server.js', 'mended')
    vi.advanceTimersByTime(EDIT_PAUSE)
    run().started()
    run().idle()
    expect(isStale(state())).toBe(false)
    expect(failureToStart(state())).toBeNull()
    expect(state().before).toBe(good)
  })

  it('shows what a failing program does to a person who acts all the same', () => {
    const { actions, run, state } = openStarted()
    actions.editFile('server.js', 'broken')
    vi.advanceTimersByTime(EDIT_PAUSE)
    run().failed()
    run().idle()
    actions.newVisitor()
    expect(shownLog(state())).toBe(state().log)
  })

  it('takes a program that only breaks down later for one that works', () => {
    const { actions, run, state } = openStarted()
    actions.editFile('server.js', 'throws in a handler')
    vi.advanceTimersByTime(EDIT_PAUSE)
    run().started()
    run().emit(0, { type: 'fault', process: 1, exchange: 1, fault: 'uncaught-error', message: 'x' })
    run().idle()
    expect(isStale(state())).toBe(false)
  })

  it('keeps only what differs from the lesson, and nothing of files it does not have', () => {
    const { actions, state } = openStarted()
    actions.editFile('server.js', 'edited')
    actions.editFile('no-such-file.js', 'x')
    expect(state().edits).toEqual({ 'server.js': 'edited' })
    actions.editFile('server.js', 'original')
    expect(state().edits).toEqual({})
  })
})

describe('resetting', () => {
  it('resets one file and brings it back without touching what was edited since', () => {
    const { actions, state } = openStarted()
    actions.editFile('server.js', 'edited')
    actions.resetFile('server.js')
    expect(state().edits).toEqual({})
    actions.editFile('views/user.html', '<b>')
    actions.undoReplacement()
    expect(state().edits).toEqual({ 'server.js': 'edited', 'views/user.html': '<b>' })
  })

  it('resets the lesson, and brings back both files and story', () => {
    const { actions, run, state } = openStarted()
    actions.editFile('server.js', 'edited')
    actions.newVisitor()
    actions.resetLesson()
    expect(state()).toMatchObject({ edits: {}, story: [] })
    expect(run().program.files['server.js']).toBe('original')
    actions.undoReplacement()
    expect(state()).toMatchObject({ edits: { 'server.js': 'edited' }, story: [{ type: 'new-visitor' }] })
  })

  it('puts another program in the place of the student’s', () => {
    const { actions, run, state } = openStarted()
    actions.editFile('views/user.html', '<i>')
    actions.replaceProgram({ entry: 'server.js', files: { 'server.js': 'solution', 'views/user.html': '<p>' } })
    expect(state().edits).toEqual({ 'server.js': 'solution' })
    expect(run().program.files['server.js']).toBe('solution')
    actions.undoReplacement()
    expect(state().edits).toEqual({ 'views/user.html': '<i>' })
  })
})

describe('after a crash', () => {
  function crashed() {
    const playground = openStarted()
    playground.actions.newVisitor()
    playground.run().emit(0, { type: 'action-started', started: { type: 'new-visitor', visitor: 'alice', url: '/' } })
    playground.run().end({ type: 'unresponsive' })
    return playground
  }

  it('does nothing by itself: neither actions nor edits run', () => {
    const { actions, runs, run, state } = crashed()
    expect(state().run).toEqual({ phase: 'ended', end: { type: 'unresponsive' } })
    actions.newVisitor()
    actions.editFile('server.js', 'mended')
    vi.advanceTimersByTime(EDIT_PAUSE * 2)
    expect(runs).toHaveLength(1)
    expect(run().acted).toHaveLength(1)
    expect(state().story).toHaveLength(1)
    expect(state().edits).toEqual({ 'server.js': 'mended' })
  })

  it('names the action that did it and runs again when told to', () => {
    const { actions, run, state } = crashed()
    expect(culprit(state().log).action?.started).toMatchObject({ visitor: 'alice' })
    actions.editFile('server.js', 'mended')
    actions.runAgain()
    expect(run().program.files['server.js']).toBe('mended')
    expect(run().story).toHaveLength(1)
    run().started()
    run().idle()
    expect(state().run).toEqual({ phase: 'idle' })
  })

  it('runs again without the action that did it', () => {
    const { actions, run } = crashed()
    actions.undoAction()
    expect(run().story).toEqual([])
  })

  it('keeps the last good log when it was an edit that did it', () => {
    const { actions, run, state } = openStarted()
    const good = state().log
    actions.editFile('server.js', 'for(;;);')
    vi.advanceTimersByTime(EDIT_PAUSE)
    run().end({ type: 'unresponsive' })
    expect(shownLog(state())).toBe(good)
    expect(isStale(state())).toBe(true)
  })
})
