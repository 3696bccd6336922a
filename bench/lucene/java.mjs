/** Which Java there is, and which Lucene runs on it. */

import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where Linux distributions install their JDKs. */
const INSTALLED = '/usr/lib/jvm'
/** Lucene's major versions, newest first, with the Java that each needs; `pom.xml` chooses by the same bounds. */
const LUCENES = [
  { lucene: 10, java: 21 },
  { lucene: 9, java: 11 },
]

/** @typedef {{ home: string | undefined, major: number, program(name: string): string }} Jdk `home` is undefined for the one on the path */

/**
 * The JDK of `JAVA_HOME`; else the newest of those that are on the path or installed in the usual place.
 * @returns {Jdk}
 */
export function findJdk() {
  const chosen = process.env.JAVA_HOME
  const folders = existsSync(INSTALLED) ? readdirSync(INSTALLED).map(name => join(INSTALLED, name)) : []
  const [newest] = (chosen ? [chosen] : [undefined, ...folders])
    .flatMap(home => jdkAt(home) ?? [])
    .sort((a, b) => b.major - a.major)
  if (newest === undefined) throw new Error(`There is no Java compiler (javac) ${chosen ? `in ${chosen}` : 'here'}.`)
  return newest
}

/**
 * @param {string | undefined} home
 * @returns {Jdk | undefined}
 */
function jdkAt(home) {
  const program = (/** @type {string} */ name) => (home === undefined ? name : join(home, 'bin', name))
  try {
    const answer = execFileSync(program('javac'), ['-version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const major = Number(/^javac (\d+)/.exec(answer)?.[1])
    return Number.isNaN(major) ? undefined : { home, major, program }
  } catch {
    return undefined
  }
}

/**
 * The major version of the Lucene that a JDK runs, and the folder of its jars.
 * @param {Jdk} jdk
 * @returns {{ lucene: number, jars: string }}
 */
export function luceneFor({ major }) {
  const newest = LUCENES.find(({ java }) => major >= java)
  if (newest === undefined) throw new Error(`Lucene needs Java 11 or newer; here is Java ${major}.`)
  return { lucene: newest.lucene, jars: fileURLToPath(new URL(`./jars/${newest.lucene}`, import.meta.url)) }
}
