/** Where the built file of a thread is, in Node: next to the file that starts it. */
import { fileURLToPath } from 'node:url'

declare const __filename: string | undefined

/** CommonJS has no `import.meta`. */
export function threadFile(name: string): string {
  const isCommonJs = typeof __filename === 'string'
  const here = isCommonJs ? __filename : fileURLToPath(import.meta.url)
  return here.replace(/[^\\/]*$/, `${name}.${isCommonJs ? 'cjs' : 'js'}`)
}
