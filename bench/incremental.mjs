/** What building again costs after a few pages changed: `node incremental.mjs [folder] [--only name] [--pages N] [--changed N] [--rounds N] [--write]`, whole and with --incremental by turns. */

import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readCollection } from './collections.mjs'
import { stamp } from './machine.mjs'
import { chooseCollections, main, UsageError } from './options.mjs'
import { writeMarkedSection } from './page-section.mjs'
import { distFolder, takeSnapshot } from './snapshot.mjs'
import { markdownTable, plainTable } from './tables.mjs'
import { wrapped } from './wrapped.mjs'

/** Two articles of law make a page of about two kilobytes. */
const ARTICLES_A_PAGE = 2
const A_SECOND = 1000

await main(async () => {
  takeSnapshot()
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', default: 'legi' },
      pages: { type: 'string', default: '10000' },
      changed: { type: 'string', default: '10' },
      rounds: { type: 'string', default: '3' },
      write: { type: 'boolean', default: false },
    },
  })
  const [pages, changed, rounds] = [values.pages, values.changed, values.rounds].map(Number)
  for (const count of [pages, changed, rounds]) {
    if (!Number.isInteger(count) || count < 1)
      throw new UsageError('--pages, --changed and --rounds take numbers from 1.')
  }
  const [collection] = chooseCollections(positionals[0], values.only).map(readCollection)
  const folder = mkdtempSync(join(tmpdir(), 'trouvaille-incremental-'))
  try {
    const files = writePages(collection.documents, pages, join(folder, 'pages'))
    build(folder, 'incremental.trv', '--incremental')
    const rows = [['', 'whole s', 'CPU s', 'incremental s', 'CPU s', 'faster', 'CPU']]
    for (let round = 1; round <= rounds; round++) {
      // A file that was written in the same moment as the ledger is read to be sure.
      await new Promise(resolve => setTimeout(resolve, 2.5 * A_SECOND))
      for (let i = 0; i < changed; i++) {
        appendFileSync(
          files[Math.floor(((i + 0.5) * files.length) / changed)],
          `\nLe cessez-le-feu n° ${round} est signé.\n`,
        )
      }
      const whole = build(folder, 'whole.trv')
      const again = build(folder, 'incremental.trv', '--incremental')
      const [a, b] = ['whole.trv', 'incremental.trv'].map(name => readFileSync(join(folder, name)))
      if (Buffer.compare(a, b) !== 0) throw new Error('Building again gave another file.')
      const times = [whole.seconds, whole.cpu, again.seconds, again.cpu].map(time => time.toFixed(2))
      rows.push([
        `round ${round}`,
        ...times,
        ...[whole.seconds / again.seconds, whole.cpu / again.cpu].map(n => `${n.toFixed(1)}×`),
      ])
    }
    console.log(`${pages} pages, ${changed} of them changed`)
    console.log(plainTable(rows))
    if (!values.write) return
    const measured = stamp('npm run incremental -- --write', { timed: true })
    const what = `${pages.toLocaleString('en')} pages of Markdown, ${changed} of them changed in each round. Both ways write the same bytes. Seconds, and CPU seconds of the process.`
    const markdown = `${wrapped(`${measured}: ${what}`)}\n\n${markdownTable(rows)}`
    writeMarkedSection('docs/cli.md', 'incremental', markdown)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/**
 * @param {readonly import('./collections.mjs').Article[]} articles
 * @param {number} count
 * @param {string} folder
 */
function writePages(articles, count, folder) {
  const files = []
  for (let i = 0; i < count; i++) {
    const parts = Array.from(
      { length: ARTICLES_A_PAGE },
      (_, k) => articles[(i * ARTICLES_A_PAGE + k) % articles.length],
    )
    const file = join(folder, String(Math.floor(i / 200)).padStart(3, '0'), `page-${String(i).padStart(5, '0')}.md`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(
      file,
      `---\ntitle: ${JSON.stringify(parts[0].title)}\n---\n\n${parts.map(({ text }) => text).join('\n\n')}\n`,
    )
    files.push(file)
  }
  return files
}

/**
 * Runs the program, as people do.
 * @param {string} folder
 * @param {string} out
 * @param {string[]} options
 */
function build(folder, out, ...options) {
  const start = performance.now()
  const args = [join(distFolder(), 'cli.js'), 'build', 'pages', '--out', out, ...options]
  const time = `${process.execPath} ${args.map(arg => JSON.stringify(arg)).join(' ')} > /dev/null && times`
  const { status, stdout, stderr } = spawnSync('sh', ['-c', time], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  const seconds = (performance.now() - start) / A_SECOND
  // The last line of `times`: what the shell's children took, of their own and in the system.
  const cpu = (stdout.trim().split('\n').at(-1) ?? '').split(' ').reduce((sum, time) => sum + secondsOf(time), 0)
  return { seconds, cpu }
}

/** @param {string} time such as 1m2.500s */
function secondsOf(time) {
  const [minutes, seconds] = time.split('m')
  return Number(minutes) * 60 + Number.parseFloat(seconds)
}
