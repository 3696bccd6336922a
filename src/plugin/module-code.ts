/** Generates the source of the module `virtual:trouvaille/…`, so that each bundler finds the file. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BuiltIndex } from './text-index.ts'

const PREFIX = 'virtual:trouvaille/'

/** The client next to the plugin. An import by path works without a plugin that resolves packages. */
export const CLIENT_FILE = fileURLToPath(new URL('./client/client.js', import.meta.url))
/** The same by name. */
export const CLIENT = 'trouvaille/client'

/** The addresses of word lists by the names of their languages, each an expression. */
export type WordListAddresses = readonly (readonly [language: string, address: string])[]

/** Opens the file at `address`, an expression. `wordLists`: if the client does not know by itself where the word lists are. */
export function moduleCode(
  built: BuiltIndex,
  address: string,
  client: string,
  wordLists: WordListAddresses = [],
): string {
  return `import { openIndex } from ${JSON.stringify(client)}
export default /* @__PURE__ */ openIndex(${address}, ${clientOptions(built, wordLists)})
`
}

/** The same for a development server: if texts change, the client remains and answers from the new file. */
export function hotModuleCode(built: BuiltIndex, address: string, wordLists: WordListAddresses = []): string {
  return `import { openIndex } from ${JSON.stringify(CLIENT)}
const address = ${address}
const index = import.meta.hot?.data.index ?? openIndex(address, ${clientOptions(built, wordLists)})
index.reopen(address)
if (import.meta.hot) {
  import.meta.hot.data.index = index
  import.meta.hot.accept()
}
export default index
`
}

/** The languages are in the file. They are known here already, so that the page asks for these, and for no other, together with the file. */
function clientOptions({ load, languages }: BuiltIndex, wordLists: WordListAddresses): string {
  const lists = wordLists.map(([language, address]) => `${language}: ${address}`).join(', ')
  const options = `load: ${JSON.stringify(load)}, preloadLanguages: ${JSON.stringify(languages)}`
  return lists === '' ? `{ ${options} }` : `{ ${options}, wordList: { ${lists} } }`
}

/** For webpack and Rspack, which turn such addresses into assets. */
export function webpackAddress(path: string): string {
  return `new URL(${JSON.stringify(path)}, import.meta.url)`
}

/** For esbuild, which returns the path of an asset relative to the importing program, whose location depends on the format. */
export function esbuildModuleCode(built: BuiltIndex, path: string, { format, platform }: EsbuildOutput): string {
  const isCommonJs = format === 'cjs' || (format === undefined && platform === 'node')
  const page = 'globalThis.document?.currentScript?.src ?? location.href'
  const here = format === 'esm' ? 'import.meta.url' : isCommonJs ? 'pathToFileURL(__filename)' : page
  const imports = built.wordLists.map(({ language, path }) => `import ${language}Words from ${JSON.stringify(path)}\n`)
  const lists = built.wordLists.map(({ language }) => [language, `new URL(${language}Words, ${here})`] as const)
  return `${isCommonJs ? "import { pathToFileURL } from 'node:url'\n" : ''}import file from ${JSON.stringify(path)}
${imports.join('')}${moduleCode(built, `new URL(file, ${here})`, CLIENT_FILE, lists)}`
}

interface EsbuildOutput {
  format?: string
  platform?: string
}

/** The resolved id of an index. The first character tells other plugins that it is not a file. */
export function moduleId(name: string): string {
  return `\0${PREFIX}${name}`
}

/** The same for esbuild, which looks up what a module imports from the folder of its path. */
export function esbuildModuleId(name: string, root: string): string {
  return join(root, `${PREFIX.replace('/', ':')}${name}`)
}

const ID = /(?:^\0?|[\\/])virtual:trouvaille[/:]([\w-]+)$/

/** `name` of `virtual:trouvaille/name`, resolved or not; undefined for any other module. */
export function nameOf(id: string): string | undefined {
  return ID.exec(id)?.[1]
}
