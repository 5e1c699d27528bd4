'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { withBase } from '@/components/ui/base-path'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { Dialog } from '@/components/ui/dialog'
import { forget, gather, isEmpty, readKeepsake, takeBack } from '@/lib/playground/keepsake'
import { browserProgress } from '@/lib/playground/progress'

type Said = 'nothing' | 'exported' | 'imported' | 'not-ours' | 'not-kept' | 'forgotten' | 'server-away'

/** The largest file that is read, in bytes: work on every lesson is far below. */
const LARGEST = 10 * 1024 * 1024

/** Takes what a student made along as a file, brings it back, or removes all of it. */
export function YourData() {
  const t = useTranslations('keeping.data')
  const { refresh } = useRouter()
  const fileId = useId()
  const [said, setSaid] = useState<Said | null>(null)
  const [asking, setAsking] = useState(false)

  function exportAll(): void {
    const storage = ownStorage()
    const keepsake = storage && gather(storage, browserProgress.get())
    if (!keepsake || isEmpty(keepsake)) {
      setSaid('nothing')
      return
    }
    const address = URL.createObjectURL(new Blob([JSON.stringify(keepsake, null, 2)], { type: 'application/json' }))
    const link = Object.assign(document.createElement('a'), { href: address, download: 'barbershop.json' })
    link.click()
    URL.revokeObjectURL(address)
    setSaid('exported')
  }

  async function importFile(file: File | undefined): Promise<void> {
    if (!file) return
    const keepsake = file.size > LARGEST ? null : readKeepsake(await file.text())
    if (!keepsake) {
      setSaid('not-ours')
      return
    }
    browserProgress.merge(keepsake.progress)
    const storage = ownStorage()
    setSaid(storage && takeBack(storage, keepsake.work) ? 'imported' : 'not-kept')
  }

  async function forgetAll(): Promise<void> {
    setAsking(false)
    const storage = ownStorage()
    if (storage) forget(storage)
    const answer = await fetch(withBase('/api/progress'), { method: 'DELETE' }).catch(() => null)
    setSaid(answer?.ok ? 'forgotten' : 'server-away')
    refresh()
  }

  return (
    <section aria-labelledby="your-data" className="grid gap-3">
      <h2 id="your-data" className="font-semibold text-xl">
        {t('title')}
      </h2>
      <p>{t('text')}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={exportAll}>{t('export')}</Button>
        <label htmlFor={fileId} className={`${buttonStyle('plain')} cursor-pointer focus-within:outline-2`}>
          {t('import')}
          <input
            id={fileId}
            type="file"
            accept="application/json"
            className="sr-only"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              event.target.value = ''
              void importFile(file)
            }}
          />
        </label>
        <Button onClick={() => setAsking(true)}>{t('forget')}</Button>
      </div>
      <p role="status" className="min-h-6 text-sm">
        {said !== null && t(`said.${said}`)}
      </p>
      <Dialog open={asking} title={t('sure')} closeLabel={t('cancel')} onClose={() => setAsking(false)}>
        <p>{t('sureText')}</p>
        <div className="mt-4 flex justify-end gap-3">
          <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
          <Button kind="primary" onClick={() => void forgetAll()}>
            {t('forget')}
          </Button>
        </div>
      </Dialog>
    </section>
  )
}

/** `null` where the browser forbids it. */
function ownStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
