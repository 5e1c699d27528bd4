import type { Program, WorldOptions } from '@/lib/engine/story/program'
import type { Block } from '@/lib/lessons/model'

/** A program, and a world to run it in. */
export interface Playable {
  /** What it is called: `lessons/03-card/start`. */
  readonly name: string
  readonly program: Program
  readonly options: WorldOptions
  /** The text that belongs to it; `null` where there is none. */
  readonly page: PlayedPage | null
}

/** A text whose transcripts are played. */
export interface PlayedPage {
  readonly file: string
  readonly lines: readonly string[]
  readonly blocks: readonly Block[]
}
