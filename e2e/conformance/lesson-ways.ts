import type { Story } from '@/lib/engine/story/action'
import type { Program } from '@/lib/engine/story/program'
import type { Event } from '@/lib/engine/trace/event'
import { solutionsOf } from '@/lib/lessons/check/check-lesson'
import { runSteps } from '@/lib/lessons/check/run-steps'
import type { WorldRunner } from '@/lib/lessons/check/runner'
import type { Lesson, Step } from '@/lib/lessons/model'
import { stepsOf, tasksOf } from '@/lib/lessons/steps'
import type { RunStory } from './conformance'

/** One program of a lesson, and something of its text that is done with it in a world. */
export interface LessonWay {
  readonly name: string
  readonly program: Program
  /** Goes the way, up to the step that does not hold, if there is one. */
  readonly log: () => Promise<readonly Event[]>
}

/** What a lesson's steps come to in a world. */
interface Walked {
  readonly log: readonly Event[]
  readonly story: Story
}

/** The text and each proof, with the program that the student first sees and with those that solve it. */
export function waysThrough(lesson: Lesson, open: WorldRunner, run: RunStory): readonly LessonWay[] {
  const { options, start, blocks } = lesson
  const walk = (steps: readonly Step[], program: Program) => walked(steps, program, lesson, open)
  let text: Promise<Walked> | null = null
  const walkedText = () => {
    text ??= walk(stepsOf(blocks), start)
    return text
  }
  return [
    { name: 'the text with start/', program: start, log: async () => (await walkedText()).log },
    // Not the steps, which would end where they no longer hold: what was done in the text is done again.
    ...Object.entries(lesson.solutions).map(([name, program]) => ({
      name: `the text with solutions/${name}/`,
      program,
      log: async () => run(program, (await walkedText()).story, options),
    })),
    ...tasksOf(blocks).flatMap((task) =>
      [
        ['start', start] as const,
        ...solutionsOf(task, lesson).map((name) => [`solutions/${name}`, lesson.solutions[name]] as const),
      ].flatMap(([name, program]) =>
        program
          ? [{ name: `task ${task.id} with ${name}/`, program, log: async () => (await walk(task.proof, program)).log }]
          : [],
      ),
    ),
  ]
}

async function walked(
  steps: readonly Step[],
  program: Program,
  { options }: Pick<Lesson, 'options'>,
  open: WorldRunner,
): Promise<Walked> {
  const logs: (readonly Event[])[] = []
  const recording: WorldRunner = async (...given) => {
    const world = await open(...given)
    logs.push(world.log)
    return world
  }
  const { story } = await runSteps(steps, program, recording, { world: options })
  return { log: logs.flat(), story }
}
