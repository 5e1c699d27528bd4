import type { Place, Reporter } from '@/lib/lessons/diagnostic'
import type { Block, Law, Task } from '@/lib/lessons/model'
import type { Attribute } from '@/lib/lessons/parse/attributes'
import type { PageContext } from '@/lib/lessons/parse/context'
import { checkId } from '@/lib/lessons/parse/id'
import { stepsOf } from '@/lib/lessons/steps'
import { didYouMean } from '@/lib/lessons/suggest'

const LAWS: readonly Law['law'][] = ['unpredictable-ids']

/** Puts a task together: its title, its text, and the steps that prove it. */
export function makeTask(
  opening: {
    readonly place: Place
    readonly title: string
    readonly attributes: ReadonlyMap<string, Attribute>
  },
  blocks: readonly Block[],
  { reporter, references }: PageContext,
): Task | null {
  const { place, title, attributes } = opening
  const id = attributes.get('id')
  if (title === '') reporter.report('missing-attribute', place, 'a task needs a title: ":::task[Title]{id=…}"')
  if (!id) return null
  checkId(id.value, id.place, reporter)
  references.push({ kind: 'task', task: id.value, place: id.place })
  const proof = stepsOf(blocks)
  if (!proof.some((step) => step.type !== 'actions')) {
    reporter.report(
      'task-unproved',
      place,
      `task "${id.value}" has no http, jar, sessions, files or redis fence that proves it`,
    )
  }
  const { line } = place
  return { type: 'task', line, id: id.value, title, blocks, proof, laws: lawsOf(attributes, line, reporter) }
}

function lawsOf(attributes: ReadonlyMap<string, Attribute>, line: number, reporter: Reporter): readonly Law[] {
  const given = attributes.get('law')
  const capture = attributes.get('capture')
  if (!given) {
    if (capture)
      reporter.report('unknown-attribute', capture.place, '"capture" says what a law is about: law= is missing')
    return []
  }
  const law = LAWS.find((known) => known === given.value)
  if (!law) {
    const hint = didYouMean(given.value, LAWS) || `; known are ${LAWS.join(', ')}`
    reporter.report('bad-value', given.place, `unknown law "${given.value}"${hint}`)
  } else if (!capture) {
    reporter.report('missing-attribute', given.place, `the law "${law}" needs capture=…`)
  }
  return law && capture ? [{ law, capture: capture.value, line }] : []
}
