/** The declarations of the library as a project sees them that installed it, and the messages that the compiler has for its code. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { builtOnce } from './built-once.ts'

const root = join(import.meta.dirname, '../..')
const main = join(root, 'test/types/consumer.ts')

/** `file (line): message`, with all that the compiler says below it, and its questions (“Did you forget to use 'await'?”). */
const messageOf = ({ file, start = 0, messageText, relatedInformation = [] }: ts.Diagnostic) => {
  const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line
  const name = file?.fileName === main ? 'consumer.ts' : file?.fileName
  const questions = relatedInformation
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
    .filter(text => text.endsWith('?'))
  return [`${name} (${line}): ${ts.flattenDiagnosticMessageText(messageText, '\n')}`, ...questions].join('\n')
}

/** The declarations of the library, by the path of the source file that they are of; emitted by the first test of the run that needs them. */
export async function emitDeclarations(): Promise<Map<string, string>> {
  const folder = await builtOnce('declarations', async folder => {
    await mkdir(folder)
    await writeFile(join(folder, 'all.json'), JSON.stringify([...emit()]))
  })
  return new Map(JSON.parse(await readFile(join(folder, 'all.json'), 'utf8')))
}

function emit(): Map<string, string> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.library.json'), ts.sys.readFile)
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const program = ts.createProgram(fileNames, {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
  })
  const emitted = new Map<string, string>()
  program.emit(undefined, (path, text) => emitted.set(path, text))
  return emitted
}

/** Files of one set of declarations are parsed once. */
const parsed = new WeakMap<ReadonlyMap<string, string>, Map<string, ts.SourceFile | undefined>>()

/** Compiles a file of `test/types/` that imports the library from `../../src/`, of which it sees the declarations only. */
export function compileConsumer(
  declarations: ReadonlyMap<string, string>,
  consumer: string,
  options: ts.CompilerOptions = {},
): string[] {
  const files = new Map([...declarations, [main, consumer]])
  const all: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts'],
    types: [],
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    skipLibCheck: false,
    ...options,
  }
  const host = ts.createCompilerHost(all)
  const sources = parsed.get(declarations) ?? new Map<string, ts.SourceFile | undefined>()
  parsed.set(declarations, sources)
  const { fileExists, readFile, getSourceFile } = host
  const isHidden = (path: string) => path.startsWith(join(root, 'src')) && !path.endsWith('.d.ts')
  host.fileExists = path => !isHidden(path) && (files.has(path) || fileExists(path))
  host.readFile = path => files.get(path) ?? readFile(path)
  host.getSourceFile = (path, version, ...others) => {
    if (path === main) return ts.createSourceFile(path, consumer, version)
    if (sources.has(path)) return sources.get(path)
    const text = declarations.get(path)
    const source =
      text === undefined ? getSourceFile(path, version, ...others) : ts.createSourceFile(path, text, version)
    sources.set(path, source)
    return source
  }
  const program = ts.createProgram([main], all, host)
  if (!program.getSourceFiles().some(({ fileName }) => fileName.startsWith(join(root, 'src')))) {
    throw new Error('The consumer does not import the library')
  }
  return ts.getPreEmitDiagnostics(program).map(messageOf)
}
