import type { VisitorId } from '@/lib/engine/story/action'
import type { Log } from '@/lib/engine/trace/log'
import { serversAt } from '@/lib/engine/trace/servers-at'
import { visitorsAt } from '@/lib/engine/trace/visitors-at'

/**
 * The address of the page in a visitor's window for another window to open: a path where the program's first port is
 * meant, so that it still means the same should the program listen elsewhere.
 */
export function pageAddress(log: Log, visitor: VisitorId): string {
  const page = visitorsAt(log, log.length).get(visitor)?.page
  if (!page || !URL.canParse(page.url)) return '/'
  const { origin, pathname, search, hash, href } = new URL(page.url)
  const port = serversAt(log, log.length)
    .values()
    .find(({ exit, ports }) => exit === null && ports.length > 0)?.ports[0]
  return port !== undefined && origin === `http://localhost:${port}` ? `${pathname}${search}${hash}` : href
}
