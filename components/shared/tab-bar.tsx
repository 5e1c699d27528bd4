import { type KeyboardEvent, type ReactNode, useRef } from 'react'

export interface TabItem {
  readonly id: string
  readonly label: ReactNode
}

interface TabBarProps {
  readonly label: string
  /** Tabs are `<prefix>-tab-<id>`, what they show must be `<prefix>-panel-<id>`. */
  readonly idPrefix: string
  readonly tabs: readonly TabItem[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** Tabs after the ARIA practice: arrows go from one to the next, Tab leaves the row. */
export function TabBar({ label, idPrefix, tabs, chosen, onChoose }: TabBarProps) {
  const row = useRef<HTMLDivElement>(null)

  function move(event: KeyboardEvent): void {
    const index = tabs.findIndex((tab) => tab.id === chosen)
    const next = tabs.at(nextIndex(event.key, index, tabs.length) ?? Number.NaN)
    if (!next || nextIndex(event.key, index, tabs.length) === null) return
    event.preventDefault()
    onChoose(next.id)
    row.current?.querySelector<HTMLElement>(`#${CSS.escape(`${idPrefix}-tab-${next.id}`)}`)?.focus()
  }

  return (
    <div ref={row} role="tablist" aria-label={label} onKeyDown={move} className="tab-bar">
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${idPrefix}-tab-${tab.id}`}
          aria-controls={`${idPrefix}-panel-${tab.id}`}
          aria-selected={tab.id === chosen}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
          className="tab"
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}

function nextIndex(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count
    case 'ArrowLeft':
      return (index - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
