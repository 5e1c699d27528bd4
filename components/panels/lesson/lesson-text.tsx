import type { RootContent } from 'mdast'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionsBlock } from '@/components/panels/lesson/actions-block'
import { Aside } from '@/components/panels/lesson/aside'
import type { ProgramsSource } from '@/components/panels/lesson/fetch-programs'
import { FindingsTable } from '@/components/panels/lesson/findings-table'
import { PredictBlock } from '@/components/panels/lesson/predict-block'
import { Prose } from '@/components/panels/lesson/prose'
import { RowsBlock } from '@/components/panels/lesson/rows-block'
import { StorySteps } from '@/components/panels/lesson/story-steps'
import { TaskBlock } from '@/components/panels/lesson/task-block'
import { TranscriptBlock } from '@/components/panels/lesson/transcript-block'
import { solutionsOf } from '@/lib/lessons/check/check-lesson'
import type { Block, Lesson, Task } from '@/lib/lessons/model'
import { stepsOf } from '@/lib/lessons/steps'

interface LessonTextProps {
  readonly lesson: Lesson
  /** Where the lesson's other programs are. */
  readonly programs: ProgramsSource
}

/** A lesson's text: prose rendered on the server, and between it what can be done. */
export function LessonText({ lesson, programs }: LessonTextProps) {
  const t = useTranslations('lesson')
  return (
    <article className="prose mx-auto px-5 pt-5 pb-16">
      <header>
        <p className="text-faint text-sm">{t('section', { number: lesson.number })}</p>
        <h1 className="font-semibold text-2xl/snug">{lesson.title}</h1>
        <p className="mt-2 text-muted">{lesson.summary}</p>
      </header>
      <StorySteps steps={stepsOf(lesson.blocks)}>
        <Blocks blocks={lesson.blocks} lesson={lesson} programs={programs} />
      </StorySteps>
    </article>
  )
}

interface BlocksProps extends LessonTextProps {
  readonly blocks: readonly Block[]
}

function Blocks({ blocks, ...rest }: BlocksProps): ReactNode {
  return blocks.map((block) => <BlockView key={keyOf(block)} block={block} {...rest} />)
}

function BlockView({ block, ...rest }: LessonTextProps & { readonly block: Block }): ReactNode {
  switch (block.type) {
    case 'prose':
      return <Prose nodes={block.nodes} />
    case 'transcript':
      return <TranscriptBlock transcript={block.transcript} />
    case 'rows':
      return <RowsBlock rows={block.rows} />
    case 'actions':
      return <ActionsBlock step={block} />
    case 'predict':
      return (
        <PredictBlock
          id={block.id}
          isKept={block.named}
          question={<Prose nodes={block.question} />}
          choices={block.choices.map(({ id, nodes }) => ({ id, text: inline(nodes) }))}
          answer={block.answer}
          explanation={<Prose nodes={block.explanation} />}
        />
      )
    case 'findings':
      return (
        <FindingsTable
          columns={block.columns.map((nodes) => (nodes.length === 0 ? null : inline(nodes)))}
          rows={block.rows.map(({ line, by, label, cells }) => ({
            line,
            by,
            label: inline(label),
            cells: cells.map(inline),
          }))}
        />
      )
    case 'aside':
      return (
        <Aside kind={block.kind} title={block.title}>
          <Blocks blocks={block.blocks} {...rest} />
        </Aside>
      )
    case 'task':
      return <TaskView task={block} {...rest} />
    // These stand with their task, wherever they were written.
    case 'hint':
    case 'wrong':
      return null
    default:
      return block satisfies never
  }
}

function inline(nodes: readonly RootContent[]): ReactNode {
  return <Prose nodes={nodes} inline />
}

function TaskView({ task, lesson, programs }: LessonTextProps & { readonly task: Task }) {
  const hints = lesson.blocks.filter((block) => block.type === 'hint').filter((hint) => hint.task === task.id)
  const wrong = lesson.blocks.filter((block) => block.type === 'wrong').filter((block) => block.task === task.id)
  return (
    <TaskBlock
      id={task.id}
      programs={programs}
      hints={hints.map(({ line, blocks }) => <Blocks key={line} blocks={blocks} lesson={lesson} programs={programs} />)}
      wrong={Object.fromEntries(
        wrong.map(({ program, blocks }) => [
          program,
          <Blocks key={program} blocks={blocks} lesson={lesson} programs={programs} />,
        ]),
      )}
      solution={solutionsOf(task, lesson)[0] ?? null}
    >
      <Blocks blocks={task.blocks} lesson={lesson} programs={programs} />
    </TaskBlock>
  )
}

/** Blocks are told apart by the line they stand on; a piece of prose by that of its first node. */
function keyOf(block: Block): string {
  switch (block.type) {
    case 'prose':
      return `prose ${block.nodes[0]?.position?.start.line ?? 0}`
    case 'transcript':
      return `transcript ${block.transcript.line}`
    case 'rows':
      return `rows ${block.rows.line}`
    case 'actions':
    case 'predict':
    case 'findings':
    case 'aside':
    case 'task':
    case 'hint':
    case 'wrong':
      return `${block.type} ${block.line}`
    default:
      return block satisfies never
  }
}
