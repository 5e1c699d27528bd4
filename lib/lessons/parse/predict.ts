import type { List, ListItem, RootContent } from 'mdast'
import type { Block } from '@/lib/lessons/model'
import type { Attribute } from '@/lib/lessons/parse/attributes'
import type { PageContext } from '@/lib/lessons/parse/context'
import { checkId } from '@/lib/lessons/parse/id'
import { type ContainerDirective, placeOf } from '@/lib/lessons/parse/markdown'
import { afterMarker } from '@/lib/lessons/parse/marker'
import { checkProse } from '@/lib/lessons/parse/prose'

type Predict = Extract<Block, { type: 'predict' }>
type Choice = Predict['choices'][number]

/** Reads a question: what is asked, a list of choices (`- a: …`), and what is said after the answer. */
export function parsePredict(
  node: ContainerDirective,
  attributes: ReadonlyMap<string, Attribute>,
  context: PageContext,
): Predict | null {
  const { reporter } = context
  for (const child of node.children) checkProse(child, context)
  const index = node.children.findIndex((child) => child.type === 'list')
  const list = node.children[index]
  if (list?.type !== 'list' || list.children.length < 2 || index === 0) {
    reporter.report('bad-predict', placeOf(node), 'a question is followed by a list of choices such as "- a: …"')
    return null
  }
  const choices = choicesOf(list, context)
  const answer = attributes.get('answer')
  if (!answer) return null
  if (!choices.some((choice) => choice.id === answer.value)) {
    const listed = choices.map((choice) => choice.id).join(', ')
    reporter.report('bad-predict', answer.place, `no choice "${answer.value}"; there is ${listed || 'none'}`)
  }
  const id = attributes.get('id')
  if (id) nameQuestion(id, context)
  return {
    type: 'predict',
    line: placeOf(node).line,
    // The blank keeps it apart from any name that an author can give.
    id: id?.value ?? `question ${++context.predictions}`,
    named: id !== undefined,
    question: node.children.slice(0, index),
    choices,
    answer: answer.value,
    explanation: node.children.slice(index + 1),
  }
}

function nameQuestion({ value, place }: Attribute, { references, reporter }: PageContext): void {
  checkId(value, place, reporter)
  references.push({ kind: 'question', task: value, place })
}

function choicesOf(list: List, { reporter }: PageContext): readonly Choice[] {
  const choices: Choice[] = []
  for (const item of list.children) {
    const choice = choiceOf(item)
    if (!choice) reporter.report('bad-predict', placeOf(item), 'a choice begins with its letter, such as "- a: …"')
    else if (choices.some(({ id }) => id === choice.id)) {
      reporter.report('duplicate-id', placeOf(item), `there is a choice "${choice.id}" already`)
    } else choices.push(choice)
  }
  return choices
}

/** `a: text` as an id and text without it. */
function choiceOf(item: ListItem): Choice | null {
  const [paragraph, ...others] = item.children
  if (paragraph?.type !== 'paragraph') return null
  const marked = afterMarker(paragraph.children, /^([a-z])[:：]\s*/)
  if (!marked) return null
  const nodes: RootContent[] = [{ ...paragraph, children: marked.rest }, ...others]
  return { id: marked.marker, nodes }
}
