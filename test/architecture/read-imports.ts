// Reads what a source file imports, with the same parser that runs the tests: no import can hide in an odd spelling.
import { parseAst } from 'vitest/node'

export interface Import {
  /** What stands between the quotes; null when it is computed, and so cannot be checked. */
  readonly from: string | null
  /** Gone at run time: `import type`, `export type`, `import('...')` in a type. */
  readonly typeOnly: boolean
}

interface Node {
  readonly type: string
  readonly [field: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const literal = (node: unknown): string | null =>
  isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : null

/** `import { type A, type B } from 'x'` still loads x under `verbatimModuleSyntax`: only the whole statement counts. */
const isErased = (node: Node): boolean => node.importKind === 'type' || node.exportKind === 'type'

function importOf(node: Node): Import | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node.source ? { from: literal(node.source), typeOnly: isErased(node) } : null
    case 'ImportExpression':
      return { from: literal(node.source), typeOnly: false }
    case 'TSImportType':
      return { from: literal(node.source), typeOnly: true }
    case 'TSExternalModuleReference':
      return { from: literal(node.expression), typeOnly: false }
    // `declare module 'x'` widens x's types.
    case 'TSModuleDeclaration':
      return literal(node.id) === null ? null : { from: literal(node.id), typeOnly: true }
    case 'CallExpression':
      return isRequire(node) ? { from: literal((node.arguments as unknown[])[0]), typeOnly: false } : null
    default:
      return null
  }
}

const isRequire = ({ callee }: Node): boolean =>
  isNode(callee) && callee.type === 'Identifier' && callee.name === 'require'

/** Every import of a TypeScript source. Throws when the source does not parse: what cannot be read is not allowed. */
export function readImports(source: string, file: string): Import[] {
  const found: Import[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (isNode(value)) {
      const one = importOf(value)
      if (one) found.push(one)
    }
    Object.values(value).forEach(visit)
  }
  visit(parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file))
  return found
}
