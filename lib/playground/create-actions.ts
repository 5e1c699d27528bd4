import type { StoreApi } from 'zustand/vanilla'
import type { Action, ActionBody, Story, VisitorId } from '@/lib/engine/story/action'
import { withVisitors } from '@/lib/lessons/open-visitors'
import type { PlaygroundActions } from '@/lib/playground/actions'
import type { PlaygroundLesson } from '@/lib/playground/lesson-props'
import { pageAddress } from '@/lib/playground/page-address'
import {
  fileReset,
  lessonReset,
  programReplaced,
  replacementUndone,
  storyReplaced,
} from '@/lib/playground/replacements'
import type { RunControl } from '@/lib/playground/run-control'
import { accepts } from '@/lib/playground/run-status'
import type { PlaygroundState } from '@/lib/playground/state'
import { freshVisitorName } from '@/lib/playground/visitor-names'
import { withEdit } from '@/lib/playground/work'

interface Parts {
  readonly lesson: PlaygroundLesson
  readonly state: StoreApi<PlaygroundState>
  /** Writes the work down. */
  readonly keep: (running: boolean) => void
  /** `null` while the playground is not mounted: then nothing can be done. */
  readonly control: () => RunControl | null
}

/** What a person can do, over a playground's state and its run. */
export function createActions({ lesson, state, keep, control }: Parts): PlaygroundActions {
  function act(...actions: readonly Action[]): void {
    const running = control()
    const { story, run } = state.getState()
    if (!running || !accepts(run) || actions.length === 0) return
    // A transcript may name visitors that nobody opened yet: they are opened first, without a visit.
    const whole = withVisitors(actions, story)
    const visitor = lastVisitor(actions)
    state.setState({ story: [...story, ...whole], undone: [], ...(visitor === null ? {} : { visitor }) })
    running.act(whole)
  }

  function replaceWith(change: Partial<PlaygroundState>): void {
    state.setState(change)
    control()?.replay('story')
  }

  const one = (body: ActionBody) => act(body)
  const freshName = () => freshVisitorName(state.getState().story)

  return {
    act,
    newVisitor(kind = {}) {
      const visitor = freshName()
      one({ type: 'new-visitor', visitor, url: lesson.home, ...kind })
      return visitor
    },
    openVisitor: (visitor, kind = {}) => one({ type: 'new-visitor', visitor, url: lesson.home, ...kind }),
    cloneVisitor(of) {
      const visitor = freshName()
      const url = pageAddress(state.getState().log, of)
      act({ type: 'clone-visitor', visitor, of }, { type: 'visit', visitor, method: 'GET', url })
      return visitor
    },
    visit: (visitor, { method = 'GET', ...request }) => one({ type: 'visit', visitor, method, ...request }),
    reload: (visitor) => one({ type: 'reload', visitor }),
    back: (visitor) => one({ type: 'back', visitor }),
    closeVisitor: (visitor) => one({ type: 'close-visitor', visitor }),
    readCookies: (visitor) => one({ type: 'read-cookies', visitor }),
    editCookie: (visitor, cookie, value) => one({ type: 'edit-cookie', visitor, ...cookie, value }),
    deleteCookie: (visitor, cookie) => one({ type: 'delete-cookie', visitor, ...cookie }),
    addCookie: (visitor, host, line) => one({ type: 'add-cookie', visitor, host, line }),
    copyCookie(of, cookie, into) {
      const visitor = into ?? freshName()
      // Who is new is opened first: `act` sees to that.
      one({ type: 'copy-cookie', visitor, of, ...cookie })
      return visitor
    },
    tamperCookie: (visitor, cookie, how) => one({ type: 'tamper-cookie', visitor, ...cookie, how }),
    advanceClock: (milliseconds) => one({ type: 'clock', advance: milliseconds }),
    untilNextExpiry: () => one({ type: 'clock-to-next-expiry' }),
    restart: () => one({ type: 'restart' }),
    restartServer: (server) => one({ type: 'restart', server }),
    stopServer: (server) => one({ type: 'stop-server', server }),
    addServer: () => one({ type: 'add-server' }),
    balance: (by) => one({ type: 'balance', by }),
    writeFile: (path, content) => one({ type: 'write-file', path, content }),
    crashInWrite: () => one({ type: 'crash-in-write' }),
    stopRedis: () => one({ type: 'stop-redis' }),
    startRedis: () => one({ type: 'start-redis' }),
    redis: (command) => one({ type: 'redis', command }),

    undoAction() {
      const { story, undone } = state.getState()
      const last = story.at(-1)
      if (last) replaceWith({ story: story.slice(0, -1), undone: [last, ...undone] })
    },
    redoAction() {
      const [next, ...undone] = state.getState().undone
      if (!next) return
      act(next)
      state.setState({ undone })
    },
    openStory: (story) => replaceWith(storyReplaced(state.getState(), withVisitors(story, []))),
    runAgain: () => control()?.replay('story'),

    editFile(path, source) {
      const { edits, run } = state.getState()
      if (!Object.hasOwn(lesson.start.files, path)) return
      state.setState({ edits: withEdit(lesson.start, edits, path, source) })
      // After a crash nothing runs by itself: neither now nor, should the page be left, on return.
      keep(run.phase !== 'idle')
      if (accepts(run)) control()?.replaySoon()
    },
    resetFile(path) {
      state.setState(fileReset(state.getState(), path))
      control()?.replay('edit')
    },
    resetLesson: () => replaceWith({ ...lessonReset(state.getState()), visitor: null }),
    replaceProgram(program) {
      state.setState(programReplaced(state.getState(), lesson.start, program))
      control()?.replay('edit')
    },
    undoReplacement() {
      const before = state.getState()
      if (!before.replacement) return
      state.setState(replacementUndone(before, before.replacement))
      control()?.replay(before.replacement.what === 'file' || before.replacement.what === 'program' ? 'edit' : 'story')
    },
    dismissReplacement: () => state.setState({ replacement: null }),

    selectExchange: (exchange) => state.setState({ exchange }),
    selectVisitor: (visitor) => state.setState({ visitor }),
    pointAtSession: (session) => state.setState({ session }),
    setCursor: (cursor) => state.setState({ cursor }),
    showFile: (file) => state.setState({ file }),
    revealPlace: (place) => state.setState({ file: place.file, reveal: { ...place } }),
  }
}

function lastVisitor(actions: Story): VisitorId | null {
  const last = actions.findLast((action) => 'visitor' in action)
  return last && 'visitor' in last ? last.visitor : null
}
