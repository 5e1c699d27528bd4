import type { Reporter } from '@/lib/lessons/diagnostic'
import type { Block, ExpectedResponse, RowsFence, Transcript } from '@/lib/lessons/model'
import { patternText } from '@/lib/lessons/pattern'

/** One thing that a lesson must have in every language, as text to compare and to show. */
interface Bone {
  readonly text: string
  readonly line: number
}

/**
 * Reports where a page first differs from the same page in another language, in anything but its prose and what
 * its answers' bodies say. `name` is the other page's file.
 */
export function checkDrift(page: readonly Block[], other: readonly Block[], name: string, reporter: Reporter): void {
  const here = page.flatMap(bonesOf)
  const there = other.flatMap(bonesOf)
  for (let index = 0; index < Math.max(here.length, there.length); index++) {
    const mine = here[index]
    const theirs = there[index]
    if (mine?.text === theirs?.text) continue
    const line = mine?.line ?? here.at(-1)?.line ?? 1
    const wanted = theirs ? `${name}:${theirs.line} has "${theirs.text}"` : `${name} has nothing more`
    reporter.report('drift', { line, column: 1 }, `${wanted}, this page ${mine ? `"${mine.text}"` : 'ends here'}`)
    return
  }
}

function bonesOf(block: Block): readonly Bone[] {
  switch (block.type) {
    case 'prose':
      return []
    case 'transcript':
      return transcriptBones(block.transcript)
    case 'rows':
      return rowsBones(block.rows)
    case 'actions':
      return [{ text: block.actions.map((action) => JSON.stringify(action)).join(' '), line: block.line }]
    case 'predict': {
      const choices = block.choices.map((choice) => choice.id).join(', ')
      const id = block.named ? ` id=${block.id}` : ''
      return [{ text: `predict${id} ${choices}, answer ${block.answer}`, line: block.line }]
    }
    case 'findings':
      return [
        { text: `findings of ${block.columns.length} columns`, line: block.line },
        ...block.rows.map(({ by, line }) => ({ text: `finding by ${by}`, line })),
        { text: 'end of findings', line: block.line },
      ]
    case 'task': {
      const laws = block.laws.map(({ law, capture }) => ` law=${law} capture=${capture}`).join('')
      const { id, line, blocks } = block
      return [{ text: `task ${id}${laws}`, line }, ...blocks.flatMap(bonesOf), { text: `end of task ${id}`, line }]
    }
    case 'aside': {
      const { kind, line, blocks } = block
      return [{ text: `aside ${kind}`, line }, ...blocks.flatMap(bonesOf), { text: `end of aside ${kind}`, line }]
    }
    case 'hint':
      return [{ text: `hint ${block.step} of ${block.task}`, line: block.line }]
    case 'wrong':
      return [{ text: `wrong program ${block.program} of ${block.task}`, line: block.line }]
    default:
      return block satisfies never
  }
}

function transcriptBones({ line, visitor, action, requestText, follow, expected }: Transcript): readonly Bone[] {
  const { at } = action
  const how = action.type === 'visit' ? { from: action.from, via: action.via, at, follow } : { at, follow }
  const opening = `http visitor=${visitor} ${JSON.stringify(how)} ${requestText}`
  return [{ text: opening, line }, ...answerBones(expected, line)]
}

function answerBones({ unanswered, status, headers }: ExpectedResponse, line: number): readonly Bone[] {
  return [
    { text: unanswered === undefined ? `status ${status ?? 'any'}` : `no answer, ${unanswered}`, line },
    ...headers.map(({ name, match, line }) => ({
      text: match.kind === 'absent' ? `!${name}` : `${name}: ${patternText(match.pattern)}`,
      line,
    })),
  ]
}

function rowsBones({ of, visitor, rows, line }: RowsFence): readonly Bone[] {
  return [
    { text: visitor === null ? of : `${of} visitor=${visitor}`, line },
    ...rows.map(({ present, key, value, line }) => ({
      text: `${present ? '' : '!'}${patternText(key)} ${patternText(value)}`.trim(),
      line,
    })),
  ]
}
