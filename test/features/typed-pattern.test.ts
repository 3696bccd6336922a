/** A typed text is found where a regular expression finds it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TypedPattern } from '../../src/features/typed-pattern.ts'
import { fold } from '../../src/text/fold.ts'
import { runs } from '../support/runs.ts'

const SEPARATORS = "[\\s'’‐‑-]+"
const MARKS = '[\\u0300-\\u036f]*'

/** Latin letters with accents and ligatures, by their folded form. */
const ACCENTED = new Map<string, string>()
for (const [from, to] of [
  [0xdf, 0x250],
  [0x1e00, 0x1f00],
]) {
  for (let code = from; code < to; code++) {
    const letter = String.fromCharCode(code)
    const folded = fold(letter)
    if (folded !== letter) ACCENTED.set(folded, (ACCENTED.get(folded) ?? '') + letter)
  }
}

/** The same as an expression. */
function expressionFor(typed: string, isWhole: boolean): RegExp {
  const text = typed.normalize('NFC').toLowerCase()
  const source = text.replace(/\s+|oe|ae|\S/gu, (part, at: number) => {
    if (/^\s/.test(part)) return SEPARATORS
    const apart = [...part].map(writings).join('')
    const isOpen = !isWhole && at + part.length === text.length
    const begun = [...ACCENTED].filter(([folded]) => folded.length === 2 && folded.startsWith(part))
    const open = isOpen ? begun.map(([, ligatures]) => ligatures).join('') : ''
    const ligatures = part.length === 2 ? (ACCENTED.get(part) ?? '') : open
    return ligatures === '' ? apart : `(?:${apart}|[${ligatures}])`
  })
  return new RegExp(isWhole ? `${source}(?![\\p{L}\\p{N}])` : source, 'gu')
}

function writings(character: string): string {
  if (character === "'" || character === '’') return "['’]"
  if (character === '-') return '[‐‑-]'
  if (/[\\^$.*+?()[\]{}|/]/.test(character)) return `\\${character}`
  const variants = ACCENTED.get(character)
  return variants === undefined ? character : `[${character}${variants}]${MARKS}`
}

function allOf(typed: string, isWhole: boolean, text: string): [number, number][] {
  const pattern = new TypedPattern(typed, isWhole)
  const found: [number, number][] = []
  for (let next = pattern.find(text, 0); next !== undefined; next = pattern.find(text, next.end))
    found.push([next.start, next.end])
  return found
}

const characters = fc.constantFrom(..."eéoœaæcçß1.-‑'’  \u0301\u0308\u00a0(🙂É")
const piece = fc.string({ unit: characters, minLength: 1, maxLength: 6 })

test('it is found where a regular expression finds it', () => {
  fc.assert(
    fc.property(piece, fc.array(piece, { maxLength: 8 }), fc.boolean(), (typed, others, isWhole) => {
      // The typed text itself, with accents or without, among others.
      const text = [...others, typed, fold(typed), ...others].join('').toLowerCase()
      const expected = [...text.matchAll(expressionFor(typed, isWhole))].map(match => [
        match.index,
        match.index + match[0].length,
      ])
      expect(allOf(typed, isWhole, text)).toEqual(expected)
      expect(new TypedPattern(typed, isWhole).begins(text)).toBe(text.search(expressionFor(typed, isWhole)) === 0)
    }),
    { numRuns: runs(400) },
  )
})

test.each([
  ['coeur', 'cœur', true],
  ['co', 'cœur', true],
  ['co', 'cœur', false],
  ['saint denis', 'saint-denis', true],
  ["l'ecole", 'l’école', true],
  ['ecole', 'école', true],
  ['école', 'ecole', false],
  ['école', 'ecole', true],
])('%s in %s', (typed, text, isWhole) => {
  expect(allOf(typed, isWhole, text).length > 0).toBe(new RegExp(expressionFor(typed, isWhole)).test(text))
})
