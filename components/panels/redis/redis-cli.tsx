'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type SubmitEvent, useState } from 'react'
import { usePlayground, usePlaygroundActions, useProjection } from '@/components/shared/context'
import { ScrollArea } from '@/components/shared/scroll-area'
import { jarProjection } from '@/lib/engine/trace/jar-at'
import type { RedisCommands } from '@/lib/engine/trace/redis-at'
import { redisLine, redisWords } from '@/lib/playground/redis-line'
import { accepts } from '@/lib/playground/run-status'
import { symbolicText } from '@/lib/playground/symbolic-text'
import { CommandLine } from './command-line'

/** A line for a command, and the answer to the last one. The arrows go through what was typed, as in a terminal. */
export function RedisCli({ typed, up }: { typed: RedisCommands; up: boolean }) {
  const t = useTranslations('redis.cli')
  const { redis } = usePlaygroundActions()
  const jars = useProjection(jarProjection)
  const ready = usePlayground((state) => accepts(state.run)) && up
  const [line, setLine] = useState('')
  const [back, setBack] = useState(0)
  const [open, setOpen] = useState(false)
  const last = typed.list.at(-1)

  function run(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    const words = redisWords(line)
    setOpen(words === null)
    if (words === null || words.length === 0) return
    redis(words.map((word) => symbolicText(word, jars)))
    recall(0)
  }

  /** `0`: an empty line; `1`: what was typed last. */
  function recall(steps: number): void {
    const command = steps === 0 ? undefined : typed.list.at(-steps)
    if (steps > 0 && !command) return
    setBack(steps)
    setLine(command ? redisLine(command.command) : '')
  }

  function browse(event: KeyboardEvent): void {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    recall(event.key === 'ArrowUp' ? back + 1 : Math.max(back - 1, 0))
  }

  return (
    <div className="shrink-0 border-t border-line">
      <div role="log" aria-label={t('history')}>
        {last && (
          <ScrollArea label={t('reply')} className="redis-reply bg-sunk">
            <ol>
              <CommandLine key={last.seq} command={last} />
            </ol>
          </ScrollArea>
        )}
      </div>
      <form onSubmit={run} className="flex items-center gap-2 px-3 py-1">
        <span aria-hidden="true" className="font-mono text-xs text-faint select-none">
          127.0.0.1:6379&gt;
        </span>
        <input
          className="field flex-1 font-mono text-xs"
          aria-label={t('label')}
          aria-invalid={open}
          title={open ? t('open') : undefined}
          placeholder={t('placeholder')}
          value={line}
          disabled={!ready}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          enterKeyHint="send"
          onChange={(event) => setLine(event.target.value)}
          onKeyDown={browse}
        />
        <button type="submit" className="tool tool-outlined" disabled={!ready}>
          {t('run')}
        </button>
      </form>
      <p role="status" className={open ? 'px-3 pb-1 text-xs text-bad' : undefined}>
        {open && t('open')}
      </p>
    </div>
  )
}
