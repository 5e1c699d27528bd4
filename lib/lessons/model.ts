import type { RootContent } from 'mdast'
import type { Action, VisitorId } from '@/lib/engine/story/action'
import type { Program, WorldOptions } from '@/lib/engine/story/program'
import type { ExchangeFailure } from '@/lib/engine/trace/event'

export type Locale = 'zh' | 'en'

/** The panels a lesson may show beside its prose, in `lesson.yaml`'s words. */
export type PanelName = 'visitors' | 'cookie-jar' | 'session-table' | 'files' | 'redis' | 'exchanges' | 'timeline'

/** A lesson in one language: parsed, valid, and plain data from top to bottom. */
export interface Lesson {
  /** The folder's name without its number: the lesson's identity in URLs and progress. */
  readonly slug: string
  /** The course's section number, from the folder's name: 3, 7.1. */
  readonly number: number
  readonly locale: Locale
  readonly title: string
  readonly summary: string
  readonly panels: readonly PanelName[]
  /** The path that a new visitor asks for first. */
  readonly home: string
  /** Line of the entry file that the editor shows first, from 1. */
  readonly focusLine: number | null
  readonly options: WorldOptions
  /** The program as the student first sees it, in the lesson's language. */
  readonly start: Program
  /** Programs that solve tasks, by name (`solutions/<name>/`). */
  readonly solutions: Readonly<Record<string, Program>>
  /** Programs with a typical mistake, by name (`wrong/<name>/`). */
  readonly wrong: Readonly<Record<string, Program>>
  readonly blocks: readonly Block[]
}

/** The lesson's text, in order. Only tasks, hints and wrong programs hold blocks of their own. `line` is in the markdown, from 1. */
export type Block =
  /** Markdown without directives of ours. */
  | { readonly type: 'prose'; readonly nodes: readonly RootContent[] }
  /** An ```http fence: explanation, "send" button and test at once. */
  | { readonly type: 'transcript'; readonly transcript: Transcript }
  /** ```jar, ```sessions, ```files and ```redis fences. */
  | { readonly type: 'rows'; readonly rows: RowsFence }
  /** A leaf directive that does something: `::new-visitor{name=bob}`, `::clock{advance=30m}`. */
  | { readonly type: 'actions'; readonly actions: readonly Action[]; readonly line: number }
  | {
      readonly type: 'predict'
      readonly line: number
      readonly id: string
      /** Its author gave it the id: that it was answered is kept with the progress, as a task's being done is. */
      readonly named: boolean
      readonly question: readonly RootContent[]
      readonly choices: readonly { readonly id: string; readonly nodes: readonly RootContent[] }[]
      readonly answer: string
      /** Shown after the answer. */
      readonly explanation: readonly RootContent[]
    }
  | Task
  /** A table whose rows stay hidden until the student has found them out. */
  | Findings
  /** Beside the way: what is widely misunderstood, how it came about, or what it means for security. */
  | {
      readonly type: 'aside'
      readonly line: number
      readonly kind: AsideKind
      readonly title: string
      readonly blocks: readonly Block[]
    }
  | {
      readonly type: 'hint'
      readonly line: number
      readonly task: string
      /** From 1, per task. */
      readonly step: number
      readonly blocks: readonly Block[]
    }
  | {
      readonly type: 'wrong'
      readonly line: number
      readonly task: string
      readonly program: string
      readonly blocks: readonly Block[]
    }

export interface Findings {
  readonly type: 'findings'
  readonly line: number
  /** The heads of all columns, that of the labels included. */
  readonly columns: readonly (readonly RootContent[])[]
  readonly rows: readonly Finding[]
}

export interface Finding {
  readonly line: number
  /** The id of the task or the question that fills it. */
  readonly by: string
  readonly label: readonly RootContent[]
  /** As many as there are columns beside the labels'. */
  readonly cells: readonly (readonly RootContent[])[]
}

export type AsideKind = 'misconception' | 'history' | 'security'

export interface Task {
  readonly type: 'task'
  readonly line: number
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
  /** What proves it, in order, in a fresh world. */
  readonly proof: readonly Step[]
  /** Laws of the checker that must hold besides, for example `unpredictable-ids`. */
  readonly laws: readonly Law[]
}

/** What a transcript cannot say. `unpredictable-ids`: with constant Math.random and a frozen clock, `{captured}` ids still differ. */
export type Law = { readonly law: 'unpredictable-ids'; readonly capture: string; readonly line: number }

/** One step of a proof or of the prose's continuous world. `line` is where it stands in the markdown, from 1. */
export type Step =
  | { readonly type: 'transcript'; readonly transcript: Transcript }
  | { readonly type: 'rows'; readonly rows: RowsFence }
  | { readonly type: 'actions'; readonly actions: readonly Action[]; readonly line: number }

/** A request, and what must hold of the answer. */
export interface Transcript {
  readonly line: number
  readonly visitor: VisitorId
  /** The action that sends it. Header values may hold `{name}`, which the runner fills in. */
  readonly action: Action
  /** The request as it is shown, its body after a blank line. */
  readonly requestText: string
  /** What is expected is expected of the answer that the last redirect leads to. */
  readonly follow?: true
  readonly expected: ExpectedResponse
}

export interface ExpectedResponse {
  /** There must be no complete answer, for this reason or for `any`; nothing else is expected then. */
  readonly unanswered?: ExchangeFailure | 'any'
  readonly status: number | null
  readonly headers: readonly {
    readonly name: string
    readonly line: number
    /** `absent` is `!Header`. */
    readonly match: { readonly kind: 'value'; readonly pattern: Pattern } | { readonly kind: 'absent' }
  }[]
  /** `~ text`: contained in the body. `!~ text`: not contained. */
  readonly body: readonly { readonly text: Pattern; readonly contained: boolean; readonly line: number }[]
}

/** Text with captures: `connect.sid={sid}; Path=/`. `{!name}` matches any value but the captured one. */
export type Pattern = readonly (
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'capture'; readonly name: string; readonly other: boolean }
)[]

/** Rows that must, or with `!` must not, be there. */
export interface RowsFence {
  readonly line: number
  /**
   * `jar` looks into a visitor's cookie jar, `sessions` into the session tables (whatever store they are of), `files`
   * at the disk (the key is a path, the value text that the file contains), `redis` at Redis's keys.
   */
  readonly of: 'jar' | 'sessions' | 'files' | 'redis'
  readonly visitor: VisitorId | null
  readonly rows: readonly {
    readonly line: number
    readonly present: boolean
    readonly key: Pattern
    /** Text that the row must contain; empty for "any value". */
    readonly value: Pattern
  }[]
}
