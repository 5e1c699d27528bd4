import type { Program } from '@/lib/engine/story/program'
import { checkTask } from '@/lib/lessons/check/check-task'
import { describeFailure } from '@/lib/lessons/check/describe'
import { isSameFailure, type Signature } from '@/lib/lessons/check/diagnose'
import type { Failure } from '@/lib/lessons/check/failure'
import { runSteps } from '@/lib/lessons/check/run-steps'
import type { WorldRunner } from '@/lib/lessons/check/runner'
import type { Diagnostic } from '@/lib/lessons/diagnostic'
import { inOrder, Reporter } from '@/lib/lessons/diagnostic'
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
  // All at once: how many worlds there are at a time is up to whoever opens them.
  await Promise.all([
    checkProse(lesson, open, reporter),
    ...tasksOf(lesson.blocks).map((task) => checkTwoSided(task, lesson, open, reporter)),
  ])
  return inOrder(diagnostics)
}

async function checkProse(lesson: Lesson, open: WorldRunner, reporter: Reporter): Promise<void> {
  const { failure } = await runSteps(stepsOf(lesson.blocks), lesson.start, open, { world: lesson.options })
  if (failure) reporter.report('prose-fails', mismatchPlace(failure), describeFailure(failure))
}

async function checkTwoSided(task: Task, lesson: Lesson, open: WorldRunner, reporter: Reporter): Promise<void> {
  const failureOf = async (program: Program | undefined): Promise<Failure | null> => {
    const result = program ? await checkTask(task, program, lesson.options, open) : null
    return result?.outcome === 'failed' ? result.failure : null
  }
  const [untouched, solutions, wrongs] = await Promise.all([
    failureOf(lesson.start),
    Promise.all(
      solutionsOf(task, lesson).map(async (name) => ({ name, failure: await failureOf(lesson.solutions[name]) })),
    ),
    Promise.all(
      lesson.blocks
        .filter((block) => isWrongFor(block, task))
        .map(async ({ program, line }) => ({ program, line, failure: await failureOf(lesson.wrong[program]) })),
    ),
  ])
  if (!untouched) {
    reporter.report('start-passes', { line: task.line, column: 1 }, `start/ passes task "${task.id}" already`)
  }
  for (const { name, failure } of solutions) {
    if (!failure) continue
    const message = `solutions/${name}/ fails task "${task.id}": ${describeFailure(failure)}`
    reporter.report('solution-fails', mismatchPlace(failure), message)
  }
  const signatures: Signature[] = untouched ? [{ program: 'start/', failure: untouched }] : []
  for (const { program, line, failure } of wrongs) {
    const name = `wrong/${program}/`
    if (!failure) {
      reporter.report('wrong-passes', { line, column: 1 }, `${name} passes task "${task.id}"`)
      continue
    }
    const same = signatures.find((signature) => isSameFailure(signature.failure, failure))
    if (same) {
      const message = `${name} fails just as ${same.program} does, so its message would reach the wrong people`
      reporter.report('wrong-indistinct', { line, column: 1 }, `${message}: ${describeFailure(failure)}`)
    }
    signatures.push({ program: name, failure })
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
