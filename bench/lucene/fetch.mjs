/** Copies the jars of Lucene to `jars/` with Maven: `npm run lucene`. */

import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findJdk, luceneFor } from './java.mjs'

const jdk = findJdk()
const { jars } = luceneFor(jdk)
const pom = fileURLToPath(new URL('./pom.xml', import.meta.url))
const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${jars}`]
const env = jdk.home === undefined ? process.env : { ...process.env, JAVA_HOME: jdk.home }
execFileSync('mvn', ['-q', '-B', '-f', pom, ...goal], { env, stdio: 'inherit' })
console.log(`Java ${jdk.major}: ${readdirSync(jars).join(', ')}`)
