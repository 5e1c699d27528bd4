'use client'

import { useState } from 'react'
import { askDesk, type DeskError, lessonAddress } from '@/components/teach/desk-api'
import type { Diagnostic } from '@/lib/lessons/diagnostic'
import type { FileMap } from '@/lib/lessons/parse/files'
import type { Saved } from '@/lib/server/desk/desk'
import type { Edit } from './edit'

/** What came of the last save. */
export type SaveOutcome =
  | { readonly type: 'published' }
  | { readonly type: 'draft'; readonly mistakes: number; readonly wanted: 'draft' | 'publish' }
  | { readonly type: 'check-failed' }
  | { readonly type: 'error'; readonly error: DeskError }

export interface Saving {
  readonly busy: boolean
  readonly outcome: SaveOutcome | null
  /** What the lesson has become meanwhile, when it is not what the edit began from. */
  readonly theirs: { readonly files: FileMap; readonly revision: string } | null
  readonly isSignedOut: boolean
  readonly publish: () => void
  readonly keepDraft: () => void
  /** After signing in again. */
  readonly retry: () => void
  /** What was asked is answered, or left. */
  readonly settle: () => void
}

type Answer = Exclude<Saved, { outcome: 'refused' }>

/**
 * Saves an edit: to students when its whole check holds, else as a draft. Nothing of it is lost whatever the server says.
 * @param check runs the whole lesson; `null` when the check itself failed
 */
export function useSaving(
  slug: string,
  edit: Edit,
  start: (edit: Edit) => void,
  check: () => Promise<readonly Diagnostic[] | null>,
): Saving {
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null)
  const [theirs, setTheirs] = useState<Saving['theirs']>(null)
  const [wanted, setWanted] = useState<'draft' | 'publish'>('publish')

  async function save(wish: 'draft' | 'publish'): Promise<void> {
    setWanted(wish)
    setBusy(true)
    const found = wish === 'publish' ? await check() : []
    if (found === null) setOutcome({ type: 'check-failed' })
    else await send(wish, found)
    setBusy(false)
  }

  async function send(wish: 'draft' | 'publish', found: readonly Diagnostic[]): Promise<void> {
    const publish = wish === 'publish' && found.length === 0
    const body = { base: edit.base, files: edit.files, publish }
    const answer = await askDesk<Answer>(lessonAddress(slug), 'PUT', body)
    if (!answer.ok) {
      setOutcome({ type: 'error', error: answer })
      return
    }
    const saved = answer.value
    switch (saved.outcome) {
      case 'published':
        setOutcome({ type: 'published' })
        start({ base: saved.revision, original: edit.files, files: edit.files })
        return
      case 'draft':
        setOutcome({ type: 'draft', mistakes: Math.max(found.length, saved.diagnostics.length), wanted: wish })
        return
      case 'conflict':
        setOutcome(null)
        setTheirs(saved.theirs)
        return
      default:
        saved satisfies never
    }
  }

  return {
    busy,
    outcome,
    theirs,
    isSignedOut: outcome?.type === 'error' && outcome.error.error === 'signed-out',
    publish: () => void save('publish'),
    keepDraft: () => void save('draft'),
    retry: () => void save(wanted),
    settle() {
      setOutcome(null)
      setTheirs(null)
    },
  }
}
