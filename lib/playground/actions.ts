import type {
  Action,
  ActionOf,
  Balancing,
  ServerName,
  Story,
  Tampering,
  VisitAction,
  VisitorId,
} from '@/lib/engine/story/action'
import type { Program } from '@/lib/engine/story/program'
import type { ExchangeId, SourcePlace } from '@/lib/engine/trace/event'
import type { CookieName } from '@/lib/playground/cookie-name'

/** A visit without the visitor: what a link, a form or the address bar asks for. `method` is GET when absent. */
export type VisitRequest = Pick<VisitAction, 'url' | 'headers' | 'body' | 'via' | 'from'> & { readonly method?: string }

/** What kind of browser a new visitor has; an ordinary one of today where nothing is said. */
export type VisitorKind = Pick<ActionOf<'new-visitor'>, 'incognito' | 'browser'>

/**
 * Everything a person can do in the playground. Each is fire and forget: what comes of it is seen in the log.
 * While the run has ended (crash, unresponsive program) nothing runs until `runAgain`.
 */
export interface PlaygroundActions {
  /** Adds actions to the story and does them; visitors that do not exist yet are opened first. */
  act(...actions: readonly Action[]): void
  /** Opens a visitor with a fresh name and makes its first visit. Returns the name. */
  newVisitor(kind?: VisitorKind): VisitorId
  /**
   * Opens a closed visitor again: the same profile, with what is persistent in its jar. Of an incognito one nothing is
   * left, so its kind has to be said again.
   */
  openVisitor(visitor: VisitorId, kind?: VisitorKind): void
  /** Opens a copy of a browser, jar and all, under a fresh name, at the same page. Returns the name. */
  cloneVisitor(of: VisitorId): VisitorId
  visit(visitor: VisitorId, request: VisitRequest): void
  reload(visitor: VisitorId): void
  back(visitor: VisitorId): void
  closeVisitor(visitor: VisitorId): void
  readCookies(visitor: VisitorId): void
  editCookie(visitor: VisitorId, cookie: CookieName, value: string): void
  deleteCookie(visitor: VisitorId, cookie: CookieName): void
  /** Adds a cookie as if the host had set it; `line` is what stands after `Set-Cookie:`. */
  addCookie(visitor: VisitorId, host: string, line: string): void
  /** Puts a copy of a cookie into another jar; `null`: that of a new visitor, who visits nothing. Returns whose. */
  copyCookie(of: VisitorId, cookie: CookieName, into: VisitorId | null): VisitorId
  tamperCookie(visitor: VisitorId, cookie: CookieName, how: Tampering): void
  /** Moves the virtual clock on. Milliseconds. */
  advanceClock(milliseconds: number): void
  untilNextExpiry(): void
  restart(): void
  restartServer(server: ServerName): void
  stopServer(server: ServerName): void
  addServer(): void
  balance(by: Balancing): void
  /** A person writes a file on the servers' disk, or with `null` deletes it. */
  writeFile(path: string, content: string | null): void
  crashInWrite(): void
  stopRedis(): void
  startRedis(): void
  /** A person types a command in redis-cli. */
  redis(command: readonly string[]): void

  /** Takes the story's last action back: the story is replayed without it. */
  undoAction(): void
  /** Does the action again that was taken back last. */
  redoAction(): void
  /** Puts a story in the place of the student's own, undoable by `undoReplacement`. */
  openStory(story: Story): void
  /** Replays the story, after a crash for example. */
  runAgain(): void

  /** Keeps an edit at once; the story replays against the new program 250 ms after the last one. */
  editFile(path: string, source: string): void
  resetFile(path: string): void
  /** The lesson as it was in the beginning: its files, and an empty story. */
  resetLesson(): void
  /** Puts a whole program in the place of the student's, a solution for example. */
  replaceProgram(program: Program): void
  /** Swaps what was reset or replaced last with what there is now; done twice it is undone. */
  undoReplacement(): void
  dismissReplacement(): void

  /** `null` follows the newest exchange. */
  selectExchange(exchange: ExchangeId | null): void
  selectVisitor(visitor: VisitorId): void
  /** The session id that is pointed at: all its places light up. */
  pointAtSession(id: string | null): void
  /** `null` follows the present; otherwise a position in the log, see `Log`. */
  setCursor(cursor: number | null): void
  showFile(path: string): void
  /** Shows a line of the program in the editor. */
  revealPlace(place: SourcePlace): void
}
