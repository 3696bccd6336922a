import { describe, expect, test } from 'vitest'
import { problemOf, readDocuments, readFields } from './read.ts'

describe('front matter', () => {
  test('gives its keys as fields, dates as they are written', async () => {
    const text =
      '---\nid: a-1\ntitle: "Haftar : l’offensive"\ndate: 2019-11-26\ntags: [Libye, ONU]\nviews: 12\n---\nUn texte.\n'
    expect(await readFields('a.md', text)).toEqual([
      {
        id: 'a-1',
        title: 'Haftar : l’offensive',
        date: '2019-11-26',
        tags: ['Libye', 'ONU'],
        views: 12,
        body: 'Un texte.',
      },
    ])
  })

  test.each([
    ['none', 'Un texte.', { body: 'Un texte.' }],
    ['empty', '---\n---\nUn texte.', { body: 'Un texte.' }],
    ['a comment', '---\n# rien\n---\nUn texte.', { body: 'Un texte.' }],
    ['closed by dots', '---\nid: a\n...\nUn texte.', { id: 'a', body: 'Un texte.' }],
    ['Windows line ends', '---\r\nid: a\r\n---\r\nUn texte.\r\n', { id: 'a', body: 'Un texte.' }],
    ['no text', '---\nid: a\n---', { id: 'a', body: '' }],
    ['a value with dashes', '---\nid: a\nnote: "--- b"\n---\nUn texte.', { id: 'a', note: '--- b', body: 'Un texte.' }],
    ['a rule later on', 'Un texte.\n\n---\n\nUn autre.', { body: 'Un texte.\n\nUn autre.' }],
  ])('%s', async (_name, text, fields) => {
    expect(await readFields('a.md', text)).toEqual([fields])
  })

  test.each([
    [
      '---\nid: a\ntitle: Haftar : l’offensive\n---\n',
      { line: 3, kind: 'yaml', code: 'BLOCK_AS_IMPLICIT_KEY', column: 8 },
    ],
    ['---\nid: a\nid: b\n---\n', { line: 3, kind: 'yaml', code: 'DUPLICATE_KEY', column: 1 }],
    ['---\r\nid: a\r\n\ttitle: b\r\n---\r\n', { line: 3, kind: 'yaml', code: 'TAB_AS_INDENT' }],
    ['---\nid: a\nUn texte.\n', { line: 1, kind: 'front-matter-open' }],
    ['---\n- a\n---\n', { line: 2, kind: 'front-matter-type', found: 'array' }],
    ['---\nUn texte.\n---\n', { line: 2, kind: 'front-matter-type', found: 'string' }],
    ['---\nid: *a\n---\n', { line: 1, kind: 'yaml-alias' }],
    ['+++\nid = "a"\n+++\n', { line: 1, kind: 'front-matter-toml' }],
  ])('%j is refused with its line', async (text, problem) => {
    expect(await problemOf('a.md', text)).toMatchObject(problem)
  })

  test('tells the line of each field', async () => {
    const [{ lineOf }] = await readDocuments('a.md', '---\nid: a\ntitle:\n  b\nauthor: c\n---\n\nUn texte.\n')
    expect(['id', 'title', 'author', 'body', 'absent'].map(lineOf)).toEqual([2, 3, 5, 7, 1])
  })
})

describe('text', () => {
  test.each([
    ['emphasis and links', '**Gras**, *italique*, [lien](http://a.fr "t"), `code`.', 'Gras, italique, lien, code.'],
    ['images by their text', 'Voir ![une carte](c.png) ici.', 'Voir une carte ici.'],
    ['line ends', 'Une\nligne.\\\nUne autre.', 'Une ligne.\nUne autre.'],
    ['entities', '&eacute;t&eacute;&nbsp;: 5&#8239;500 & plus', 'été\u00a0: 5\u202f500 & plus'],
    ['escapes', '1\\. Pas une liste \\*', '1. Pas une liste *'],
    ['headings', '## Un front\n\nTexte.', 'Un front\n\nTexte.'],
    ['lists', 'Avant\n\n- un\n- deux\n  - trois\n\nAprès', 'Avant\n\nun\ndeux\ntrois\n\nAprès'],
    ['tables', '| a | b |\n|---|---|\n| c | d |', 'a\nb\nc\nd'],
    ['quotes', '> Cité.\n\nTexte.', 'Cité.\n\nTexte.'],
    ['code blocks', '```js\nconst a = 1\n```', 'const a = 1'],
    ['HTML blocks', '<div class="x">\n<p>Caf&eacute; noir</p>\n</div>', 'Café noir'],
    ['what HTML hides', 'Un.\n\n<!-- non -->\n\n<script>\nalert(1)\n</script>\n\nDeux.', 'Un.\n\nDeux.'],
    ['HTML in a line', 'Le XIX<sup>e</sup> siècle<br>fini', 'Le XIXe siècle\nfini'],
    ['no-break spaces', 'Trêve\u202f! Oui\u00a0: «\u00a0non\u00a0».', 'Trêve\u202f! Oui\u00a0: «\u00a0non\u00a0».'],
  ])('%s', async (_name, text, body) => {
    expect(await readFields('a.md', text)).toEqual([{ body }])
  })

  test('a first-level heading is the title where front matter has none', async () => {
    expect(await readFields('a.md', '# Une *trêve*\n\nTexte.')).toEqual([{ title: 'Une trêve', body: 'Texte.' }])
  })

  test('a heading that repeats the title is there once; another stays', async () => {
    expect(await readFields('a.md', '---\ntitle: A\n---\n# A\n\nTexte.')).toEqual([{ title: 'A', body: 'Texte.' }])
    expect(await readFields('a.md', '---\ntitle: A\n---\n# B\n\nTexte.')).toEqual([{ title: 'A', body: 'B\n\nTexte.' }])
  })
})
