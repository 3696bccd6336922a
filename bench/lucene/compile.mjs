/** Lucene's jars and a Java program of this folder, compiled against them. */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findJdk, luceneFor } from './java.mjs'

/** @typedef {{ java: string, javaMajor: number, lucene: number, version: string, classPath: string }} JavaProgram `java` runs it with `-cp classPath` */

/**
 * Throws, saying why, if Java or a jar is missing.
 * @param {string} name of the class that has `main`
 * @param {readonly string[]} needed the jars' names, without their version
 * @param {(lucene: number) => readonly URL[]} sourcesOf the sources for a major version of Lucene
 * @returns {JavaProgram}
 */
export function compileJava(name, needed, sourcesOf) {
  const jdk = findJdk()
  const { lucene, jars: folder } = luceneFor(jdk)
  const files = existsSync(folder) ? readdirSync(folder).filter(file => file.endsWith('.jar')) : []
  const missing = needed.filter(jar => !files.some(file => file.startsWith(`${jar}-${lucene}.`)))
  if (missing.length > 0) throw new Error(`No ${missing.join(' and no ')} jar: npm run lucene fetches them with Maven.`)
  const jars = files.sort().map(file => join(folder, file))
  return {
    java: jdk.program('java'),
    javaMajor: jdk.major,
    lucene,
    version: /lucene-core-([\d.]+)\.jar/.exec(files.join())?.[1] ?? 'unknown',
    classPath: [...jars, compiled(jdk, name, sourcesOf(lucene), jars)].join(delimiter),
  }
}

/**
 * Compiles the sources, once for each state of them.
 * @param {import('./java.mjs').Jdk} jdk
 * @param {string} name
 * @param {readonly URL[]} sources
 * @param {readonly string[]} jars
 * @returns {string} the folder of classes
 */
function compiled(jdk, name, sources, jars) {
  const state = createHash('sha256').update(`${jdk.major}\n${jars.join()}`)
  for (const source of sources) state.update(readFileSync(source))
  const folder = join(tmpdir(), 'trouvaille-bench', `lucene-${state.digest('hex').slice(0, 12)}`)
  if (!existsSync(join(folder, `${name}.class`))) {
    mkdirSync(folder, { recursive: true })
    const files = sources.map(source => fileURLToPath(source))
    execFileSync(jdk.program('javac'), ['-d', folder, '-cp', jars.join(delimiter), ...files], { stdio: 'inherit' })
  }
  return folder
}
