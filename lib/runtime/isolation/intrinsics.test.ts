import { createContext, runInContext } from 'node:vm'
import { expect, it } from 'vitest'
import { snapshotIntrinsics } from '@/lib/runtime/isolation/intrinsics'

/** A realm of its own with the snapshot of its built-ins; `run` is the program. */
function realm() {
  const context = createContext({})
  return {
    run: (code: string): unknown => runInContext(code, context),
    snapshot: snapshotIntrinsics(runInContext('globalThis', context)),
  }
}
it('puts back what a program changed, deleted and added', () => {
  const { run, snapshot } = realm()
  expect(snapshot.restore()).toEqual([])
  run(`const sessions = {}; sessions['__proto__'].balance = NaN; JSON.parse = () => 1; delete Array.prototype.map`)
  expect(snapshot.restore()).toEqual([])
  expect(run(`[typeof Array.prototype.map, ({}).balance, JSON.parse('3')]`)).toEqual(['function', undefined, 3])
})
