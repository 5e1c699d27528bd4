import { describe, expect, it } from 'vitest'
import { workStorage } from '@/lib/playground/persistence'
import { memoryStorage, openPlayground } from '@/lib/playground/test-playground'
import { NO_WORK } from '@/lib/playground/work'

const KEY = 'barbershop:work:v1:card'
const NOTHING = { work: NO_WORK, running: false }

describe('what is kept', () => {
  it('is there again when the page is', () => {
    const { actions, run, kept, unmount } = openPlayground()
    run().started()
    run().idle()
    actions.editFile('server.js', 'edited')
    actions.newVisitor()
    run().idle()
    unmount()
    const again = openPlayground(kept)
    expect(again.run().program.files['server.js']).toBe('edited')
    expect(again.run().story).toEqual([{ type: 'new-visitor', visitor: 'alice', url: '/' }])
  })

  it('is written before anything runs, and says so until it came to a good end', () => {
    const { actions, run, kept } = openPlayground()
    const running = () => JSON.parse(kept.get(KEY) ?? '{}').running
    run().started()
    run().idle()
    actions.newVisitor()
    expect(running()).toBe(true)
    run().idle()
    expect(running()).toBe(false)
  })

  it('does not run by itself when the last run took the page with it', () => {
    const { actions, run, kept } = openPlayground()
    run().started()
    run().idle()
    actions.newVisitor()
    const again = openPlayground(kept)
    expect(again.runs).toHaveLength(0)
    expect(again.state().run).toEqual({ phase: 'ended', end: { type: 'interrupted' } })
    again.actions.runAgain()
    expect(again.run().story).toHaveLength(1)
  })

  it('runs by itself when the page was left in good order while something ran', () => {
    const { actions, run, kept, unmount } = openPlayground()
    run().started()
    run().idle()
    actions.newVisitor()
    unmount()
    expect(openPlayground(kept).runs).toHaveLength(1)
  })

  it('still does not run by itself when the page was left after a crash', () => {
    const { actions, run, kept, unmount } = openPlayground()
    actions.newVisitor()
    run().end({ type: 'crashed', message: 'out of memory' })
    actions.editFile('server.js', 'mended')
    unmount()
    expect(openPlayground(kept).runs).toHaveLength(0)
  })

  it('is nothing at all once the lesson is as it was', () => {
    const { actions, run, kept } = openPlayground()
    actions.newVisitor()
    actions.resetLesson()
    run().started()
    run().idle()
    expect(kept.has(KEY)).toBe(false)
  })
})

describe('storage that fails', () => {
  it.each([
    ['no JSON', '{"edits":'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no story', '{"edits":{}}'],
    ['no edits', '{"story":[]}'],
    ['an action of no known kind', '{"edits":{},"story":[{"type":"fly"}]}'],
    ['an action that is no object', '{"edits":{},"story":[3]}'],
    ['an action named like something every object has', '{"edits":{},"story":[{"type":"constructor"}]}'],
    ['a visit to nowhere', '{"edits":{},"story":[{"type":"visit","visitor":"alice","method":"GET"}]}'],
    ['a clock without figures', '{"edits":{},"story":[{"type":"clock","advance":"x"}]}'],
    [
      'headers of a wrong shape',
      '{"edits":{},"story":[{"type":"visit","visitor":"a","method":"GET","url":"/","headers":[["a"]]}]}',
    ],
    [
      'a way of no known kind',
      '{"edits":{},"story":[{"type":"visit","visitor":"a","method":"GET","url":"/","via":"x"}]}',
    ],
  ])('takes %s for nothing', (_what, text) => {
    const storage = workStorage('card', () => memoryStorage(new Map([[KEY, text]])))
    expect(storage.load()).toEqual(NOTHING)
  })

  it('keeps the edits when only the story is unsound', () => {
    const text = '{"edits":{"server.js":"edited","x":3},"story":[{"type":"fly"}]}'
    const storage = workStorage('card', () => memoryStorage(new Map([[KEY, text]])))
    expect(storage.load().work).toEqual({ edits: { 'server.js': 'edited' }, story: [] })
  })

  it('takes storage that throws for nothing, and says that nothing was kept', () => {
    const storage = workStorage('card', () => {
      throw new Error('denied')
    })
    expect(storage.load()).toEqual(NOTHING)
    expect(storage.save({ ...NOTHING, running: true })).toBe(false)
    expect(workStorage('card', () => null).save({ ...NOTHING, running: true })).toBe(false)
  })

  it('reads back every kind of action that it wrote', () => {
    const kept = new Map<string, string>()
    const storage = workStorage('card', () => memoryStorage(kept))
    const story = [
      { type: 'new-visitor', visitor: 'alice', url: '/' },
      { type: 'new-visitor', visitor: 'bob' },
      {
        type: 'visit',
        visitor: 'alice',
        method: 'POST',
        url: '/',
        headers: [['a', 'b']],
        body: 'x=1',
        via: 'form',
        at: 5,
      },
      { type: 'reload', visitor: 'alice' },
      { type: 'back', visitor: 'alice' },
      { type: 'edit-cookie', visitor: 'alice', host: 'localhost', name: 'a', value: '' },
      { type: 'delete-cookie', visitor: 'alice', host: 'localhost', name: 'a' },
      { type: 'read-cookies', visitor: 'alice' },
      { type: 'clock', advance: 1000 },
      { type: 'clock-to-next-expiry' },
      { type: 'restart' },
      { type: 'close-visitor', visitor: 'alice' },
    ] as const
    storage.save({ work: { edits: {}, story }, running: false })
    expect(storage.load().work.story).toEqual(story)
  })
})
