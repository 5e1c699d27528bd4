import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '@/lib/engine/story/program'

/** The course's listing, as lesson 3 starts with it. */
export const CARD: Program = {
  files: { 'server.js': readFileSync(join(import.meta.dirname, '../../lessons/03-card/start/server.js'), 'utf8') },
  entry: 'server.js',
}

/** 2026-11-24T00:00:00Z. */
export const EPOCH = Date.UTC(2026, 10, 24)

/** The port that the listing listens on. */
export const CARD_PORT = 9090
