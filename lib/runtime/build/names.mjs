import { parse } from 'acorn'
import MagicString from 'magic-string'

/** Parents in which a function can stand without parentheses, which would have it compiled before it is called. */
const PLAIN = new Set([
  'ArrayExpression',
  'AssignmentExpression',
  'AssignmentPattern',
  'CallExpression',
  'ConditionalExpression',
  'NewExpression',
  'Property',
  'ReturnStatement',
  'VariableDeclarator',
])

/**
 * Takes esbuild's `__name(it, "name")` away wherever the function or class has that name by itself. Bundling renames
 * one in ten at most, but every name would be put back each time that a function is made: a good part of a start.
 */
export function namesThatAreLost(code) {
  const text = new MagicString(code)
  visit(parse(code, { ecmaVersion: 'latest' }), [], (node, [parent, ...further]) => {
    if (node.type === 'StaticBlock') {
      const named = node.body.length === 1 && node.body[0].expression
      if (named && isNaming(named) && named.arguments[1].value === nameOf(further[0], further[1]))
        text.remove(node.start, node.end)
    } else if (isNaming(node)) {
      const [named, { value: name }] = node.arguments
      const isOwn = named.type === 'Identifier' && named.name === name
      if (isOwn && parent.type === 'ExpressionStatement') text.overwrite(parent.start, parent.end, ';')
      else if (isOwn && parent.type === 'SequenceExpression' && parent.expressions.at(-1) !== node)
        text.remove(node.start, parent.expressions[parent.expressions.indexOf(node) + 1].start)
      else if (PLAIN.has(parent.type) && nameOf(named, parent, node) === name) {
        text.remove(node.start, named.start)
        text.remove(named.end, node.end)
      }
    }
  })
  return text.toString()
}

function isNaming({ type, callee, arguments: given }) {
  return type === 'CallExpression' && callee.name === '__name' && given.length === 2 && given[1].type === 'Literal'
}

/** The name that a function or class has by itself, or takes from where it stands (ECMA-262, NamedEvaluation). */
function nameOf(named, parent, place = named) {
  if (!/^(Function|ArrowFunction|Class)/.test(named.type)) return null
  if (named.id) return named.id.name
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.id.name
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return parent.right === place && parent.left.type === 'Identifier' ? parent.left.name : null
    case 'Property':
      return parent.computed ? null : (parent.key.name ?? String(parent.key.value))
    default:
      return null
  }
}

/** Every node below, with those around it from the nearest outwards, in the order of the text. */
function visit(node, around, look) {
  look(node, around)
  const path = [node, ...around.slice(0, 2)]
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (child?.type) visit(child, path, look)
  }
}
