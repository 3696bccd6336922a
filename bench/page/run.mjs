/** Runs a measurement of pages, which is TypeScript because it shares its server, its browser and its documents with the tests. */

import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

/**
 * Loads a module of this folder and calls `run` with it. A failure is printed, and ends the program with exit code 1.
 * @param {string} name
 * @param {(module: any) => Promise<void>} run
 */
export async function withModule(name, run) {
  const runner = await createServer({
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    await run(await runner.ssrLoadModule(fileURLToPath(new URL(name, import.meta.url))))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  } finally {
    await runner.close()
  }
}

/** @param {string} name of an option @param {string} value @returns {number} */
export function numberFrom1(name, value) {
  if (!/^[1-9]\d*$/.test(value)) throw new Error(`--${name} takes a number from 1.`)
  return Number(value)
}
