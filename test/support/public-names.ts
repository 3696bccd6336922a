/** The public names of the package with their docstrings, and the examples in them, as an editor shows them. */
import { join } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '../..')

/** The source of each entry, by the name that it is imported by. */
export const ENTRIES: Readonly<Record<string, string>> = {
  trouvaille: 'index.ts',
  'trouvaille/searcher': 'searcher.ts',
  'trouvaille/client': 'client.ts',
  'trouvaille/node': 'node.ts',
  'trouvaille/minisearch': 'minisearch/index.ts',
  'trouvaille/evaluate': 'evaluation/index.ts',
  'trouvaille/readers': 'readers/index.ts',
  'trouvaille/opensearch': 'opensearch/index.ts',
  'trouvaille/element': 'element/index.ts',
  'trouvaille/worker': 'worker/index.ts',
  'trouvaille/react': 'frameworks/react.ts',
  'trouvaille/vue': 'frameworks/vue.ts',
  'trouvaille/svelte': 'frameworks/svelte.ts',
  'trouvaille/vitepress': 'frameworks/vitepress.ts',
  'trouvaille/astro': 'frameworks/astro.ts',
  'trouvaille/starlight': 'frameworks/starlight.ts',
  'trouvaille/docusaurus': 'frameworks/docusaurus.ts',
  'trouvaille/eleventy': 'frameworks/eleventy.ts',
  'trouvaille/vite': 'plugin/vite.ts',
  'trouvaille/rollup': 'plugin/rollup.ts',
  'trouvaille/webpack': 'plugin/webpack.ts',
  'trouvaille/rspack': 'plugin/rspack.ts',
  'trouvaille/esbuild': 'plugin/esbuild.ts',
}

/** A public name, or a member of one (`SearchIndex.search`). */
export interface PublicName {
  name: string
  entry: string
  kind: 'function' | 'class' | 'value' | 'type' | 'member'
  documentation: string
  examples: readonly string[]
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  types: ['node'],
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  paths: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, [join(root, 'src', file)]])),
}

/** Files of the compiler are parsed once, for all programs of a run. */
const parsed = new Map<string, ts.SourceFile | undefined>()

function programOf(files: readonly string[], texts: ReadonlyMap<string, string>, old?: ts.Program): ts.Program {
  const host = ts.createCompilerHost(OPTIONS)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = path => texts.has(path) || fileExists(path)
  host.readFile = path => texts.get(path) ?? readFile(path)
  host.getSourceFile = (path, version, ...others) => {
    const text = texts.get(path)
    if (text !== undefined) return ts.createSourceFile(path, text, version)
    if (!parsed.has(path)) parsed.set(path, getSourceFile(path, version, ...others))
    return parsed.get(path)
  }
  return ts.createProgram(files, OPTIONS, host, old)
}

const pathOf = (entry: string) => join(root, 'src', ENTRIES[entry])

/** The entries as the compiler sees them. */
export class PublicFace {
  private readonly program: ts.Program
  private readonly checker: ts.TypeChecker

  constructor() {
    this.program = programOf(Object.keys(ENTRIES).map(pathOf), new Map())
    this.checker = this.program.getTypeChecker()
  }

  /** All public names, each once, with the entry that has it first, and the members of classes and interfaces. */
  names(): PublicName[] {
    const seen = new Set<ts.Symbol>()
    return Object.keys(ENTRIES).flatMap(entry =>
      this.exportsOf(entry).flatMap(([name, symbol]) => {
        if (seen.has(symbol) || this.isInternal(symbol)) return []
        seen.add(symbol)
        return [this.describe(name, entry, symbol), ...this.members(name, entry, symbol)]
      }),
    )
  }

  /** The names that each entry exports, with what they stand for. */
  exportsOf(entry: string): [name: string, symbol: ts.Symbol][] {
    const file = this.program.getSourceFile(pathOf(entry))
    const module = file && this.checker.getSymbolAtLocation(file)
    if (module === undefined) throw new Error(`${entry} is no module`)
    return this.checker.getExportsOfModule(module).map(exported => {
      const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0
      return [exported.name, isAlias ? this.checker.getAliasedSymbol(exported) : exported]
    })
  }

  private isInternal(symbol: ts.Symbol): boolean {
    return symbol.getJsDocTags(this.checker).some(tag => tag.name === 'internal')
  }

  private describe(name: string, entry: string, symbol: ts.Symbol): PublicName {
    const is = (flag: ts.SymbolFlags) => (symbol.flags & flag) !== 0
    const isFunction = is(ts.SymbolFlags.Function) || this.signaturesOf(symbol) > 0
    const ofValue = isFunction ? 'function' : is(ts.SymbolFlags.Value) ? 'value' : 'type'
    const kind = is(ts.SymbolFlags.Class) ? 'class' : ofValue
    return { name, entry, kind, ...this.docsOf(symbol) }
  }

  private signaturesOf(symbol: ts.Symbol): number {
    const [declaration] = symbol.declarations ?? []
    if (declaration === undefined || !(symbol.flags & ts.SymbolFlags.Variable)) return 0
    return this.checker.getTypeOfSymbolAtLocation(symbol, declaration).getCallSignatures().length
  }

  private docsOf(symbol: ts.Symbol): Pick<PublicName, 'documentation' | 'examples'> {
    const tags = symbol.getJsDocTags(this.checker)
    return {
      documentation: ts.displayPartsToString(symbol.getDocumentationComment(this.checker)).trim(),
      examples: tags.filter(tag => tag.name === 'example').map(tag => ts.displayPartsToString(tag.text)),
    }
  }

  /** The members that users see: not those that are private or internal, and not those of the platform's own types. */
  private members(name: string, entry: string, symbol: ts.Symbol): PublicName[] {
    const isShown = (member: ts.Symbol) => {
      const [declaration] = member.declarations ?? []
      if (declaration === undefined || !declaration.getSourceFile().fileName.startsWith(join(root, 'src'))) return false
      if (member.flags & (ts.SymbolFlags.TypeParameter | ts.SymbolFlags.Signature | ts.SymbolFlags.Prototype))
        return false
      const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected
      return !(ts.getCombinedModifierFlags(declaration) & hidden) && !this.isInternal(member)
    }
    const tables = [symbol.members, symbol.flags & ts.SymbolFlags.Class ? symbol.exports : undefined]
    return tables
      .flatMap(table => [...(table?.values() ?? [])])
      .filter(isShown)
      .map(member => ({ name: `${name}.${member.name}`, entry, kind: 'member' as const, ...this.docsOf(member) }))
  }

  /**
   * Compiles modules, and returns the messages of the compiler by their names.
   *
   * @param modules by name (`a.ts`), the text
   */
  compile(modules: ReadonlyMap<string, string>): Map<string, string[]> {
    const folder = join(root, 'test/types/examples')
    const texts = new Map([...modules].map(([name, text]) => [join(folder, name), text]))
    const program = programOf([...texts.keys(), ...Object.keys(ENTRIES).map(pathOf)], texts, this.program)
    const messages = new Map<string, string[]>()
    for (const name of modules.keys()) {
      const file = program.getSourceFile(join(folder, name))
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
      const said = found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
      if (said.length > 0) messages.set(name, said)
    }
    return messages
  }
}
