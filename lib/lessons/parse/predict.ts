import type { List, ListItem, RootContent } from 'mdast'
import type { Block } from '@/lib/lessons/model'
import type { Attribute } from '@/lib/lessons/parse/attributes'
import type { PageContext } from '@/lib/lessons/parse/context'
import { type ContainerDirective, placeOf } from '@/lib/lessons/parse/markdown'
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
  return {
    type: 'predict',
    line: placeOf(node).line,
    id: `predict-${++context.predictions}`,
    question: node.children.slice(0, index),
    choices,
    answer: answer.value,
    explanation: node.children.slice(index + 1),
  }
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
  const [text, ...rest] = paragraph.children
  const match = text?.type === 'text' ? /^([a-z])[:：]\s*/.exec(text.value) : null
  if (text?.type !== 'text' || !match?.[1]) return null
  const first = { ...text, value: text.value.slice(match[0].length) }
  const nodes: RootContent[] = [{ ...paragraph, children: first.value === '' ? rest : [first, ...rest] }, ...others]
  return { id: match[1], nodes }
}
