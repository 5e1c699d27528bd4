import type {
  AnyNode,
  ArrowFunctionExpression,
  BlockStatement,
  Function as FunctionNode,
  Node,
  Program as Script,
  Statement,
} from 'acorn'
import MagicString from 'magic-string'
import { allocationSize } from '@/lib/runtime/instrument/allocations'
import { childrenOf } from '@/lib/runtime/instrument/children'
import { parseFile, type SyntaxMistake } from '@/lib/runtime/instrument/parse'
import { topLevelNames } from '@/lib/runtime/instrument/top-level-names'

export interface Instrumented {
  /** The file with calls of hooks in it; every line is where it was. */
  readonly code: string
  /** The name under which the code expects its `Hooks`. */
  readonly hooks: string
  /** Whether running it may make promises that nobody calls `then` of: by its own words, or by words that make code. */
  readonly mayMakePromises: boolean
}

/** Words without which a file has no promises, but for those of packages, whose `then` is seen when it is called. */
const PROMISES = /async|await|romise|\bimport\b|\bonce\b|\bsubtle\b|\beval\b|\bFunction\b/

export type Instrument = (
  source: string,
  file: string,
  watch: readonly string[],
) => Instrumented | { readonly mistake: SyntaxMistake }

/** `instrument` for the processes of one world: files that are as they were are not parsed again. */
export function instrumentOnce(): Instrument {
  const known = new Map<string, { source: string; made: ReturnType<Instrument> }>()
  return (source, file, watch) => {
    const last = known.get(file)
    if (last?.source === source) return last.made
    const made = instrument(source, file, watch)
    known.set(file, { source, made })
    return made
  }
}

/**
 * Puts calls into a student's file that tell which lines run, count loops and calls, and keep track of whose turn it
 * is over `await`. No newline is added, so lines in errors stay right; meaning stays the same but for the calls.
 * `watch`: top-level variables to tell about.
 */
export const instrument: Instrument = (source, file, watch) => {
  const parsed = parseFile(source, file)
  if ('mistake' in parsed) return parsed
  const hooks = unusedName(source, '__b')
  const writer = new Writer(source, hooks, unusedName(source, '__c'))
  writer.program(parsed.script, watch)
  return { code: writer.text, hooks, mayMakePromises: PROMISES.test(source) }
}

function unusedName(source: string, wanted: string): string {
  let name = wanted
  for (let n = 0; source.includes(name); n++) name = `${wanted}${n}`
  return name
}

class Writer {
  readonly #out: MagicString
  readonly #source: string
  readonly #b: string
  readonly #c: string

  constructor(source: string, hooks: string, context: string) {
    this.#source = source
    this.#out = new MagicString(source)
    this.#b = hooks
    this.#c = context
  }

  get text(): string {
    return this.#out.toString()
  }

  program(script: Script, watch: readonly string[]): void {
    if (this.#source.startsWith('#!')) this.#out.update(0, 2, '//')
    const declared = topLevelNames(script)
    const told = watch.filter((name) => declared.has(name))
    const statements = script.body.filter((node): node is Statement => !/^(Import|Export)/.test(node.type))
    const first = statements.find((statement) => !isDirective(statement))
    if (first) for (const name of told) this.#open(first.start, `${this.#b}.w(${JSON.stringify(name)},()=>${name});`)
    this.#statements(statements)
    for (const statement of statements) this.#visit(statement, false)
  }

  /** Marks each statement of a list with its line. */
  #statements(statements: readonly Statement[]): void {
    for (const statement of statements) {
      if (isDirective(statement) || statement.type === 'FunctionDeclaration' || statement.type === 'EmptyStatement')
        continue
      this.#open(statement.start, this.#line(statement))
    }
  }

