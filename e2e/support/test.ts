import { test as base, expect } from '@playwright/test'

/** What no page of ours may do, watched during every test: complain in the console, or ask another origin. */
interface Watched {
  /** Problems seen so far, one line each. A test that provokes one on purpose takes it out. */
  readonly problems: string[]
}

/** Playwright's `test` for pages of ours. It fails besides when the console shows an error or a request leaves the origin. */
export const test = base.extend<Watched>({
  problems: [
    async ({ context, baseURL }, use) => {
      const origin = new URL(baseURL ?? 'http://localhost').origin
      const problems: string[] = []
      context.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`)
      })
      context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`))
      context.on('request', (request) => {
        const url = new URL(request.url())
        const local = url.protocol === 'blob:' || url.protocol === 'data:' || url.protocol === 'about:'
        if (!local && url.origin !== origin) problems.push(`request to ${url.href}`)
      })
      await use(problems)
      expect(problems).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
