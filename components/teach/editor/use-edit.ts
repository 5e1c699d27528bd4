'use client'

import { useEffect, useState } from 'react'
import type { FileMap } from '@/lib/lessons/parse/files'
import { type Edit, withFile } from './edit'
import { keepUnsaved, unsavedOver } from './unsaved'

/** A lesson as the desk's server gives it. */
export interface ServedLesson {
  readonly slug: string
  readonly folder: string
  readonly files: FileMap
  readonly revision: string
  readonly draft: { readonly at: number; readonly base: string | null; readonly files: FileMap } | null
}

/** Where the text in the editor comes from. */
export type Origin = 'lesson' | 'draft' | 'unsaved'

interface EditHook {
  readonly edit: Edit
  readonly origin: Origin
  /** The edit began from an older lesson than there is now. */
  readonly isBehind: boolean
  /** Whether this browser keeps what is typed. */
  readonly isKept: boolean
  readonly write: (path: string, text: string | null) => void
  /** Everything anew: what was saved, what is on disk, a former version. */
  readonly start: (edit: Edit) => void
}

/** The edit of a lesson: begins with what was typed and not saved, else with the draft, else with the lesson. */
export function useEdit(lesson: ServedLesson): EditHook {
  const [{ origin, isBehind, ...begun }] = useState(() => beginning(lesson))
  const [edit, setEdit] = useState<Edit>(begun.edit)
  const [behind, setBehind] = useState(isBehind)
  const [isKept, setIsKept] = useState(true)
  // What is typed must reach the storage whatever changed it.
  useEffect(() => setIsKept(keepUnsaved(ownStorage(), lesson.slug, edit)), [lesson.slug, edit])
  return {
    edit,
    origin,
    isBehind: behind,
    isKept,
    write: (path, text) => setEdit((before) => withFile(before, path, text)),
    start: (next) => {
      setBehind(false)
      setEdit(next)
    },
  }
}

function beginning(lesson: ServedLesson): { edit: Edit; origin: Origin; isBehind: boolean } {
  const { revision, files, draft } = lesson
  const unsaved = unsavedOver(ownStorage(), lesson.slug, { revision, files })
  const edit = { base: revision, original: files, files }
  if (unsaved) return { edit: { ...edit, files: unsaved.files }, origin: 'unsaved', isBehind: unsaved.isBehind }
  if (draft) return { edit: { ...edit, files: draft.files }, origin: 'draft', isBehind: draft.base !== revision }
  return { edit, origin: 'lesson', isBehind: false }
}

/** `null` on the server, and where the browser forbids it. */
function ownStorage(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : window.localStorage
  } catch {
    return null
  }
}
