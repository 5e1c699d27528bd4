import type { AnyNode, Identifier, Pattern, Program as Script } from 'acorn'
import { childrenOf } from '@/lib/runtime/instrument/children'

/** Names that a file declares for all of its code: at its top level, and by `var` in blocks outside of functions. */
export function topLevelNames(script: Script): Set<string> {
  const names = lexicalNames(script).map(({ name }) => name)
  for (const statement of script.body) {
    if (statement.type === 'FunctionDeclaration') names.push(statement.id.name)
  }
  return new Set([...names, ...variables(script)])
}

/** What `let`, `const` and `class` declare at a file's top level. */
export function lexicalNames(script: Script): Identifier[] {
  return script.body.flatMap((statement) => {
    if (statement.type === 'ClassDeclaration') return [statement.id]
    if (statement.type !== 'VariableDeclaration' || statement.kind === 'var') return []
    return statement.declarations.flatMap(({ id }) => bound(id))
  })
}

function variables(node: AnyNode): string[] {
  const own =
    node.type === 'VariableDeclaration' && node.kind === 'var' ? node.declarations.flatMap(({ id }) => bound(id)) : []
  const inner = childrenOf(node).filter(({ type }) =>
    /Statement$|^VariableDeclaration$|^SwitchCase$|^CatchClause$/.test(type),
  )
  return [...own.map(({ name }) => name), ...inner.flatMap(variables)]
}

/** The names that a pattern binds. */
function bound(pattern: Pattern): Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern]
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) => bound(one.type === 'Property' ? one.value : one.argument))
    case 'ArrayPattern':
      return pattern.elements.flatMap((one) => (one ? bound(one) : []))
    case 'AssignmentPattern':
      return bound(pattern.left)
    case 'RestElement':
      return bound(pattern.argument)
    case 'MemberExpression':
      return []
    default:
      return pattern satisfies never
  }
}
