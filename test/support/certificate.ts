/** A certificate for 127.0.0.1 that nobody vouches for, made by the system's OpenSSL. */
import { execFileSync } from 'node:child_process'

/** Undefined if there is no OpenSSL. */
export function selfSignedCertificate(): { key: string; cert: string } | undefined {
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', '-']
  try {
    const output = execFileSync('openssl', ['req', '-x509', '-days', '2', ...key, ...subject], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const block = (name: string) => new RegExp(`-----BEGIN ${name}-----[^]*?-----END ${name}-----`).exec(output)?.[0]
    const pair = { key: block('PRIVATE KEY'), cert: block('CERTIFICATE') }
    return pair.key === undefined || pair.cert === undefined ? undefined : { key: pair.key, cert: pair.cert }
  } catch {
    return undefined
  }
}
