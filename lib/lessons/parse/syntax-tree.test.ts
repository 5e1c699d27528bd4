// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs
import { describe, expect, it } from 'vitest'
import { firstDifference, parseScript, topLevelNames } from '@/lib/lessons/parse/syntax-tree'

function difference(a: string, b: string) {
  return firstDifference(parseScript(a).tree, parseScript(b).tree)
}

describe('two programs', () => {
  it.each([
    ["f('你好') // 说", "f('hello')"],
    ['f(`第${n}次`)', 'f(`visit ${n}`)'],
    ['/a+/g.test(x)', '/a+/g.test(x)'],
    ['f(1)', 'f( 1 )\n'],
    ["({ '卡': 1 })", "({ 'card': 1 })"],
  ])('%s and %s are the same but for comments and text', (a, b) => {
    expect(difference(a, b)).toBeNull()
  })

  it.each([
    ['f(1)', 'f(2)', 1, 3],
    ['f(1)', 'g(1)', 1, 1],
    ['a\nb', 'a\nc', 2, 1],
    ['f()', 'f(1)', 1, 1],
    ["f('1')", 'f(1)', 1, 3],
    ['f(`${a}`)', 'f(`${b}`)', 1, 6],
    ['/a/g', '/a/i', 1, 1],
    ["'use strict'", "'use me'", 1, 1],
    ['a + b', 'a - b', 1, 1],
    ['a', 'a; b', 1, 1],
  ])('%s and %s differ', (a, b, line, column) => {
    expect(difference(a, b)).toEqual({ line, column })
  })
})

it('places syntax errors', () => {
  expect(parseScript('a\n  b c').error).toEqual({ message: 'Unexpected token', line: 2, column: 5 })
  expect(parseScript('('.repeat(100_000)).error).not.toBeNull()
})

it('takes CommonJS as Node does', () => {
  expect(parseScript('#!/usr/bin/env node\nreturn').error).toBeNull()
})

it('lists what a program declares at its top level', () => {
  expect(
    topLevelNames(parseScript('var a = 1, b\nlet c\nfunction d() { var e }\nclass F {}\nif (a) { var g }').tree),
  ).toEqual(['a', 'b', 'c', 'd', 'F'])
})
