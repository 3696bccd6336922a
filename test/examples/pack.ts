/** Packs the library once for all examples. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { packInto } from '../support/packed.ts'

declare module 'vitest' {
  interface ProvidedContext {
    tarball: string
  }
}

export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'trouvaille-packed-'))
  provide('tarball', packInto(folder))
  return () => rmSync(folder, { recursive: true })
}
