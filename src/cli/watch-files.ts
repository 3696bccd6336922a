/** Watches files and runs a function when they change. */
import { once } from 'node:events'
import { resolve, sep } from 'node:path'
import { watch } from 'chokidar'
import picomatch from 'picomatch'
import { isPassedOver } from '../internal-build.ts'
import { ledgerOf } from './ledger-file.ts'

/** Editors and programs write several files at once, and each in several steps. */
const QUIET_MS = 120

/** Runs `work` immediately, and again after each change below `paths`, one at a time, until the process is stopped. `out` is the file that `work` writes. */
export async function watchFiles(paths: readonly string[], out: string, work: () => Promise<void>): Promise<void> {
  const folders = paths.map(path => picomatch.scan(path.replaceAll('\\', '/')).base || '.')
  const watcher = watch(folders, { ignoreInitial: true, ignored: path => isIgnored(path, folders, out) })
  await once(watcher, 'ready')
  let isChanged = false
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const stopped = new Promise<void>((stop, fail) => {
    const run = () => {
      running = running.then(async () => {
        if (!isChanged) return
        isChanged = false
        await work()
      })
      running.catch(fail)
    }
    watcher.on('all', () => {
      isChanged = true
      clearTimeout(timer)
      timer = setTimeout(run, QUIET_MS)
    })
    watcher.on('error', fail)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop())
    isChanged = true
    run()
  })
  try {
    await stopped
    clearTimeout(timer)
    await running
  } finally {
    await watcher.close()
  }
}

/** Files that readers skip, and the output file with its ledger and temporary files. */
function isIgnored(path: string, folders: readonly string[], out: string): boolean {
  const full = resolve(path)
  if (full === resolve(out) || full.startsWith(ledgerOf(resolve(out)))) return true
  const root = folders.map(folder => resolve(folder)).find(folder => full.startsWith(folder + sep))
  if (root === undefined) return false
  return full
    .slice(root.length + 1)
    .split(sep)
    .some(isPassedOver)
}
