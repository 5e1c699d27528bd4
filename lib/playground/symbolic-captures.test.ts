import { expect, test } from 'vitest'
import { CookieJar } from '@/lib/engine/cookies/jar'
import { from } from '@/lib/engine/cookies/test-contexts'
import { resolveReferences } from '@/lib/engine/story/reference'
import { logOf } from '@/lib/engine/trace/log-of'
import { symbolicCaptures } from '@/lib/playground/symbolic-captures'

/** A log in which these Set-Cookie lines arrived, and the jars after it. */
function arrived(...lines: readonly (readonly [visitor: string, line: string])[]) {
  const visitors = new Map<string, { readonly jar: CookieJar }>()
  const events = lines.flatMap(([visitor, line]) => {
    const { jar } = visitors.get(visitor) ?? { jar: new CookieJar() }
    visitors.set(visitor, { jar })
    const decisions = jar.receive(line, from('http://localhost:9090/'))
    return decisions.map((decision) => ({ type: 'cookie', visitor, exchange: 1, decision }) as const)
  })
  return { log: logOf(...events), visitors }
}

test('a value is named by the cookie that had it, also when it is gone, and means it', () => {
  const { log, visitors } = arrived(
    ['alice', 'sid=s%3Aone.x; Path=/'],
    ['bob', 'sid=s%3Aother.x; Path=/'],
    ['alice', 'sid=s%3Atwo.x; Path=/'],
    ['alice', 'sid=; Path=/; Max-Age=0'],
  )
  const captures = new Map([
    ['first', 's%3Aone.x'],
    ['second', 's%3Atwo.x'],
    ['bobs', 's%3Aother.x'],
  ])
  const symbolic = symbolicCaptures(captures, log)
  expect([...symbolic.values()]).toEqual(['{alice/sid/1}', '{alice/sid/2}', '{bob/sid/1}'])
  for (const [name, text] of symbolic) expect(resolveReferences(text, visitors)).toBe(captures.get(name))
})

test('what no cookie had, or no reference can name, stays as it is', () => {
  const { log } = arrived(['alice', 'a{b=secret'])
  const captures = new Map([
    ['id', 'one'],
    ['odd', 'secret'],
  ])
  expect(symbolicCaptures(captures, log)).toEqual(captures)
})
