import type { Pattern, Program as Script } from 'acorn'

/** Names that a file declares at its top level. */
export function topLevelNames(script: Script): Set<string> {
  const names = new Set<string>()
  for (const statement of script.body) {
    if (statement.type === 'VariableDeclaration') {
      for (const { id } of statement.declarations) addPattern(id, names)
    } else if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration') {
      names.add(statement.id.name)
    }
  }
  return names
}

function addPattern(pattern: Pattern, names: Set<string>): void {
  switch (pattern.type) {
    case 'Identifier':
      names.add(pattern.name)
      return
    case 'ObjectPattern':
      for (const property of pattern.properties)
        addPattern(property.type === 'Property' ? property.value : property.argument, names)
      return
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) addPattern(element, names)
      return
    case 'AssignmentPattern':
      addPattern(pattern.left, names)
      return
    case 'RestElement':
      addPattern(pattern.argument, names)
      return
    case 'MemberExpression':
      return
    default:
      return pattern satisfies never
  }
}
