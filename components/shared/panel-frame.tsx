import { type ReactNode, useId } from 'react'
import { ScrollArea } from '@/components/shared/scroll-area'

interface PanelFrameProps {
  /** The panel's name in the markup; F6 goes from one to the next. */
  readonly name: string
  readonly title: string
  /** The panel's own button, before everything else. */
  readonly lead?: ReactNode
  /** Beside the title: counts, marks. */
  readonly note?: ReactNode
  /** At the end of the title's line. */
  readonly tools?: ReactNode
  /** Whether the content scrolls by itself; the frame scrolls it otherwise. */
  readonly ownScroll?: boolean
  readonly children: ReactNode
}

/** The frame that every panel has: a landmark with a title, tools, and content that scrolls inside of it. */
export function PanelFrame({ name, title, lead, note, tools, ownScroll = false, children }: PanelFrameProps) {
  const id = useId()
  return (
    <section
      data-playground-panel={name}
      aria-labelledby={id}
      tabIndex={-1}
      className="panel flex h-full min-h-0 min-w-0 flex-col bg-surface text-[13px]"
    >
      <header className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-2 gap-y-0.5 border-b border-line px-3">
        <h2 id={id} className="text-xs font-semibold tracking-wide text-muted">
          {title}
        </h2>
        {lead}
        {note}
        <div className="ml-auto flex items-center gap-1">{tools}</div>
      </header>
      {ownScroll ? (
        <div className="min-h-0 flex-1">{children}</div>
      ) : (
        <ScrollArea label={title} className="min-h-0 flex-1 overflow-auto">
          {children}
        </ScrollArea>
      )}
    </section>
  )
}
