/** A typed text is found where a regular expression finds it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TypedPattern } from '../../src/features/typed-pattern.ts'
import { fold } from '../../src/text/fold.ts'
import { runs } from '../support/runs.ts'

const CHARACTERS = [..."eéèoœòaæcç1.-‑'’  \u0301\u0308\u00a0(🙂É"]
const SEPARATORS = "[\\s'’‐‑-]+"
const MARKS = '[\\u0300-\\u036f]*'

/** Those of the characters that have a folded form. */
function foldedTo(folded: string): string {
  return CHARACTERS.filter(character => character !== folded && fold(character) === folded).join('')
}

/** The same as an expression. */
function expressionFor(typed: string, isWhole: boolean): RegExp {
  const text = typed.normalize('NFC').toLowerCase()
  const source = text.replace(/\s+|oe|ae|\S/gu, (part, at: number) => {
    if (/^\s/.test(part)) return SEPARATORS
    const apart = [...part].map(writings).join('')
    const isOpen = !isWhole && at + part.length === text.length
    const open = isOpen ? CHARACTERS.filter(character => fold(character).startsWith(part)).join('') : ''
    const ligatures = part.length === 2 ? foldedTo(part) : open.replace(/[^œæ]/g, '')
    return ligatures === '' ? apart : `(?:${apart}|[${ligatures}]${MARKS})`
  })
  return new RegExp(isWhole ? `${source}(?![\\p{L}\\p{N}])` : source, 'gu')
}

function writings(character: string): string {
  if (character === "'" || character === '’') return `['’]${MARKS}`
  if (character === '-' || character === '‑') return `[‐‑-]${MARKS}`
  if (/[.(]/.test(character)) return `\\${character}${MARKS}`
  return `[${character}${foldedTo(character)}]${MARKS}`
}

function allOf(typed: string, isWhole: boolean, text: string): [number, number][] {
  const pattern = new TypedPattern(typed, isWhole)
  const found: [number, number][] = []
  for (let next = pattern.find(text, 0); next !== undefined; next = pattern.find(text, next.end))
    found.push([next.start, next.end])
  return found
}

const piece = fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength: 6 })

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
      const begins = new TypedPattern(typed, isWhole).endOf(text, 0) >= 0
      expect(begins).toBe(text.search(expressionFor(typed, isWhole)) === 0)
    }),
    { numRuns: runs(400) },
  )
})

test.each([
  ['coeur', 'le cœur bat', true, 'cœur'],
  ['co', 'le cœur', true, undefined],
  ['co', 'le cœur', false, 'cœ'],
  ['saint denis', 'à saint-denis', true, 'saint-denis'],
  ["l'ecole", 'à l’école', true, 'l’école'],
  ['école', 'une ecole', false, undefined],
  ['strasse', 'die straße', true, 'straße'],
  ['contrat', 'des contrats', true, undefined],
  ['contrat', 'des contrats', false, 'contrat'],
])('%s in « %s »', (typed, text, isWhole, expected) => {
  expect(allOf(typed, isWhole, text).map(([start, end]) => text.slice(start, end))).toEqual(
    expected === undefined ? [] : [expected],
  )
})
