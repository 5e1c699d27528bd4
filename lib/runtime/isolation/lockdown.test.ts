import { expect, it } from 'vitest'
import { inWorker } from '@/lib/runtime/isolation/test-support'

it('x', async () => {
  console.log(
    await inWorker(
      `const left = isolation.confine(globalThis); const r = isolation.reachable(globalThis)
  const t = performance_now()
  const s = isolation.snapshotIntrinsics(globalThis)
  const t1 = performance_now()
  const times = []
  for (let i = 0; i < 8; i++) { const a = performance_now(); s.restore(); times.push((performance_now() - a).toFixed(2)) }
  return {left, top: r.filter(n => !n.includes('.') && !n.includes('[')).join(' '), n: r.length, snap: t1 - t, times, odd: r.filter(n => !/^(get |set )?(%|[A-Z]|[a-z]\\w+$|\\w+\\.(name|length)$)/.test(n))}`.replace(
        /^/,
        'const performance_now = performance.now.bind(performance);',
      ),
    ),
  )
})
