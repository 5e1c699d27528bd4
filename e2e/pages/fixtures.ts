import { test as base } from '../support/test'
import { LessonPage } from './lesson-page'

/** Playwright's `test` with the lesson's page in English and in Chinese, watched for errors and foreign requests. */
export const test = base.extend<{ readonly lesson: LessonPage; readonly chinese: LessonPage }>({
  lesson: ({ page }, use) => use(new LessonPage(page, 'en')),
  chinese: ({ page }, use) => use(new LessonPage(page, 'zh')),
})

export { expect } from '../support/test'
