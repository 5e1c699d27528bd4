'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { changedPaths } from '@/components/teach/editor/edit'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { FileMap } from '@/lib/lessons/parse/files'

interface CompareViewProps {
  readonly mine: FileMap
  readonly theirs: FileMap
  /** The files that the edit goes on with. */
  readonly onDecide: (files: FileMap) => void
  readonly onDecided: () => void
}

/** Two versions of one lesson: for each file that differs, both texts, and which one to go on with. */
export function CompareView({ mine, theirs, onDecide, onDecided }: CompareViewProps) {
  const t = useTranslations('desk.compare')
  const paths = changedPaths(mine, theirs)
  const [chosen, setChosen] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({})

  function decide(): void {
    const files: Record<string, string> = { ...theirs }
    for (const path of paths) {
      if (chosen[path] === 'theirs') continue
      const text = mine[path]
      if (text === undefined) delete files[path]
      else files[path] = text
    }
    onDecide(files)
    onDecided()
  }

  return (
    <Dialog open title={t('title')} closeLabel={t('later')} onClose={onDecided}>
      <p className="text-muted text-sm">{t('text')}</p>
      {paths.map((path) => (
        <fieldset key={path} className="mt-4 grid gap-2">
          <legend className="font-mono text-sm">{path}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side} className="grid gap-1 rounded-md border border-line p-2 has-checked:border-accent">
                <span className="flex items-center gap-2 text-sm">
                  <input
                    type="radio"
                    name={path}
                    checked={(chosen[path] ?? 'mine') === side}
                    onChange={() => setChosen({ ...chosen, [path]: side })}
                  />
                  {t(side)}
                </span>
                <textarea
                  readOnly
                  rows={8}
                  aria-label={t('textOf', { side: t(side), file: path })}
                  className="field w-full resize-y font-mono text-xs"
                  value={(side === 'mine' ? mine : theirs)[path] ?? t('absent')}
                />
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p className="mt-4 text-muted text-sm">{t('kept')}</p>
      <div className="mt-3 flex justify-end">
        <Button kind="primary" onClick={decide}>
          {t('goOn')}
        </Button>
      </div>
    </Dialog>
  )
}
