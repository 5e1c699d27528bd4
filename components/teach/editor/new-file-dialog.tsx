'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { Dialog } from '@/components/ui/dialog'

interface NewFileDialogProps {
  readonly open: boolean
  readonly taken: readonly string[]
  readonly onClose: () => void
  readonly onAdd: (path: string) => void
}

/** Where a program's file may stand. The server looks at it again. */
const PLACE = /^(start(\.en)?|(solutions|wrong)(\.en)?\/[A-Za-z0-9_][\w.-]*)(\/[A-Za-z0-9_][\w.-]*)+$/

/** Asks for the path of a new file. */
export function NewFileDialog({ open, taken, onClose, onAdd }: NewFileDialogProps) {
  const t = useTranslations('desk.newFile')
  const [path, setPath] = useState('')
  const id = useId()
  const problem = taken.includes(path) ? 'taken' : path !== '' && !PLACE.test(path) ? 'bad' : null

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (problem !== null || path === '') return
    onAdd(path)
    setPath('')
  }

  return (
    <Dialog open={open} title={t('title')} closeLabel={t('cancel')} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-3">
        <label htmlFor={id} className="text-sm">
          {t('path')}
        </label>
        <input
          id={id}
          className="field font-mono"
          placeholder="wrong/my-mistake/server.js"
          value={path}
          onChange={(event) => setPath(event.target.value)}
          aria-describedby={`${id}-problem`}
        />
        <p id={`${id}-problem`} role="alert" className="text-bad text-sm empty:hidden">
          {problem && t(problem)}
        </p>
        <button type="submit" className={`${buttonStyle('primary')} justify-self-end`}>
          {t('add')}
        </button>
      </form>
    </Dialog>
  )
}