  #visit(node: AnyNode, inAsync: boolean): void {
    switch (node.type) {
      case 'BlockStatement':
      case 'StaticBlock':
        this.#statements(node.body)
        break
      case 'SwitchCase':
        this.#statements(node.consequent)
        break
      case 'IfStatement':
        this.#body(node.consequent)
        if (node.alternate) this.#body(node.alternate)
        break
      case 'WithStatement':
        this.#body(node.body)
        break
      case 'ForStatement':
      case 'ForInStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        this.#body(node.body, this.#step(node))
        break
      case 'ForOfStatement':
        // Its end waits too, for the last result or for the iterator's return.
        if (node.await) this.#close(node.end, this.#restore())
        this.#body(node.body, this.#step(node) + (node.await ? this.#restore() : ''))
        break
      case 'TryStatement':
        if (inAsync && node.handler) this.#within(node.handler.body, this.#restore())
        if (inAsync && node.finalizer) this.#within(node.finalizer, this.#restore())
        break
      case 'AwaitExpression':
        this.#wrap(node, `${this.#b}.r(${this.#c},`, ')')
        break
      case 'YieldExpression':
        if (node.delegate && inAsync) this.#wrap(node, `${this.#b}.r(${this.#c},`, ')')
        break
      case 'ImportExpression':
        this.#out.update(node.start, node.start + 'import'.length, `${this.#b}.i`)
        break
      case 'FunctionDeclaration':
      case 'FunctionExpression':
        this.#function(node)
        break
      case 'ArrowFunctionExpression':
        if (node.expression) this.#expressionArrow(node)
        else this.#function(node)
        break
      case 'NewExpression':
      case 'CallExpression': {
        const size = allocationSize(node)
        const [length] = node.arguments
        if (size !== null && length) this.#wrap(length, `${this.#b}.n((`, `),${size})`)
        break
      }
      case 'ArrayExpression':
        for (const element of node.elements) {
          if (element?.type === 'SpreadElement') this.#wrap(element.argument, `${this.#b}.a((`, '))')
        }
        break
      default:
        break
    }
    const within = isFunction(node) ? node.async : inAsync
    for (const child of childrenOf(node)) this.#visit(child, within)
  }

  #function(node: FunctionNode): void {
    if (node.body.type !== 'BlockStatement') return
    this.#within(node.body, this.#entry(node))
  }

  /** `x => E` becomes `x => (count, mark, E)`; an async one gets a body, to remember its context in. */
  #expressionArrow(node: ArrowFunctionExpression): void {
    const arrow = this.#arrowEnd(node)
    if (node.async) {
      this.#open(arrow, `{${this.#entry(node)}${this.#line(node.body)}return (`)
      this.#close(node.end, ')}')
    } else {
      const step = this.#step(node).slice(0, -1)
      const line = this.#line(node.body).slice(0, -1)
      this.#open(arrow, `(${step},${line},`)
      this.#close(node.end, ')')
    }
  }

  /** Where an arrow function's `=>` ends: the last one before its body, which only parentheses and comments separate. */
  #arrowEnd(node: ArrowFunctionExpression): number {
    const last = node.params.at(-1)
    const from = last ? last.end : node.start
    const between = this.#source
      .slice(from, node.body.start)
      .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) => ' '.repeat(comment.length))
    return from + between.indexOf('=>') + 2
  }

  #entry(node: FunctionNode): string {
    return this.#step(node) + (node.async ? `const ${this.#c}=${this.#b}.c();` : '')
  }

  /** A body that may be a single statement gets braces, its line, and what stands before it. */
  #body(body: Statement, before = ''): void {
    if (body.type === 'BlockStatement') {
      if (before) this.#within(body, before)
      return
    }
    const mark = body.type === 'EmptyStatement' ? '' : this.#line(body)
    this.#wrap(body, `{${before}${mark}`, '}')
  }

  /** Right after a block's opening brace and its directives. */
  #within(block: BlockStatement, text: string): void {
    const last = block.body.filter(isDirective).at(-1)
    if (last) this.#close(last.end, `;${text}`)
    else this.#open(block.start + 1, text)
  }

  #wrap(node: Node, before: string, after: string): void {
    this.#open(node.start, before)
    this.#close(node.end, after)
  }

  /** Nodes are visited from the outside in: of several openings at one place, the outer comes first … */
  #open(at: number, text: string): void {
    this.#out.appendRight(at, text)
  }

  /** … and of several closings, last. */
  #close(at: number, text: string): void {
    this.#out.prependLeft(at, text)
  }

  #line(node: Node): string {
    return `${this.#b}.l(${lineOf(node)});`
  }

  #step(node: Node): string {
    return `${this.#b}.s(${lineOf(node)});`
  }

  #restore(): string {
    return `${this.#b}.r(${this.#c});`
  }
}

function lineOf(node: Node): number {
  return node.loc?.start.line ?? 1
}

function isDirective(node: Node): boolean {
  return node.type === 'ExpressionStatement' && 'directive' in node && typeof node.directive === 'string'
}

function isFunction(node: AnyNode): node is FunctionNode & AnyNode {
  return (
    node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  )
}
