import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

it.each(['', '/barbershop'])('stays on the site that lies under "%s"', async (base) => {
  vi.stubEnv('NEXT_PUBLIC_BASE_PATH', base)
  const { LanguageLink } = await import('./language-link')
  const markup = renderToStaticMarkup(<LanguageLink href="/zh/cookies" language="zh-Hans" name="中文" />)
  expect(markup).toContain(`href="${base}/zh/cookies"`)
})
