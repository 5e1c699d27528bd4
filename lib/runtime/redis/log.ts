import type { Recorder } from '@/lib/engine/trace/recorder'
import { decodeUtf8 } from '@/lib/runtime/redis/byte-string'
import { cliText } from '@/lib/runtime/redis/cli-format'
import type { RedisObserver } from '@/lib/runtime/redis/server'
import { readable } from '@/lib/runtime/redis/value'

/** How much of each is kept in the log, in characters and in numbers. */
const BOUNDS = { word: 2000, words: 64, reply: 4000, value: 4000, elements: 200 }

/** Writes what a Redis does into the world's log. */
export function redisLog(recorder: Recorder): RedisObserver {
  return {
    done(by, words, reply) {
      recorder.emit({
        type: 'redis-command',
        ...by,
        command: shownWords(words),
        reply: shortened(cliText(reply), BOUNDS.reply),
        failed: reply.type === 'error',
      })
    },
    changed(by, db, { key, isNew, entry }) {
      const name = shownKey(db, key)
      if (!entry) {
        recorder.emit({ type: 'redis-key-removed', ...by, key: name, cause: 'command' })
        return
      }
      const value = readable(entry.value, BOUNDS.elements)
      recorder.emit({
        type: 'redis-key-set',
        ...by,
        key: name,
        kind: entry.value.kind,
        value: value.slice(0, BOUNDS.value),
        cut: Math.max(value.length - BOUNDS.value, 0),
        expires: entry.expires,
        isNew,
      })
    },
    expired(db, key) {
      recorder.emit({
        type: 'redis-key-removed',
        process: null,
        exchange: null,
        key: shownKey(db, key),
        cause: 'expired',
      })
    },
  }
}

/** Keys of other databases than the first say whose they are. */
function shownKey(db: number, key: string): string {
  const text = shortened(decodeUtf8(key), BOUNDS.word)
  return db === 0 ? text : `[${db}] ${text}`
}

function shownWords(words: readonly string[]): string[] {
  const shown = words.slice(0, BOUNDS.words).map((word) => shortened(decodeUtf8(word), BOUNDS.word))
  return words.length > BOUNDS.words ? [...shown, `… ${words.length - BOUNDS.words} more`] : shown
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}
