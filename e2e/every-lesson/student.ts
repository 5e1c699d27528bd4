import { expect, type Locator, type Page } from '@playwright/test'
import { referenceParts } from '@/lib/engine/story/reference'
import { homePath, lessonPath } from '@/lib/i18n/routing'
import type { Lesson, Task } from '@/lib/lessons/model'
import { Keyboard } from './keyboard'
import { type LessonWords, lessonWords } from './lesson-words'
import { itemsOf, type TextItem } from './text-items'

/** A check runs the program, and perhaps typical mistakes to compare it with, each in a worker. */
const CHECKED = { timeout: 30_000 }
/** A step is done in the world that runs all the time. */
const DONE = { timeout: 30_000 }

/** Somebody who takes a lesson from start to done with nothing but the keyboard. */
export class Student {
  readonly #keyboard: Keyboard
  readonly #words: LessonWords
  readonly #text: Locator
  readonly #items: readonly TextItem[]

  constructor(
    readonly page: Page,
    readonly lesson: Lesson,
  ) {
    this.#keyboard = new Keyboard(page)
    this.#words = lessonWords(lesson.locale)
    this.#text = page.locator('[data-playground-panel="lesson"]')
    this.#items = itemsOf(lesson)
  }

  /** Finds the lesson on the course's page. */
  async open(): Promise<void> {
    const { locale, slug, title } = this.lesson
    await this.page.goto(homePath(locale))
    await this.#keyboard.walk('Tab', title, ({ role, name }) => role === 'a' && name === title)
    await this.#keyboard.press('Enter')
    await expect(this.page).toHaveURL(lessonPath(locale, slug), DONE)
    await expect(this.#statuses).toHaveCount(this.#items.filter(({ type }) => type !== 'task').length)
    // Nobody hears of the key until the page has its scripts: one presses it again.
    await expect(async () => {
      await this.#keyboard.press('F6')
      expect(await this.#keyboard.focus()).toMatchObject({ role: 'section', panel: 'lesson', visible: true })
    }).toPass(DONE)
  }

  /** Does what the text speaks of, answers its questions, and has each task checked before it is solved. */
  async goThrough(): Promise<void> {
    let place = 0
    let begun = false
    for (const item of this.#items) {
      switch (item.type) {
        case 'step':
          begun ||= item.together.length > 0
          await this.#takeStep(item, place++, begun)
          break
        case 'predict':
          await this.#predict(item.answer, place++)
          break
        case 'task':
          await this.#tryTask(item.task, item.hints)
          break
        default:
          item satisfies never
      }
    }
    const below = await this.page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
    expect(below, 'pixels of the page below the window').toBe(0)
  }

  /** Solves the tasks, the last one first: that is the nearest at the end of the text. */
  async solve(): Promise<void> {
    const { t } = this.#words
    // At the end of a text that ends with a task, its solution comes next; everywhere else it lies behind.
    const last = this.#items.at(-1)
    for (const task of this.#tasks.toReversed()) {
      if (last?.type === 'task' && last.task === task) await this.#forwardTo(task, t('solution.show'))
      else await this.#backTo(task, t('solution.show'))
      await this.#keyboard.enter()
      await expect(this.#task(task).getByRole('button', { name: t('solution.use') })).toBeVisible(DONE)
      await this.#forwardTo(task, t('solution.use'))
      await this.#keyboard.enter()
      await this.#backTo(task, t('task.check'))
      await this.#keyboard.enter()
      await expect(this.#task(task)).toContainText(t('task.passed'), CHECKED)
    }
  }

  /** The lesson is done, which its head and the course's page say. */
  async arrive(): Promise<void> {
    const { t, site, homeProgress } = this.#words
    const { locale, title } = this.lesson
    const total = this.#tasks.length
    const name = t('header.progress')
    const head = this.page.getByRole('banner').getByRole('progressbar', { name })
    await expect(head).toHaveAttribute('aria-valuetext', t('header.tasksDone', { done: total, total }))

    await this.#keyboard.walk('F6', 'the code', ({ panel }) => panel === 'code')
    await this.#keyboard.walk('Shift+F6', 'the text', ({ role, panel }) => role === 'section' && panel === 'lesson')
    await this.#keyboard.walk('Shift+Tab', site, (focus) => focus.role === 'a' && focus.name === site)
    await this.#keyboard.press('Enter')
    await expect(this.page).toHaveURL(homePath(locale), DONE)
    const entry = this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('link', { name: title, exact: true }) })
    await expect(entry.getByRole('progressbar')).toHaveAttribute('aria-valuetext', homeProgress(total, total))
  }

  async #takeStep(
    { step, together }: Extract<TextItem, { type: 'step' }>,
    place: number,
    begun: boolean,
  ): Promise<void> {
    if (together.length > 0) {
      await this.#forwardTo(null, this.#words.button(together))
      await this.#keyboard.enter()
    }
    // Rows say what follows from what was done before them.
    if (begun) await expect(this.#statuses.nth(place)).toContainText(this.#words.held(step), DONE)
  }

  async #predict(answer: string, place: number): Promise<void> {
    const { t } = this.#words
    await this.#keyboard.walk('Tab', 'a question', ({ role, task }) => role === 'radio' && task === null)
    if ((await this.#keyboard.focus()).name === answer) await this.#keyboard.press('Space')
    else await this.#keyboard.walk('ArrowDown', `the answer ${answer}`, ({ name }) => name === answer)
    await this.#forwardTo(null, t('predict.check'))
    await this.#keyboard.enter()
    await expect(this.#statuses.nth(place)).toContainText(t('predict.right'))
  }

  async #tryTask(task: Task, hints: number): Promise<void> {
    const { t } = this.#words
    await this.#forwardTo(task, t('task.check'))
    await this.#keyboard.enter()
    await expect(this.#task(task)).toContainText(t('task.failed'), CHECKED)
    for (let step = 1; step <= hints; step++) {
      if (step === 1) await this.#forwardTo(task, t('hint.next'))
      await this.#keyboard.enter()
      await expect(this.#task(task)).toContainText(t('hint.label', { step, total: hints }))
    }
  }

  #forwardTo(task: Task | null, button: string): Promise<void> {
    return this.#keyboard.walk('Tab', button, (focus) => this.#is(focus, task, button))
  }

  #backTo(task: Task, button: string): Promise<void> {
    return this.#keyboard.walk('Shift+Tab', button, (focus) => this.#is(focus, task, button))
  }

  #is(
    { role, name, panel, task: at }: { role: string; name: string; panel: string | null; task: string | null },
    task: Task | null,
    button: string,
  ): boolean {
    return panel === 'lesson' && role === 'button' && isCalled(name, button) && at === (task?.title ?? null)
  }

  get #tasks(): readonly Task[] {
    return this.#items.flatMap((item) => (item.type === 'task' ? [item.task] : []))
  }

  #task({ title }: Task): Locator {
    return this.#text.getByRole('region', { name: title, exact: true })
  }

  /** What is said of each step and question of the text itself, in order. */
  get #statuses(): Locator {
    return this.#text.locator('[role="status"]:not(section[aria-labelledby] *)')
  }
}

/** A button shows the session that its action refers to by the session's own name, which is another each time. */
function isCalled(name: string, button: string): boolean {
  const parts = referenceParts(button)
  const words = parts.filter(({ type }) => type === 'text')
  return words.length === parts.length ? name === button : words.every(({ text }) => name.includes(text))
}
