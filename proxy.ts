import createMiddleware from 'next-intl/middleware'
import { routing } from '@/lib/i18n/routing'

/** Leads an address without a language to the one that the browser prefers, else to English. */
export default createMiddleware(routing)

export const config = {
  // Route handlers, Next's own files and anything with a name like a file's have no language. Where the site lies under
  // a path, its root is that path without a slash, which the long pattern does not match.
  matcher: ['/', '/((?!api|_next|.*\\..*).*)'],
}
