import { expect, test } from 'vitest'
import { problemOf, readDocuments, readFields } from './read.ts'

test.each([
  [
    'the first line is the title',
    'Une trêve\n\nLe calme\nrevient.\n',
    { title: 'Une trêve', body: 'Le calme\nrevient.' },
  ],
  ['blank lines before it', '\n \n  Une trêve  \r\nLe calme.\r\nFin.', { title: 'Une trêve', body: 'Le calme.\nFin.' }],
  ['one line alone', 'Une trêve', { title: 'Une trêve', body: '' }],
  ['a paragraph on one line is no title', `${'mot '.repeat(60)}\nFin.`, { body: `${'mot '.repeat(60)}\nFin.` }],
])('%s', async (_name, text, fields) => {
  expect(await readFields('a.txt', text)).toEqual([fields])
})

test('tells the line of the text', async () => {
  const [{ line, lineOf }] = await readDocuments('a.txt', 'Titre\n\n\nTexte')
  expect([line, lineOf('title'), lineOf('body')]).toEqual([1, 1, 4])
})

test.each([[''], [' \n\t']])('%j is refused', async text => {
  expect(await problemOf('a.txt', text)).toEqual({ line: 1, kind: 'empty' })
})
