import { expect, type Locator, type Page } from '@playwright/test'
import { type Language, WORDS } from './words'

/** What the browser keeps of a lesson; put there, it is what a student finds on opening the page. */
export interface KeptWork {
  readonly edits?: Readonly<Record<string, string>>
  readonly story?: readonly object[]
}

/** The lesson of the hand-rolled card in the playground, with all panels in sight. */
export class LessonPage {
  readonly words: (typeof WORDS)[Language]
  readonly newVisitor: Locator
  readonly jar: Locator
  readonly table: Locator
  readonly files: Locator
  readonly exchanges: Locator
  readonly timeline: Locator
  readonly code: Locator
  readonly console: Locator
  readonly lesson: Locator
  readonly restart: Locator
  /** What is said about the run: faults and crashes. */
  readonly notice: Locator

  constructor(
    readonly page: Page,
    readonly language: Language = 'en',
  ) {
    this.words = WORDS[language]
    const panel = (name: string) => page.getByRole('region', { name, exact: true })
    this.newVisitor = panel(this.words.visitors).getByRole('button', { name: this.words.newVisitor })
    this.jar = panel(this.words.jar)
    this.table = panel(this.words.table)
    this.files = panel(this.words.files)
    this.exchanges = panel(this.words.exchanges)
    this.timeline = panel(this.words.timeline)
    this.code = panel(this.words.code)
    this.console = panel(this.words.console)
    this.lesson = panel(this.words.lesson)
    this.restart = this.timeline.getByRole('button', { name: this.words.restart })
    this.notice = page.getByRole('main').getByRole('alert')
  }

  /** Opens the lesson, or another one, and waits until it takes actions. */
  async open(slug = 'card'): Promise<void> {
    await this.page.goto(`/${this.language}/lessons/${slug}`)
    await expect(this.newVisitor).toBeEnabled()
  }

  /** Opens the lesson as a student finds it who left it with this work. */
  async openWith({ edits = {}, story = [] }: KeptWork): Promise<void> {
    // From a page of the same origin that writes nothing itself: the lesson keeps its work when it is left.
    await this.page.goto(`/${this.language}`)
    await this.page.evaluate(
      (work) => localStorage.setItem('barbershop:work:v1:card', work),
      JSON.stringify({ edits, story, running: false }),
    )
    await this.page.goto(`/${this.language}/lessons/card`)
  }

  /** Opens the lesson with another program in the place of its own. */
  openProgram(source: string): Promise<void> {
    return this.openWith({ edits: { 'server.js': source } })
  }

  /** Monaco, or the plain editor. */
  get editor(): Locator {
    return this.code.getByRole('textbox', { name: EDITOR[this.language] })
  }

  /** Pastes another program over the one in the editor: what is typed, Monaco would indent. */
  async write(source: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), source)
    await this.editor.focus()
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.press('ControlOrMeta+V')
  }

  /** The small browser window of a visitor. */
  window(visitor: string): Locator {
    return this.page.getByRole('article', { name: visitor, exact: true })
  }

  /** What a visitor sees: the document inside of the window. */
  view(visitor: string): Locator {
    return this.window(visitor).getByTitle(this.words.page(visitor)).contentFrame().locator('body')
  }

  async reload(visitor: string): Promise<void> {
    await this.window(visitor)
      .getByRole('button', { name: this.words.reload(visitor) })
      .click()
  }

  /** Types an address into a visitor's window, and goes there. */
  async visit(visitor: string, address: string): Promise<void> {
    const field = this.window(visitor).getByRole('textbox', { name: this.words.address(visitor) })
    await field.fill(address)
    await field.press('Enter')
  }

  /** Rows of the session table, without its head. */
  get rows(): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader') })
  }

  /** The lines of the list of exchanges. */
  get exchangeRows(): Locator {
    return this.exchanges.getByRole('group', { name: EXCHANGE_LIST[this.language] }).getByRole('listitem')
  }

  /** The exchange that is opened to its bytes. */
  get openExchange(): Locator {
    return this.exchanges.getByRole('article')
  }
}

const EDITOR = { en: 'Code of server.js', zh: 'server.js 的代码' } as const
const EXCHANGE_LIST = { en: 'Exchanges', zh: '往来列表' } as const
