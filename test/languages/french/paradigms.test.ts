/** Whatever is decided for one form holds for its plural, its feminine and its conjugation; what counts in full is the same word. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inflectionWeight, relatedByMeaning, stemKey } from '../../../src/languages/french/words/inflection.ts'

function rows(file: string): string[][] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split('\t'))
}

/** Paradigms that are broken on purpose, with the reason. */
const REASONS: ReadonlyMap<string, string> = new Map(
  rows('broken-paradigms.tsv').map(([name, reason]) => [name, reason]),
)

describe('the forms of a word share a class', () => {
  const paradigms = rows('paradigms.tsv').map(([name, forms]) => ({ name, forms: forms.split(' ') }))
  const broken = paradigms.filter(({ forms }) => new Set(forms.map(stemKey)).size > 1).map(({ name }) => name)
  const ofKind = (kind: string) => paradigms.filter(({ name }) => name.startsWith(kind)).length

  it('of every noun, adjective, participle and verb of the sample, less those with a reason', () => {
    expect(broken.filter(name => !REASONS.has(name))).toEqual([])
  })

  it('of frequent words that were put apart once, less at most ten pairs with a reason', () => {
    const pairs = rows('frequent-pairs.tsv').filter(([, a, b]) => stemKey(a) !== stemKey(b))
    expect(pairs.map(([, a, b]) => `paire ${a} ${b}`).filter(name => !REASONS.has(name))).toEqual([])
    expect(pairs.length).toBeLessThanOrEqual(10)
  })

  it('and few have a reason', () => {
    const brokenOf = (kind: string) => broken.filter(name => name.startsWith(kind)).length
    expect(brokenOf('nominal') / ofKind('nominal')).toBeLessThan(0.02)
    expect(brokenOf('participe') / ofKind('participe')).toBeLessThan(0.05)
    expect(broken.length).toBe([...REASONS.keys()].filter(name => broken.includes(name)).length)
  })
})

describe('what is joined, judged by hand', () => {
  const full = rows('joins-judged.tsv').filter(([, a, b]) => stemKey(a) === stemKey(b) && inflectionWeight(a, b) >= 0.8)

  it('counts in full where it is the word itself: at most one in a hundred is another word', () => {
    expect(full.length).toBeGreaterThan(280)
    expect(full.filter(([judgement]) => judgement === 'C').length).toBeLessThanOrEqual(full.length / 100)
  })

  it('is family where a family says so: at most one in 25 is not', () => {
    const judged = rows('related-judged.tsv').filter(([, a, b]) => {
      const key = stemKey(b.replace(/[-']/g, ''))
      return relatedByMeaning(a).some(({ word }) => stemKey(word.replace(/[-']/g, '')) === key)
    })
    expect(judged.length).toBeGreaterThan(100)
    expect(judged.filter(([judgement]) => judgement === 'C').length).toBeLessThanOrEqual(judged.length / 25)
  })
})
