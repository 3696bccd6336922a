import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lowerCase } from '../../src/text/text-scanner.ts'
import { normalizeText, normalizeWord } from '../../src/text/unicode-normalize.ts'

/** For each code unit of the normalized text: the piece of the source it came from. */
function origins(source: string): string[] {
  const { text, starts, ends } = normalizeText(source)
  return [...Array(text.length).keys()].map(i => (starts && ends ? source.slice(starts[i], ends[i]) : source[i]))
}

describe('words', () => {
  test.each([
    ['e\u0301te\u0301', 'été'],
    ['ﬁnance', 'finance'],
    ['XIXᵉ', 'XIXe'],
    ['m²', 'm2'],
    ['2019²', '2019²'],
    ['2019\u00ad²', '2019²'],
    ['nº', 'no'],
    ['Ａ１', 'A1'],
    ['gouver\u00adnement', 'gouvernement'],
    ['a\u00ad\u0301', 'á'],
    ['\u1112\u1161\u11ab', '한'],
    ['\u212bngström', 'Ångström'],
    ['𝐀', 'A'],
    ['İ\u0301', 'Í'],
    ['ŉ', 'n'],
  ])('%j → %s', (word, normalized) => {
    expect(normalizeWord(word)).toBe(normalized)
  })

  test.each(['5\u202f500', 'Trouvaille™', '«\u00a0mot\u00a0»', 'l’été…', 'n° 12', '\ud800', '👏'])('%j stays', text => {
    expect(normalizeText(text)).toEqual({ text, starts: undefined, ends: undefined })
  })
})

test('each character knows where it came from', () => {
  expect(origins('te\u0301\u00ad ﬁn')).toEqual(['t', 'e\u0301', ' ', 'ﬁ', 'ﬁ', 'n'])
  expect(origins('\ufeffok\u00ad')).toEqual(['o', 'k'])
  expect(origins('a\u00ad\u0301')).toEqual(['a\u00ad\u0301'])
})

test('origins are in order and in bounds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), source => {
      const { text, starts, ends } = normalizeText(source)
      if (starts === undefined || ends === undefined) return
      for (let i = 0; i < text.length; i++) {
        expect(starts[i]).toBeLessThan(ends[i])
        expect(ends[i]).toBeLessThanOrEqual(source.length)
        if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1])
      }
    }),
  )
})

test('composed and decomposed text are read alike', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), source => {
      expect(normalizeText(source.normalize('NFD')).text).toBe(normalizeText(source.normalize('NFC')).text)
    }),
  )
})

test('lower case keeps every code unit in its place', () => {
  expect(lowerCase('İSTANBUL')).toBe('istanbul')
  expect(lowerCase('ÉTÉ')).toBe('été')
  const codes = Array.from({ length: 0x10000 }, (_, code) => code)
  expect(codes.filter(code => lowerCase(`${String.fromCharCode(code)}A`).length !== 2)).toEqual([])
})

test('a letter with very many marks takes linear time', () => {
  const time = (count: number) => {
    const text = `e${'\u0301\u0323'.repeat(count)}`
    const start = performance.now()
    normalizeText(text)
    return performance.now() - start
  }
  time(1000)
  // Ordering all marks together takes 21 s.
  expect(time(100_000)).toBeLessThan(5000)
})
