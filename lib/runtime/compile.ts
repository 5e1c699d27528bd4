import { HOME } from '@/lib/engine/story/disk-path'
import type { WorldOptions } from '@/lib/engine/story/program'
import { evaluate } from '@/lib/runtime/evaluate'
import { ExitSignal } from '@/lib/runtime/exit-signal'
import type { Hooks } from '@/lib/runtime/instrument/hooks'
import type { Instrument } from '@/lib/runtime/instrument/instrument'
import type { Loop } from '@/lib/runtime/loop'
import type { Compile } from '@/lib/runtime/modules'
import type { Process } from '@/lib/runtime/process'

/** What ends a line for the parser (ECMA-262, LineTerminatorSequence). */
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/

export interface CompilerParts {
  readonly process: Process
  readonly entry: string
  readonly watch: WorldOptions['watch']
  readonly instrument: Instrument
  readonly loop: Loop
  readonly importModule: (name: unknown) => unknown
}

/** Makes the function that turns a student's file into one that runs under observation. */
export function compilerFor(parts: CompilerParts): Compile {
  return (source, filename) => {
    const file = filename.startsWith(`${HOME}/`) ? filename.slice(HOME.length + 1) : filename
    const made = parts.instrument(source, file, file === parts.entry ? parts.watch : [])
    if ('mistake' in made) {
      const { message, place } = made.mistake
      const error = new SyntaxError(message)
      error.stack = `${filename}:${place.line}\nSyntaxError: ${message}`
      throw Object.assign(error, { place })
    }
    if (made.mayMakePromises) parts.loop.hasPromises = true
    const wrapper = evaluate(
      `(function (exports, require, module, __filename, __dirname, ${made.hooks}) {${made.code}\n})\n//# sourceURL=${filename}`,
    )
    return { wrapper, hooks: hooksFor(parts, file, source) }
  }
}

function hooksFor({ process, importModule }: CompilerParts, file: string, source: string): Hooks {
  const mark = process.observer.lines.file(file, source.split(LINE_BREAK).length)
  const { budget } = process
  return {
    l: mark,
    s(line) {
      if (budget.takeStep() && process.alive) return
      mark(line)
      process.stopForSteps()
    },
    c: () => process.context,
    r(context, value) {
      if (!process.alive) throw new ExitSignal()
      process.restore(context)
      return value
    },
    i: async (name) => {
      const loaded = importModule(name)
      const names = typeof loaded === 'object' || typeof loaded === 'function' ? { ...loaded } : {}
      return { ...names, default: loaded }
    },
    w: (name, read) => process.observer.watch(name, read),
    n(length, size) {
      if (typeof length === 'number') process.takeMemory(length * size)
      return length
    },
    a(spread) {
      if (Array.isArray(spread) || typeof spread === 'string') process.takeMemory(spread.length * 8)
      return spread
    },
  }
}
