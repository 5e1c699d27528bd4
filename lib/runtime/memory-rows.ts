import { earliest } from '@/lib/engine/clock'
import { ROW_BOUNDS } from '@/lib/engine/sessions/bounds'
import { isObject } from '@/lib/engine/sessions/container'
import { keys } from '@/lib/engine/sessions/intrinsics'
import { ownValue } from '@/lib/engine/sessions/own-value'
import { type ParsedRow, parseRow } from '@/lib/engine/sessions/parse-row'
import { samePreview } from '@/lib/engine/sessions/same-preview'
import type { EventOf, StoreRef } from '@/lib/engine/trace/event'
import { OwnMap, OwnSet } from '@/lib/runtime/isolation/own-collections'

/** Up to so many rows, all are looked at when one was written: a program may also put its hand into the store itself. */
const FEW = 50

interface KnownRow extends ParsedRow {
  /** As it stands in the store. */
  readonly text: string
}

type Change<T extends 'row-set' | 'row-removed'> = Omit<EventOf<T>, 'seq' | 'at' | 'action' | 'process' | 'exchange'>

/**
 * The rows of a MemoryStore: JSON texts in its `sessions` (`session/memory.js`). An expired row stays there until
 * somebody asks for it. Runs no code of the program's.
 */
export class MemoryRows {
  readonly store: StoreRef
  readonly #instance: object
  readonly #isProxy: (value: object) => boolean
  readonly #known = new OwnMap<string, KnownRow>()

  constructor(store: StoreRef, instance: object, isProxy: (value: object) => boolean) {
    this.store = store
    this.#instance = instance
    this.#isProxy = isProxy
  }

  /** What changed since the last look. `key`: the row that was written; `null`: it may have been any. */
  changes(key: string | null): (Change<'row-set'> | Change<'row-removed'>)[] {
    const texts = ownValue(this.#instance, 'sessions', this.#isProxy)
    const all = key === null || this.#known.size < FEW
    const suspects = all ? new OwnSet([...this.#known.keys(), ...this.#keys(texts)]) : [key]
    const changes: (Change<'row-set'> | Change<'row-removed'>)[] = []
    for (const suspect of suspects) {
      const change = this.#change(suspect, ownValue(texts, suspect, this.#isProxy))
      if (change) changes.push(change)
    }
    return changes
  }

  /** The next moment after `now` at which a row expires, in milliseconds since the Unix epoch; `null` when none will. */
  nextExpiry(now: number): number | null {
    const moments = [...this.#known.values()].map(({ expires }) => expires)
    return earliest(moments.filter((expires) => expires !== null && expires > now))
  }

  #change(key: string, text: unknown): Change<'row-set'> | Change<'row-removed'> | null {
    const { store } = this
    const known = this.#known.get(key)
    if (typeof text !== 'string') {
      if (!known) return null
      this.#known.delete(key)
      return { type: 'row-removed', store, key, before: known.value }
    }
    if (known?.text === text) return null
    const row = parseRow(text, ROW_BOUNDS)
    this.#known.set(key, { ...row, text })
    if (known && known.expires === row.expires && samePreview(known.value, row.value)) return null
    return { type: 'row-set', store, key, value: row.value, before: known?.value ?? null, expires: row.expires }
  }

  #keys(object: unknown): readonly string[] {
    return isObject(object) && !this.#isProxy(object) ? keys(object) : []
  }
}
