'use client'

import { Fragment, type ReactNode } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { layoutStorage } from '@/components/playground/layout/layout-storage'

export interface Pane {
  readonly id: string
  /** Per cent of the split at first. */
  readonly size: number
  /** Pixels that it is never made smaller than. */
  readonly min: number
  readonly content: ReactNode
}

interface SplitProps {
  readonly id: string
  readonly direction: 'row' | 'column'
  readonly panes: readonly Pane[]
  /** What a screen reader calls the lines between the panes. */
  readonly separatorLabel: string
}

/** Panes side by side or stacked, with lines between them that can be dragged; their sizes are remembered. */
export function Split({ id, direction, panes, separatorLabel }: SplitProps) {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `barbershop:layout:v1:${id}`,
    panelIds: panes.map((pane) => pane.id),
    storage: layoutStorage,
    onlySaveAfterUserInteractions: true,
  })
  return (
    <Group
      id={id}
      orientation={direction === 'row' ? 'horizontal' : 'vertical'}
      defaultLayout={defaultLayout}
      onLayoutChanged={onLayoutChanged}
      className="min-h-0 min-w-0"
    >
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index > 0 && <Separator aria-label={separatorLabel} className={SEPARATOR[direction]} />}
          <Panel id={pane.id} defaultSize={`${pane.size}%`} minSize={`${pane.min}px`} className="min-h-0 min-w-0">
            {pane.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}

const SEPARATOR = {
  row: 'separator w-px bg-line',
  column: 'separator h-px bg-line',
} as const
