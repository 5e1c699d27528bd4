import type { Page } from '@playwright/test'
import type { Story } from '@/lib/engine/story/action'
import { CARD, REDIS, type Subject } from './subjects'

/** A lesson as a student has it open. */
export interface Studied {
  readonly name: string
  /** The lesson's slug, which its page and the kept work go by. */
  readonly slug: string
  /** What visitors ask for. */
  readonly path: string
  /** What a student does before the visits. */
  readonly before: Story
  /** The server's source, ending in a number, `1`, that what a visit does depends on. */
  readonly editable: string
  /** The panel to look at, by its Chinese title, and what each visitor's row in it says after six visits, with 1 and 11. */
  readonly panel: string
  readonly shown: { readonly before: string; readonly after: string }
}

export const STUDIED: readonly Studied[] = [
  {
    name: CARD.name,
    slug: 'card',
    path: CARD.path,
    before: [],
    editable: edited(CARD, 'balance -10', 'balance -amount'),
    panel: '会话表',
    shown: { before: '{balance: 95}', after: '{balance: 45}' },
  },
  {
    name: REDIS.name,
    slug: 'redis-store',
    path: REDIS.path,
    before: [{ type: 'add-server' }],
    editable: edited(REDIS, 'visit = visit + 1', 'visit = visit + amount'),
    panel: 'Redis',
    shown: { before: '"visit":6}', after: '"visit":56}' },
  },
]

/** Opens a lesson as it was left: with this story, and these files edited. */
export async function openLesson(page: Page, origin: string, { slug }: Studied, work: Work): Promise<void> {
  await page.addInitScript(
    ([key, kept]) => {
      // Not in the frames of visitors, which are made anew all the time.
      if (window === top) localStorage.setItem(key, kept)
    },
    [`barbershop:work:v1:${slug}`, JSON.stringify({ ...work, running: false })] as const,
  )
  await page.goto(`${origin}/zh/lessons/${slug}`)
}

export interface Work {
  readonly edits: Readonly<Record<string, string>>
  readonly story: Story
}

function edited({ program }: Subject, from: string, to: string): string {
  const source = program.files['server.js'] ?? ''
  if (!source.includes(from)) throw new Error(`the listing has no ${from}`)
  return `${source.replace(from, to)}\nvar amount = 1`
}
