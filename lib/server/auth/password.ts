import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether two passwords are the same, in a time that tells nothing about where they differ or how long they are. */
export function isSamePassword(given: string, right: string): boolean {
  return timingSafeEqual(digest(given), digest(right))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
