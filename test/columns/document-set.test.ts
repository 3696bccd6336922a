/** A document set does what a `Set` of numbers does. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DocumentSet } from '../../src/columns/document-set.ts'

const CAPACITIES = [0, 1, 31, 32, 33, 100]

function made(capacity: number, documents: Iterable<number>): DocumentSet {
  const set = new DocumentSet(capacity)
  for (const document of documents) set.add(document)
  return set
}

function listed(set: DocumentSet): number[] {
  const documents: number[] = []
  set.forEach(document => {
    documents.push(document)
  })
  return documents
}

test('and, or, not, delete and copy agree with sets of numbers', () => {
  const numbers = fc.uniqueArray(fc.nat(99), { maxLength: 40 })
  fc.assert(
    fc.property(fc.constantFrom(...CAPACITIES), numbers, numbers, (capacity, some, others) => {
      const a = some.filter(n => n < capacity)
      const b = others.filter(n => n < capacity)
      const all = Array.from({ length: capacity }, (_, i) => i)
      const kept = made(capacity, a)
      expect(listed(kept.copy().and(made(capacity, b)))).toEqual(all.filter(n => a.includes(n) && b.includes(n)))
      expect(listed(kept.copy().or(made(capacity, b)))).toEqual(all.filter(n => a.includes(n) || b.includes(n)))
      expect(listed(kept.copy().not())).toEqual(all.filter(n => !a.includes(n)))
      expect(all.map(n => kept.has(n))).toEqual(all.map(n => a.includes(n)))
      for (const n of b) kept.delete(n)
      expect(listed(kept)).toEqual(all.filter(n => a.includes(n) && !b.includes(n)))
    }),
  )
})
