import type { Locator } from '@playwright/test'
import type { LessonPage } from './lesson-page'

const NAMES = {
  en: { picture: 'Picture', words: 'In words', story: 'The story as a picture', steps: 'The steps in order' },
  zh: { picture: '时序图', words: '文字', story: '整个故事的时序图', steps: '按先后排列的步骤' },
} as const

/** The story as a sequence picture, in the panel of the exchanges. */
export class StoryPicture {
  readonly #names: (typeof NAMES)['en' | 'zh']
  readonly #lesson: LessonPage

  constructor(lesson: LessonPage) {
    this.#lesson = lesson
    this.#names = NAMES[lesson.language]
  }

  /** Shows it in place of the list. */
  async open(as: 'picture' | 'words' = 'picture'): Promise<void> {
    await this.#lesson.exchanges.getByRole('tab', { name: this.#names[as] }).first().click()
  }

  /** What scrolls. */
  get scroller(): Locator {
    return this.#lesson.exchanges.getByRole('group', { name: this.#names.story })
  }

  get #steps(): Locator {
    return this.scroller.getByRole('list', { name: this.#names.steps })
  }

  /** The heads of the lifelines, from left to right. */
  get lifelines(): Locator {
    return this.scroller.getByRole('list').first().getByRole('listitem')
  }

  /** Each step in a sentence or more, as a screen reader reads it at the arrows. */
  async sentences(): Promise<string[]> {
    const steps = await this.#steps.getByRole('listitem').all()
    return Promise.all(
      steps.map(async (step) => (await step.getByRole('button').first().getAttribute('aria-label')) ?? ''),
    )
  }

  /** The same as it is read in the list of sentences. */
  async words(): Promise<string[]> {
    return this.#steps.getByRole('listitem').allInnerTexts()
  }

  /** The step that says something. */
  step(sentence: RegExp): Locator {
    return this.#steps.getByRole('button', { name: sentence })
  }
}
