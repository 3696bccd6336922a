/** Debian's Firefox for tests, without a driver: it is started at an address, with a profile of its own, and the page posts its results to the server. */
import { spawn } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram } from './chromium.ts'

/** Nothing but the page's own requests. */
const PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'services.settings.server': 'http://127.0.0.1:9/',
  'toolkit.telemetry.server': '',
}

/** Where Firefox is, or undefined if this machine has none. */
export function findFirefox(): string | undefined {
  return findProgram(['firefox-esr', 'firefox'])
}

/**
 * Opens addresses in a new Firefox, each in a tab. `certificate` is the one that the servers of those with `https:` have, and which nobody else vouches for.
 */
export async function launchFirefox(
  executablePath: string,
  urls: readonly string[],
  certificate?: string,
): Promise<{ close(): Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'trouvaille-firefox-'))
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`)
  await writeFile(join(profile, 'user.js'), lines.join('\n'))
  const secure = new Set(urls.filter(url => url.startsWith('https:')).map(url => new URL(url).host))
  if (certificate !== undefined) await writeFile(join(profile, 'cert_override.txt'), exceptionsFor(secure, certificate))
  const args = ['--headless', '--no-remote', '--profile', profile, ...urls]
  const firefox = spawn(executablePath, args, { stdio: 'ignore', env: { ...process.env, HOME: profile } })
  const ended = new Promise<void>(resolve => {
    firefox.once('exit', () => resolve())
    firefox.once('error', () => resolve())
  })
  return {
    async close() {
      firefox.kill()
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

/** `cert_override.txt`: the exceptions that a visitor may make for servers. */
function exceptionsFor(hosts: Iterable<string>, certificate: string): string {
  const sha256 = '2.16.840.1.101.3.4.2.1'
  const { fingerprint256 } = new X509Certificate(certificate)
  const lines = [...hosts].map(host => `${host}:\tOID.${sha256}\t${fingerprint256}\t\n`)
  return `# PSM Certificate Override Settings file\n${lines.join('')}`
}
