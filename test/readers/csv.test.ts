import { describe, expect, test } from 'vitest'
import { readerFor } from '../../src/readers/registry.ts'
import { textFile } from '../../src/readers/source.ts'
import { SourceError } from '../../src/readers/source-error.ts'
import { problemOf, readDocuments, readFields } from './read.ts'

describe('CSV', () => {
  test('the first line names the fields, each record is a document with its line', async () => {
    const text = 'id,title,body\n1,"Trêve, enfin","Le ""calme""\nrevient."\n\n2,Neige,\n'
    const documents = await readDocuments('a.csv', text)
    expect(documents.map(({ fields, line, lineOf }) => [fields, line, lineOf('body')])).toEqual([
      [{ id: '1', title: 'Trêve, enfin', body: 'Le "calme"\nrevient.' }, 2, 2],
      [{ id: '2', title: 'Neige' }, 4, 4],
    ])
  })

  test.each([
    [
      'semicolons, as French spreadsheets write',
      'id;title;price\n1;Pain;1,20\n',
      { id: '1', title: 'Pain', price: '1,20' },
    ],
    ['tabs', 'id\ttitle\n1\tUn, deux; trois\n', { id: '1', title: 'Un, deux; trois' }],
    ['Windows line ends', 'id,title\r\n1,Un\r\n', { id: '1', title: 'Un' }],
    ['a byte order mark', '\ufeffid,title\n1,Un\n', { id: '1', title: 'Un' }],
    ['spaces around names', 'id , title\n1,Un\n', { id: '1', title: 'Un' }],
    ['a separator in the quotes of a name', '"a;b;c",id\nUn,1\n', { 'a;b;c': 'Un', id: '1' }],
    ['a column without a name', 'id,,title\n1,x,Un\n', { id: '1', title: 'Un' }],
    ['no line end at the end', 'id,title\n1,Un', { id: '1', title: 'Un' }],
  ])('%s', async (_name, text, fields) => {
    expect(await readFields('a.csv', text)).toEqual([fields])
  })

  test('a record of another length is told of, and those behind it are read', async () => {
    const found: unknown[] = []
    const reader = readerFor('a.csv')
    for await (const document of reader?.read(textFile('a.csv', 'id,title\n1,Un\n2\n3,Trois,x\n4,Quatre\n'), {}) ??
      []) {
      found.push(
        document instanceof SourceError
          ? [document.line, document.problem]
          : 'fields' in document && document.fields.id,
      )
    }
    expect(found).toEqual([
      '1',
      [3, { kind: 'csv-width', found: 1, wanted: 2 }],
      [4, { kind: 'csv-width', found: 3, wanted: 2 }],
      '4',
    ])
  })

  test.each([
    ['id,title\n1,Un\n2,"Deux\n', { line: 3, kind: 'csv', reason: 'open-quote' }],
    ['id,title\n1,Un\n2,De"ux\n', { line: 3, kind: 'csv', reason: 'lone-quote' }],
    [`id,title\n1,"${'a'.repeat(1_100_000)}\n`, { line: 2, kind: 'csv', reason: 'too-large' }],
    ['id,title,id\n', { line: 1, kind: 'csv-name', name: 'id' }],
    ['', { line: 1, kind: 'empty' }],
    ['\n\n', { line: 1, kind: 'empty' }],
  ])('%# is refused with its line', async (text, problem) => {
    expect(await problemOf('a.csv', text)).toEqual(problem)
  })

  test('is read the same however its text is cut', async () => {
    const text = 'id;title\n1;"Trêve;\nenfin"\n2;Neige\n'
    const whole = await readFields('a.csv', text)
    expect(whole).toHaveLength(2)
    for (const size of [1, 2, 5, 11]) {
      const chunks = async function* () {
        for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size)
      }
      expect((await readDocuments('a.csv', { name: 'a.csv', chunks })).map(({ fields }) => fields)).toEqual(whole)
    }
  })
})

test('TSV: tabs part fields, quotes are text unless they are around one', async () => {
  expect(await readFields('a.tsv', 'id\ttitle\n1\tIl dit "non", et part\n2\t"Un\tdeux"\n')).toEqual([
    { id: '1', title: 'Il dit "non", et part' },
    { id: '2', title: 'Un\tdeux' },
  ])
})
