import { z } from 'zod'
import type { Balancing } from '@/lib/engine/story/action'
import type { Reporter } from '@/lib/lessons/diagnostic'
import type { PanelName } from '@/lib/lessons/model'
import { readYaml } from '@/lib/lessons/parse/yaml'

const PANELS = [
  'visitors',
  'cookie-jar',
  'session-table',
  'files',
  'redis',
  'exchanges',
  'timeline',
] as const satisfies readonly PanelName[]

const BALANCINGS = ['round-robin', 'sticky'] as const satisfies readonly Balancing[]

/** As many as a world can hold. */
const MOST_SERVERS = 3

const positive = z.int().positive()

const schema = z.strictObject({
  /** The file that `node` would be started with. */
  entry: z.string().min(1),
  /** The line of the entry that the editor shows first. */
  focus: positive.optional(),
  panels: z.array(z.enum(PANELS)).min(1),
  /** Top-level variables of the entry that are shown as the session table. */
  watch: z.array(z.string().regex(/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u, 'no name of a variable')),
  /** Where a new visitor goes first. */
  home: z
    .string()
    .regex(/^\/\S*$/, 'no path such as /visit')
    .optional(),
  /** When the world begins. */
  epoch: z.iso.datetime({ error: 'no moment such as 2026-11-23T01:00:00Z' }),
  /** How many servers run the program behind one port. */
  servers: positive.max(MOST_SERVERS).optional(),
  balancing: z.enum(BALANCINGS).optional(),
  limits: z
    .strictObject({
      steps: positive.exactOptional(),
      callbacks: positive.exactOptional(),
      responseBytes: positive.exactOptional(),
      allocatedBytes: positive.exactOptional(),
      consoleLines: positive.exactOptional(),
      diskChanges: positive.exactOptional(),
    })
    .optional(),
})

/** What `lesson.yaml` says. */
export type Manifest = z.infer<typeof schema>

/** Reads `lesson.yaml`; `null` when something is wrong with it, which is reported. */
export function readManifest(text: string, reporter: Reporter): Manifest | null {
  return readYaml({ text, linesBefore: 0 }, schema, Object.keys(schema.shape), reporter)
}
