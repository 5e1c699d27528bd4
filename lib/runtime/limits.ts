import type { Limits } from '@/lib/engine/story/program'

/**
 * What one action may cost before the program is stopped. Far above what a lesson's program needs, far below
 * what makes a page stutter: two million steps take well under a second, and what they can put into
 * a Map stays below half a gigabyte.
 */
export const DEFAULT_LIMITS: Limits = {
  steps: 2_000_000,
  callbacks: 100_000,
  responseBytes: 8 * 1024 * 1024,
  allocatedBytes: 256 * 1024 * 1024,
  consoleLines: 1000,
  diskChanges: 2000,
}
