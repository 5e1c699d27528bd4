import type { Program } from '@/lib/engine/story/program'
import { checkTask } from '@/lib/lessons/check/check-task'
import { describeFailure } from '@/lib/lessons/check/describe'
import { isSameFailure, type Signature } from '@/lib/lessons/check/diagnose'
import type { Failure } from '@/lib/lessons/check/failure'
import { runSteps } from '@/lib/lessons/check/run-steps'
import type { WorldRunner } from '@/lib/lessons/check/runner'
import type { Diagnostic } from '@/lib/lessons/diagnostic'
import { Reporter } from '@/lib/lessons/diagnostic'
import type { Block, Lesson, Task } from '@/lib/lessons/model'
import { stepsOf, tasksOf } from '@/lib/lessons/steps'

type Wrong = Extract<Block, { type: 'wrong' }>

/**
 * Runs a lesson: its prose is one continuous world against `start/`; each task must fail with `start/`, hold with its
 * solutions, and fail with each wrong program in a way that only this program fails in.
 * @param folder the lesson's, for the places of what is reported
 */
export async function checkLesson(folder: string, lesson: Lesson, open: WorldRunner): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = []
  const reporter = new Reporter(`lessons/${folder}/${lesson.locale}.md`, diagnostics)
  const { failure } = await runSteps(stepsOf(lesson.blocks), lesson.start, open, { world: lesson.options })
  if (failure) reporter.report('prose-fails', mismatchPlace(failure), describeFailure(failure))
  for (const task of tasksOf(lesson.blocks)) await checkTwoSided(task, lesson, open, reporter)
  return diagnostics
}

async function checkTwoSided(task: Task, lesson: Lesson, open: WorldRunner, reporter: Reporter): Promise<void> {
  const failureOf = async (program: Program): Promise<Failure | null> => {
    const result = await checkTask(task, program, lesson.options, open)
    return result.outcome === 'failed' ? result.failure : null
  }
  const place = { line: task.line, column: 1 }
  const untouched = await failureOf(lesson.start)
  if (!untouched) reporter.report('start-passes', place, `start/ passes task "${task.id}" already`)
  for (const name of solutionsOf(task, lesson)) {
    const program = lesson.solutions[name]
    const failure = program ? await failureOf(program) : null
    if (!failure) continue
    const message = `solutions/${name}/ fails task "${task.id}": ${describeFailure(failure)}`
    reporter.report('solution-fails', mismatchPlace(failure), message)
  }
  const signatures: Signature[] = untouched ? [{ program: 'start/', failure: untouched }] : []
  for (const wrong of lesson.blocks.filter((block) => isWrongFor(block, task))) {
    const program = lesson.wrong[wrong.program]
    const failure = program ? await failureOf(program) : null
    const at = { line: wrong.line, column: 1 }
    if (!failure) {
      reporter.report('wrong-passes', at, `wrong/${wrong.program}/ passes task "${task.id}"`)
      continue
    }
    const same = signatures.find((signature) => isSameFailure(signature.failure, failure))
    if (same) {
      const message = `wrong/${wrong.program}/ fails just as ${same.program} does, so its message would reach the wrong people`
      reporter.report('wrong-indistinct', at, `${message}: ${describeFailure(failure)}`)
    }
    signatures.push({ program: `wrong/${wrong.program}/`, failure })
  }
}

/** A solution named as a task solves that task; any other solves all of them. */
export function solutionsOf(task: Pick<Task, 'id'>, lesson: Pick<Lesson, 'blocks' | 'solutions'>): readonly string[] {
  const ids = tasksOf(lesson.blocks).map(({ id }) => id)
  return Object.keys(lesson.solutions).filter((name) => name === task.id || !ids.includes(name))
}

function isWrongFor(block: Block, task: Task): block is Wrong {
  return block.type === 'wrong' && block.task === task.id
}

function mismatchPlace(failure: Failure) {
  return { line: failure.mismatches[0]?.line ?? failure.line, column: 1 }
}
