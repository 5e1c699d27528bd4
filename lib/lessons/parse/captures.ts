import type { Action } from '@/lib/engine/story/action'
import type { Place } from '@/lib/lessons/diagnostic'
import type { Block, Pattern, Step, Task } from '@/lib/lessons/model'
import type { PageContext } from '@/lib/lessons/parse/context'
import { parsePattern } from '@/lib/lessons/pattern'
import { stepsOf, tasksOf } from '@/lib/lessons/steps'
import { didYouMean } from '@/lib/lessons/suggest'

/** One use of `{name}`: in an answer it may be the first and capture, elsewhere the value must be known. */
interface Use {
  readonly pattern: Pattern
  readonly line: number
  readonly captures: boolean
  readonly inAction?: true
}

/** Reports names in braces that nothing before them captures. The page is one world, and each task one of its own. */
export function checkCaptures(blocks: readonly Block[], context: PageContext): void {
  checkSteps(stepsOf(blocks), context)
  for (const task of tasksOf(blocks)) checkLaws(task, checkSteps(task.proof, context), context)
}

function checkSteps(steps: readonly Step[], context: PageContext): ReadonlySet<string> {
  const known = new Set<string>()
  for (const { pattern, line, captures, inAction } of steps.flatMap(usesIn)) {
    for (const part of pattern) {
      if (part.type !== 'capture') continue
      if (inAction) checkInAction(part.name, known, line, context)
      else if (known.has(part.name)) continue
      else if (captures && !part.other) known.add(part.name)
      else {
        const hint = didYouMean(part.name, known) || `; an answer before it must hold {${part.name}}`
        const place = placeOfText(part.other ? `{!${part.name}}` : `{${part.name}}`, line, context)
        context.reporter.report('unknown-capture', place, `nothing captures "${part.name}"${hint}`)
      }
    }
  }
  return known
}

function usesIn(step: Step): readonly Use[] {
  switch (step.type) {
    case 'transcript': {
      const { action, expected, line } = step.transcript
      return [
        ...textsSent(action).map((text) => ({ pattern: parsePattern(text), line, captures: false })),
        ...expected.headers.flatMap(({ match, line }) =>
          match.kind === 'value' ? [{ pattern: match.pattern, line, captures: true }] : [],
        ),
        ...expected.body.map(({ text, contained, line }) => ({ pattern: text, line, captures: contained })),
      ]
    }
    case 'rows':
      return step.rows.rows.flatMap(({ key, value, present, line }) => [
        { pattern: key, line, captures: present },
        { pattern: value, line, captures: present },
      ])
    case 'actions':
      return step.actions.flatMap(textsIn).map((text) => ({
        pattern: parsePattern(text),
        line: step.line,
        captures: false,
        inAction: true,
      }))
    default:
      return step satisfies never
  }
}

/** Texts of an action in which an author may want to name a session. */
function textsIn(action: Action): readonly string[] {
  return Object.values(action)
    .flat()
    .filter((value) => typeof value === 'string')
}

/** Actions are done again after every edit, by which ids become others: they name a session by its cookie. */
function checkInAction(name: string, known: ReadonlySet<string>, line: number, context: PageContext): void {
  if (!known.has(name)) return
  const message = `an action can't hold {${name}}: it names a session by its visitor and cookie, such as {alice/connect.sid}`
  context.reporter.report('bad-value', placeOfText(`{${name}}`, line, context), message)
}

/** What a request holds that may have names in it. */
function textsSent(action: Action): readonly string[] {
  if (action.type !== 'visit') return []
  return [...(action.headers ?? []).map(([, value]) => value), ...(action.body === undefined ? [] : [action.body])]
}

function checkLaws(task: Task, captured: ReadonlySet<string>, context: PageContext): void {
  for (const { law, capture, line } of task.laws) {
    if (captured.has(capture)) continue
    const message = `the law "${law}" is about {${capture}}, which the task never captures`
    const place = placeOfText(capture, line, context)
    context.reporter.report('unknown-capture', place, message + didYouMean(capture, captured))
  }
}

/** Where a text stands first, from a line on. */
function placeOfText(text: string, line: number, { lines }: PageContext): Place {
  for (let number = line; number <= lines.length; number++) {
    const column = (lines[number - 1] ?? '').indexOf(text) + 1
    if (column > 0) return { line: number, column }
  }
  return { line, column: 1 }
}
