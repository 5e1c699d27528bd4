'use client'

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'

/** Space between the button and its menu, and between the menu and the window's edge, in pixels. */
const GAP = 4

interface MenuProps {
  /** What the button is called. */
  readonly label: string
  readonly icon: ReactNode
  readonly className?: string
  readonly disabled?: boolean
  /** `MenuItem`s and `MenuGroup`s. */
  readonly children: ReactNode
}

/**
 * A button and its menu, after the ARIA practice: arrows go from item to item, Escape and Tab leave. The menu is a native
 * popover, so it lies above everything, and a click beside it closes it.
 */
export function Menu({ label, icon, className = 'tool', disabled = false, children }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  function toggled(isOpen: boolean): void {
    setOpen(isOpen)
    if (!isOpen || !button.current || !menu.current) return
    place(menu.current, button.current.getBoundingClientRect())
    items(menu.current)[0]?.focus()
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        disabled={disabled}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || disabled) return
          event.preventDefault()
          menu.current?.showPopover()
        }}
      >
        {icon}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onToggle={(event) => toggled(event.newState === 'open')}
        onKeyDown={(event) => menu.current && move(event, menu.current)}
        onClick={(event) => {
          // The focus goes back to the button first: what the item opens may take it from there.
          if (event.target instanceof Element && event.target.closest('[role=menuitem]')) menu.current?.hidePopover()
        }}
        className="menu"
      >
        {children}
      </div>
    </>
  )
}

interface MenuItemProps {
  readonly onChoose: () => void
  /** A few words more, under the item's own. */
  readonly hint?: string
  readonly children: ReactNode
}

export function MenuItem({ onChoose, hint, children }: MenuItemProps) {
  const hintId = useId()
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className="menu-item"
      aria-describedby={hint === undefined ? undefined : hintId}
      onClick={onChoose}
    >
      {children}
      {hint !== undefined && (
        <span id={hintId} aria-hidden="true" className="block text-xs text-muted">
          {hint}
        </span>
      )}
    </button>
  )
}

interface MenuGroupProps {
  readonly label: string
  /** What all of its items are about. */
  readonly hint?: string
  readonly children: ReactNode
}

/** Items that belong together, under a heading. */
export function MenuGroup({ label, hint, children }: MenuGroupProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of a menu
    <div
      role="group"
      aria-labelledby={id}
      aria-describedby={hint === undefined ? undefined : `${id}hint`}
      className="menu-group"
    >
      <p id={id} className="px-2.5 pt-1 text-xs font-semibold">
        {label}
      </p>
      {hint !== undefined && (
        <p id={`${id}hint`} className="px-2.5 pb-0.5 text-xs text-muted">
          {hint}
        </p>
      )}
      {children}
    </div>
  )
}

function items(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')]
}

function move(event: KeyboardEvent, menu: HTMLElement): void {
  if (event.key === 'Tab') {
    menu.hidePopover()
    return
  }
  const all = items(menu)
  const here = all.findIndex((item) => item.matches(':focus'))
  const next = nextIndex(event.key, here, all.length)
  if (next === null) return
  event.preventDefault()
  all.at(next)?.focus()
}

function nextIndex(key: string, here: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (here + 1) % count
    case 'ArrowUp':
      return here - 1
    case 'Home':
      return 0
    case 'End':
      return -1
    default:
      return null
  }
}

/** Under the button, from its start on, or to its end where there is no room; above it where there is none below. */
function place(menu: HTMLElement, button: DOMRect): void {
  const { width, height } = menu.getBoundingClientRect()
  const below = button.bottom + GAP
  const goesBelow = below + height <= window.innerHeight || button.top < window.innerHeight / 2
  const room = goesBelow ? window.innerHeight - below : button.top - GAP
  const start = button.left + width + GAP <= window.innerWidth ? button.left : button.right - width
  menu.style.left = `${Math.max(GAP, start)}px`
  menu.style.maxHeight = `${room - GAP}px`
  menu.style.top = goesBelow ? `${below}px` : `${Math.max(GAP, button.top - GAP - height)}px`
}
