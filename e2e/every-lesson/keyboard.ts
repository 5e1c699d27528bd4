import { expect, type Page } from '@playwright/test'

/** What has the focus, as far as a student can tell. */
export interface Focus {
  /** What a button or link is called; the value of a radio button. */
  readonly name: string
  readonly role: string
  /** The panel it is in, or is. */
  readonly panel: string | null
  /** The title of the task it belongs to. */
  readonly task: string | null
  /** It can be seen, nothing lies over it, and it is marked. */
  readonly visible: boolean
  /** Another thing than at the last look. */
  readonly moved: boolean
}

/** Patience: so often is a key pressed on the way to the next thing. */
const PATIENCE = 60

/** A person without a mouse. Every press must move the focus to something that can be seen to have it. */
export class Keyboard {
  constructor(readonly page: Page) {}

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key)
  }

  focus(): Promise<Focus> {
    return this.page.evaluate(lookAtFocus)
  }

  /** Presses a key, at least once, until the focus is where it should be. */
  async walk(
    key: 'Tab' | 'Shift+Tab' | 'F6' | 'Shift+F6' | 'ArrowDown',
    to: string,
    found: (focus: Focus) => boolean,
  ): Promise<void> {
    const passed: string[] = []
    for (let presses = 0; presses < PATIENCE; presses++) {
      await this.press(key)
      const focus = await this.focus()
      passed.push(focus.name)
      expect(focus, `${key} on the way to ${to}: ${focus.role} ${focus.name}`).toMatchObject({
        visible: true,
        moved: true,
      })
      if (found(focus)) return
    }
    throw new Error(`${key} does not lead to ${to}, but past ${passed.join(' | ')}`)
  }

  /** Presses a button that has the focus. The focus must not get lost, whatever becomes of the button. */
  async enter(): Promise<void> {
    await this.press('Enter')
    await expect(async () =>
      expect(await this.focus()).toMatchObject({ role: expect.not.stringMatching(/^body$/) }),
    ).toPass()
  }
}

/** Runs in the page. */
function lookAtFocus(): Focus {
  const element = document.activeElement ?? document.body
  const known = window as Window & { lastFocus?: Element }
  const moved = known.lastFocus !== element
  known.lastFocus = element
  const panel = element.closest('[data-playground-panel]')
  const task = element.closest('section[aria-labelledby]')
  return {
    name:
      element instanceof HTMLInputElement
        ? element.value
        : (element.ariaLabel ?? element.textContent ?? '').trim().slice(0, 200),
    role: element instanceof HTMLInputElement ? element.type : element.localName,
    panel: panel?.getAttribute('data-playground-panel') ?? null,
    task: task?.querySelector('h2')?.textContent ?? null,
    visible: isMarked(element) && isSeen(element),
    moved,
  }

  function isMarked(of: Element): boolean {
    const { outlineStyle, outlineWidth, backgroundColor } = getComputedStyle(of)
    const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
    // A line between panels is coloured as a whole.
    return (
      of.matches(':focus-visible') && (outlined || (of.role === 'separator' && backgroundColor !== 'rgba(0, 0, 0, 0)'))
    )
  }

  function isSeen(of: Element): boolean {
    const box = of.getClientRects()[0]
    if (!box) return false
    // A long piece of code may begin in its panel and end outside of it.
    const frame = (of.closest('[data-playground-panel]') ?? document.documentElement).getBoundingClientRect()
    const x = (Math.max(box.left, frame.left, 0) + Math.min(box.right, frame.right, window.innerWidth)) / 2
    const y = (Math.max(box.top, frame.top, 0) + Math.min(box.bottom, frame.bottom, window.innerHeight)) / 2
    const there = document.elementFromPoint(x, y)
    return there !== null && (of.contains(there) || there.contains(of))
  }
}
