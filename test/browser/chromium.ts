/** The system's Chromium for tests, with a profile of its own and no business with the network. */
import { accessSync, constants } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

/** Where Chromium is, or undefined if this machine has none. */
export function findChromium(): string | undefined {
  return findProgram(['chromium', 'chromium-browser', 'google-chrome'])
}

/** The first of several programs that is in the PATH. */
export function findProgram(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '')
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export interface Browser {
  context: BrowserContext
  close(): Promise<void>
}

/** `more` are further command-line flags, such as `--ignore-certificate-errors`. */
export async function launchChromium(
  executablePath: string,
  locale: string,
  more: readonly string[] = [],
): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'trouvaille-chromium-'))
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...more,
  ]
  const context = await chromium.launchPersistentContext(profile, { executablePath, headless: true, args, locale })
  return {
    context,
    async close() {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}
