import { type Reporter, START_OF_FILE } from '@/lib/lessons/diagnostic'
import type { Reference } from '@/lib/lessons/parse/context'
import { didYouMean } from '@/lib/lessons/suggest'

/** Reports names within one page that lead nowhere or are taken, and tasks and programs that nothing belongs to. */
export function checkReferences(
  references: readonly Reference[],
  programs: { readonly solutions: readonly string[]; readonly wrong: readonly string[] },
  reporter: Reporter,
): void {
  const tasks = new Set<string>()
  const named = new Map<string, string>()
  for (const { kind, task, place } of references) {
    if (kind !== 'task' && kind !== 'question') continue
    const taken = named.get(task)
    if (taken !== undefined) reporter.report('duplicate-id', place, `there is a ${taken} "${task}" already`)
    named.set(task, taken ?? kind)
    if (kind === 'question') continue
    tasks.add(task)
    if (!isSolved(task, references, programs.solutions)) {
      reporter.report('task-unsolved', place, `no program in solutions/ is named "${task}", and none solves all tasks`)
    }
  }
  const explained = new Set<string>()
  for (const { kind, task, program, place } of references) {
    if (kind === 'task' || kind === 'question') continue
    if (kind === 'finding') {
      if (named.has(task)) continue
      const hint = didYouMean(task, named.keys()) || '; a question gets its name by id=…, as a task does'
      reporter.report('finding-orphan', place, `no task or question "${task}"${hint}`)
      continue
    }
    if (!tasks.has(task)) {
      const code = kind === 'hint' ? 'hint-orphan' : 'wrong-orphan'
      reporter.report(code, place, `no task "${task}"${didYouMean(task, tasks)}`)
    }
    if (program === undefined) continue
    const { name } = program
    if (!programs.wrong.includes(name)) {
      const hint = didYouMean(name, programs.wrong)
      reporter.report('wrong-without-program', program.place, `there is no folder wrong/${name}/${hint}`)
    }
    if (explained.has(name)) reporter.report('duplicate-id', program.place, `wrong/${name}/ is explained already`)
    explained.add(name)
  }
}

/** A solution named as a task solves that task; any other solves all of them. */
function isSolved(task: string, references: readonly Reference[], solutions: readonly string[]): boolean {
  const ids = references.filter((reference) => reference.kind === 'task').map((reference) => reference.task)
  return solutions.some((name) => name === task || !ids.includes(name))
}

/** Reports wrong programs that no page explains. */
export function checkWrongUsed(
  wrong: readonly string[],
  references: readonly Reference[],
  reporterOf: (path: string) => Reporter,
): void {
  const explained = references.map(({ program }) => program?.name)
  for (const name of wrong) {
    if (explained.includes(name)) continue
    const hint = `write what it is told: ":::wrong{task=… program=${name}}"`
    reporterOf(`wrong/${name}`).report('program-unused', START_OF_FILE, `nothing uses this program; ${hint}`)
  }
}
