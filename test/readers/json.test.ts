import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOffsets, JsonMistake } from '../../src/readers/json-scan.ts'
import { problemOf, readDocuments, readFields } from './read.ts'

describe('JSON', () => {
  test('an object is a document and the whole file', async () => {
    const [document] = await readDocuments('a.json', '\n{ "id": 1,\n  "title": "Trêve" }')
    expect(document).toMatchObject({ fields: { id: 1, title: 'Trêve' }, isWholeFile: true, line: 2 })
    expect(['id', 'title', 'absent'].map(document.lineOf)).toEqual([2, 3, 2])
  })

  test('an array has several, each with its line', async () => {
    const documents = await readDocuments('a.json', '[\n  { "id": "[" },\n\n  { "b": { "id": 0 },\n    "id": "}" }\n]')
    expect(
      documents.map(({ fields, line, isWholeFile, lineOf }) => [fields.id, line, isWholeFile, lineOf('id')]),
    ).toEqual([
      ['[', 2, false, 2],
      ['}', 4, false, 5],
    ])
  })

  test('an empty array has none', async () => {
    expect(await readFields('a.json', '[ ]')).toEqual([])
  })

  test.each([
    ['{\n  "id": "a",\n}', { line: 3, kind: 'json', found: '}', column: 1 }],
    ['{\n  "id" "a"\n}', { line: 2, kind: 'json', found: '"', column: 8 }],
    ["{'id': 1}", { line: 1, kind: 'json', found: "'", column: 2 }],
    ['[\n{"id": 1}\n{"id": 2}\n]', { line: 3, kind: 'json', found: '{', column: 1 }],
    ['{"id": "a\nb"}', { line: 1, kind: 'json', found: '\n', column: 10 }],
    ['{"id": 01}', { line: 1, kind: 'json', found: '1', column: 9 }],
    ['[{}, {}', { line: 1, kind: 'json', found: undefined, column: 8 }],
    ['', { line: 1, kind: 'json', found: undefined, column: 1 }],
    ['{} {}', { line: 1, kind: 'json', found: '{', column: 4 }],
    ['"texte"', { line: 1, kind: 'no-document', found: 'string' }],
    ['[{"id": 1},\n null]', { line: 2, kind: 'no-document', found: 'null' }],
  ])('%j is refused with its place', async (text, problem) => {
    expect(await problemOf('a.json', text)).toEqual(problem)
  })

  test('the scanner refuses exactly what JSON.parse refuses, however a text is damaged', () => {
    const damaged = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.nat(2), fc.constantFrom(...'{}[]",:\\ue0-1.+ \ntrx\u0001'))
      .map(([text, place, removed, added]) => {
        const at = place % (text.length + 1)
        return text.slice(0, at) + added + text.slice(at + removed)
      })
    fc.assert(
      fc.property(fc.oneof(fc.json(), damaged), text => {
        expect(isScanned(text)).toBe(isParsed(text))
      }),
      { numRuns: 3000 },
    )
  })

  test('depth costs no stack', () => {
    const deep = '['.repeat(200_000)
    expect(() => documentOffsets(deep)).toThrow(JsonMistake)
    expect(documentOffsets(`[${deep}${']'.repeat(200_000)}]`)).toEqual([1])
  })
})

describe('JSON Lines', () => {
  test('a document a line, blank ones passed over', async () => {
    const documents = await readDocuments('a.jsonl', '{"id":1}\r\n\r\n{"id":2}\n')
    expect(documents.map(({ fields, line, lineOf }) => [fields, line, lineOf('id')])).toEqual([
      [{ id: 1 }, 1, 1],
      [{ id: 2 }, 3, 3],
    ])
  })

  test('is read the same however its text is cut', async () => {
    const text = '{"id":1,"title":"Trêve"}\n\n{"id":2}\n{"id":3}'
    const whole = (await readDocuments('a.ndjson', text)).map(({ fields, line }) => [fields, line])
    expect(whole).toHaveLength(3)
    for (const size of [1, 2, 7, 25]) {
      const chunks = async function* () {
        for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size)
      }
      const cut = await readDocuments('a.ndjson', { name: 'a.ndjson', chunks })
      expect(cut.map(({ fields, line }) => [fields, line])).toEqual(whole)
    }
  })

  test.each([
    ['{"id":1}\n{"id":2,}\n', { line: 2, kind: 'json', found: '}', column: 9 }],
    ['{"id":1}\n{"id":\n', { line: 2, kind: 'json', found: undefined, column: 7 }],
    ['{"id":1}\n\n[1]\n', { line: 3, kind: 'no-document', found: 'array' }],
  ])('%j is refused with its line', async (text, problem) => {
    expect(await problemOf('a.jsonl', text)).toEqual(problem)
  })
})

function isScanned(text: string): boolean {
  try {
    documentOffsets(text)
    return true
  } catch {
    return false
  }
}

function isParsed(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
