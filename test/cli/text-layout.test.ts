import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapMarked } from '../../src/cli/text-layout.ts'

const plain = (text: string) => text
const bracket = (text: string) => `[${text}]`

test('marks keep their place over line ends', () => {
  const text = 'un cessez le feu\nà Tripoli'
  expect(
    wrapMarked(
      {
        text,
        ranges: [
          [3, 16],
          [19, 26],
        ],
      },
      9,
      plain,
      bracket,
    ),
  ).toEqual(['un [cessez]', '[le feu] à', '[Tripoli]'])
})

test('a no-break space does not break, and a long word has a line to itself', () => {
  expect(wrapMarked({ text: 'à 5\u202f500 anticonstitutionnellement', ranges: [] }, 8, plain, bracket)).toEqual([
    'à 5\u202f500',
    'anticonstitutionnellement',
  ])
})

test('nothing is lost, and what is marked is what was asked for', () => {
  const text = fc
    .array(fc.constantFrom('le', 'feu', 'négocié', '5\u202f500', ' ', '\n', '\t'), { maxLength: 30 })
    .map(words => words.join(' '))
  fc.assert(
    fc.property(
      text,
      fc.array(fc.nat(200), { maxLength: 8 }),
      fc.integer({ min: 1, max: 30 }),
      (text, numbers, width) => {
        const places = [...new Set(numbers.map(n => n % (text.length + 1)))].sort((a, b) => a - b)
        const ranges = places.flatMap((start, i): [number, number][] =>
          i % 2 === 0 && i + 1 < places.length ? [[start, places[i + 1]]] : [],
        )
        const letters = (part: string) => part.replace(/[ \n\t]/g, '')
        const marks: string[] = []
        const lines = wrapMarked({ text, ranges }, width, plain, part => {
          marks.push(part)
          return part
        })
        expect(letters(lines.join(''))).toBe(letters(text))
        expect(letters(marks.join(''))).toBe(letters(ranges.map(([start, end]) => text.slice(start, end)).join('')))
        for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true)
      },
    ),
  )
})
