'use client'

import { CircleHelp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Fragment, useEffect, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { SHORTCUTS } from '@/lib/playground/shortcuts'

/** The list of shortcuts, behind a button and the key `?`. */
export function ShortcutsDialog() {
  const t = useTranslations('lesson.header')
  const names = useTranslations('playground.shortcut')
  const [open, setOpen] = useState(false)
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.key !== '?' || event.defaultPrevented || isTyping(event.target)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
  return (
    <>
      <IconButton label={t('shortcuts')} onClick={() => setOpen(true)}>
        <CircleHelp aria-hidden="true" />
      </IconButton>
      <Dialog open={open} title={t('shortcuts')} closeLabel={t('close')} onClose={() => setOpen(false)}>
        <dl className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2.5 text-sm">
          {SHORTCUTS.map(({ id, keys, inTurn }) => (
            <Fragment key={id}>
              <dt>{names(id)}</dt>
              <dd className="flex items-center gap-1.5">
                {keys.map((key, index) => (
                  <Fragment key={key}>
                    {index > 0 && <span className="text-faint">{inTurn ? '→' : '+'}</span>}
                    <Kbd>{key}</Kbd>
                  </Fragment>
                ))}
              </dd>
            </Fragment>
          ))}
        </dl>
      </Dialog>
    </>
  )
}

/** Where a question mark is only a character. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}
