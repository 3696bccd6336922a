/** HTML of highlights: the tags around the ranges are the only markup, whatever the text says. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Highlight, highlight, InvalidOptionError, toHTML } from '../../src/index.ts'

const all = (text: string): Highlight => ({ text, ranges: [[0, text.length]] })

describe('marks the ranges', () => {
  test('with mark, or another element and a class', () => {
    const found = highlight('L’Arabie et l’Arabie', 'arabie')
    expect(toHTML(found)).toBe('L’<mark>Arabie</mark> et l’<mark>Arabie</mark>')
    expect(toHTML(found, { tag: 'em' })).toBe('L’<em>Arabie</em> et l’<em>Arabie</em>')
    expect(toHTML(found, { tag: 'search-hit', className: 'hit dark:bg-[#ff0] w-1/2' })).toBe(
      'L’<search-hit class="hit dark:bg-[#ff0] w-1/2">Arabie</search-hit> et l’<search-hit class="hit dark:bg-[#ff0] w-1/2">Arabie</search-hit>',
    )
  })

  test('keeps French spaces and says nothing where nothing is marked', () => {
    expect(toHTML({ text: '«\u202fOui\u202f»\u00a0!', ranges: [] })).toBe('«\u202fOui\u202f»\u00a0!')
    expect(toHTML({ text: '', ranges: [] })).toBe('')
  })
})

const HOSTILE = [
  '<script>alert(1)</script>',
  '</mark><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)',
  "' onmouseover='alert(1)",
  '` onmouseover=`alert(1)',
  '<svg/onload=alert(1)>',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '&lt;script&gt;',
  '&#60;script&#62;',
  '&amp;',
  '&',
  '<',
  'javascript:alert(1)',
  '<a href="javascript:alert(1)">x</a>',
  '</textarea><script>alert(1)</script>',
  '<\u0000script>',
  '\ud83c',
  '\udf89 <b>',
  '<\ud800script>',
  'a\u2028b\u2029c',
  '</script\u2028>',
  '＜script＞',
  '<scr\u00adipt>',
  '{{constructor.constructor("alert(1)")()}}',
]

describe('escapes everything else', () => {
  test.each(HOSTILE)('%j', text => {
    for (const html of [
      toHTML(all(text)),
      toHTML({ text, ranges: [] }),
      toHTML(highlight(text, 'script alert b amp lt')),
    ]) {
      const content = html.replaceAll('<mark>', '').replaceAll('</mark>', '')
      expect(content).not.toMatch(/[<>"'`\0\u2028\u2029]|\p{Surrogate}/u)
      expect(content).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;|#96;|#8232;|#8233;)/)
      expect(decode(content)).toBe(text.replace(/[\0\p{Surrogate}]/gu, '\ufffd'))
    }
  })

  test('what was escaped already is shown as it was written', () => {
    expect(toHTML({ text: '&lt;b&gt;', ranges: [] })).toBe('&amp;lt;b&amp;gt;')
  })

  test('any text comes back when the HTML is read', () => {
    const texts = fc.string({
      unit: fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 2 })),
      maxLength: 12,
    })
    fc.assert(
      fc.property(texts, fc.array(fc.nat(60), { maxLength: 6 }), (text, places) => {
        const ends = [...new Set(places.map(place => Math.min(place, text.length)))].sort((a, b) => a - b)
        const ranges: [number, number][] = []
        for (let i = 0; i + 1 < ends.length; i += 2) ranges.push([ends[i], ends[i + 1]])
        const html = toHTML({ text, ranges })
        const pieces = html.split(/<\/?mark>/)
        expect(pieces.length).toBe(2 * ranges.length + 1)
        for (const piece of pieces) expect(piece).not.toMatch(/[<>"'`]/)
        ranges.forEach(([start, end], i) => {
          expect(decode(pieces[2 * i + 1])).toBe(text.slice(start, end).replace(/[\0\p{Surrogate}]/gu, '\ufffd'))
        })
      }),
      { numRuns: 500 },
    )
  })
})

describe('refuses what could be made to run', () => {
  test.each([
    'script',
    'SCRIPT',
    'style',
    'iframe',
    'textarea',
    'title',
    'noscript',
    'xmp',
    'plaintext',
    'svg',
    'a',
    'img',
    'br',
    'mark ',
    ' mark',
    'mark onclick=alert(1)',
    'mark><script',
    'mark/',
    '',
    'x-',
    '-x',
    'x-y z',
    'x-<',
    '1-a',
    'mark\n',
    'é-è',
  ])('tag %j', tag => {
    expect(() => toHTML(all('x'), { tag })).toThrow(InvalidOptionError)
  })

  test.each([
    '',
    ' ',
    'a"b',
    "a'b",
    'a" onclick="alert(1)',
    'a>b',
    '<',
    'a&b',
    'a=b',
    'a`b',
    ' a',
    'a ',
    'a  b',
    'a\nb',
    'a\u0000',
    '\ud800',
    'a\u2028b',
  ])('class %j', className => {
    expect(() => toHTML(all('x'), { className })).toThrow(InvalidOptionError)
  })

  test('options and highlights of the wrong type', () => {
    expect(() => toHTML(all('x'), { tag: ['mark'] as unknown as string })).toThrow(/"tag" is an array/)
    expect(() => toHTML(all('x'), { className: 3 as unknown as string })).toThrow(/"className" is 3/)
    for (const wrong of ['x', {}, { text: 'x' }, { text: 1, ranges: [] }]) {
      expect(() => toHTML(wrong as unknown as Highlight)).toThrow(InvalidOptionError)
    }
    const ranges = [
      [[0, 2]],
      [[-1, 1]],
      [[1, 0]],
      [[0, 0.5]],
      [[0, Number.NaN]],
      [['0', '1']],
      [0],
      [[0]],
      [
        [0, 1],
        [0, 1],
      ],
      [null],
    ]
    for (const wrong of ranges)
      expect(() => toHTML({ text: 'x', ranges: wrong as [number, number][] })).toThrow(/"highlight\.ranges"/)
  })
})

/** Reads HTML character references, as a browser does. */
function decode(html: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
  return html.replace(/&(?:#(\d+)|(\w+));/g, (_, code?: string, name = '') =>
    code === undefined ? named[name] : String.fromCharCode(Number(code)),
  )
}
