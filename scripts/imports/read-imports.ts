import { type Node, parseSync, Visitor } from 'oxc-parser'

/** One module that a source file names. */
export interface Import {
  readonly specifier: string
  /** The compiler removes it: `import type`, `export type`, `import('…').T`. */
  readonly typeOnly: boolean
  /** Loaded when the program comes to it, not with the file: `import('…')`. */
  readonly later: boolean
  /** From 1. */
  readonly line: number
}

/**
 * Every module that a file imports, re-exports, or names in a type, in any of the ways TypeScript has.
 * Dynamic imports count when their specifier is a literal.
 */
export function readImports(file: string, source: string): readonly Import[] {
  const found: Import[] = []
  const add = (node: Node, specifier: string, typeOnly: boolean, later = false): void => {
    found.push({ specifier, typeOnly, later, line: source.slice(0, node.start).split('\n').length })
  }
  const visitor = new Visitor({
    ImportDeclaration(node) {
      const names = node.specifiers
      const onlyTypes = names.length > 0 && names.every((n) => n.type === 'ImportSpecifier' && n.importKind === 'type')
      add(node, node.source.value, node.importKind === 'type' || onlyTypes)
    },
    ExportAllDeclaration(node) {
      add(node, node.source.value, node.exportKind === 'type')
    },
    ExportNamedDeclaration(node) {
      if (!node.source) return
      const onlyTypes = node.specifiers.length > 0 && node.specifiers.every((n) => n.exportKind === 'type')
      add(node, node.source.value, node.exportKind === 'type' || onlyTypes)
    },
    ImportExpression(node) {
      if (node.source.type === 'Literal' && typeof node.source.value === 'string')
        add(node, node.source.value, false, true)
    },
    TSImportType(node) {
      add(node, node.source.value, true)
    },
    TSExternalModuleReference(node) {
      add(node, node.expression.value, false)
    },
  })
  const { program, errors } = parseSync(file, source)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  visitor.visit(program)
  return found
}
