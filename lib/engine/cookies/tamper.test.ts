import { describe, expect, test } from 'vitest'
import { tamper } from '@/lib/engine/cookies/tamper'
import type { Tampering } from '@/lib/engine/story/action'

describe('tamper', () => {
  test.each<[string, Tampering, string]>([
    ['s%3Aid-1.c2ln', 'signature', 's%3Aid-1.c2lA'],
    ['s%3Aid-1.c2lA', 'signature', 's%3Aid-1.c2lB'],
    ['s:id.c2l9', 'signature', 's:id.c2l8'],
    ['s%3Aid.c2ln%2F', 'signature', 's%3Aid.c2lnA'],
    ['s%3Aid-1.c2ln', 'unsign', 'id-1'],
    ['s:a.b.c2ln', 'unsign', 'a.b'],
    ['s%3aa%2Eb.sig', 'unsign', 'a%2Eb'],
    ['s%3Aid-1.c2ln', 'value', 's%3AAd-1.c2ln'],
    ['s:100.c2ln', 'value', 's:900.c2ln'],
    ['s:900.c2ln', 'value', 's:800.c2ln'],
    ['s%3A%E5%BC%A0%E4%B8%89.sig', 'value', 's%3AA%E4%B8%89.sig'],
    ['s:.sig', 'value', 's:A.sig'],
  ])('%s, %s: %s', (value, how, changed) => {
    expect(tamper(value, how)?.value).toBe(changed)
  })

  test.each(['', 'plain', '17.5', 's:', 's:no-dot', 's:no-signature.', 'x:a.b', 'S3:a.b'])(
    '%s is not signed',
    (value) => {
      expect(tamper(value, 'signature')).toBeNull()
      expect(tamper(value, 'unsign')).toBeNull()
      expect(tamper(value, 'value')).toBeNull()
    },
  )
})
