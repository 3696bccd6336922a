/** Errors have a code of their own, by which programs tell them apart. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../src')
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => readFileSync(join(src, file), 'utf8'))

test('each class of errors has one code, and each code one class', () => {
  const codes = sources.flatMap(text =>
    text
      .split(/^export class /m)
      .slice(1)
      .filter(declaration => /^\w+ extends TrouvailleError /.test(declaration))
      .map(declaration => [/^\w+/.exec(declaration)?.[0], /super\(\s*'([A-Z_]+)'/.exec(declaration)?.[1]]),
  )
  const declared = [...readFileSync(join(src, 'errors.ts'), 'utf8').matchAll(/^ {2}\| '([A-Z_]+)'$/gm)]
  expect(codes.length).toBeGreaterThan(12)
  expect(codes.map(([, code]) => code).sort()).toEqual(declared.map(([, code]) => code).sort())
  expect(new Set(codes.map(([, code]) => code)).size).toBe(codes.length)
})
