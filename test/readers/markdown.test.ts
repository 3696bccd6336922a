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
    ['---\nid: a\nUn texte.\n', { line: 1, kind: 'front-matter-open', mark: '---' }],
    ['+++\nid = "a"\n', { line: 1, kind: 'front-matter-open', mark: '+++' }],
    ['+++\nid = "a"\ntitle = Trêve\n+++\n', { line: 3, kind: 'toml', column: 9 }],
    ['+++\nid = "a"\nid = "b"\n+++\n', { line: 3, kind: 'toml' }],
    ['---\n- a\n---\n', { line: 2, kind: 'front-matter-type', found: 'array' }],
    ['---\nUn texte.\n---\n', { line: 2, kind: 'front-matter-type', found: 'string' }],
    ['---\nid: *a\n---\n', { line: 1, kind: 'yaml-alias' }],
  ])('%j is refused with its line', async (text, problem) => {
    expect(await problemOf('a.md', text)).toMatchObject(problem)
  })

  test('in TOML has the same fields as in YAML, dates as they are written', async () => {
    const text =
      '+++\nid = "a-1"\ntitle = "Haftar : l’offensive"\ndate = 2019-11-26\nhour = 2019-11-26T08:30:00Z\ntags = ["Libye", "ONU"]\n\n[author]\nname = "Inès"\n+++\nUn texte.\n'
    const [{ fields, lineOf }] = await readDocuments('a.md', text)
    expect(fields).toEqual({
      id: 'a-1',
      title: 'Haftar : l’offensive',
      date: '2019-11-26',
      hour: '2019-11-26T08:30:00.000Z',
      tags: ['Libye', 'ONU'],
      author: { name: 'Inès' },
      body: 'Un texte.',
    })
    expect(['id', 'title', 'tags', 'author', 'body', 'absent'].map(lineOf)).toEqual([2, 3, 6, 8, 11, 1])
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

describe('sections', () => {
  const sectionsOf = (text: string) => readDocuments('a.md', text, { sections: true })

  test('are documents with the anchors that GitHub gives headings', async () => {
    const text =
      '---\nsection: guide\n---\n# Le guide\n\nAvant.\n\n## L’été à Nîmes !\n\nChaud.\n\n### Et *l’hiver*\n\nFroid.\n\n## L’été à Nîmes !\n'
    const documents = await sectionsOf(text)
    expect(documents.map(({ fields, anchor, line, lineOf }) => [fields, anchor, line, lineOf('body')])).toEqual([
      [{ section: 'guide', title: 'Le guide', body: 'Avant.' }, undefined, 1, 4],
      [
        { section: 'guide', title: 'Le guide', heading: 'L’été à Nîmes !', anchor: 'lété-à-nîmes-', body: 'Chaud.' },
        'lété-à-nîmes-',
        8,
        8,
      ],
      [
        { section: 'guide', title: 'Le guide', heading: 'Et l’hiver', anchor: 'et-lhiver', body: 'Froid.' },
        'et-lhiver',
        12,
        12,
      ],
      [
        { section: 'guide', title: 'Le guide', heading: 'L’été à Nîmes !', anchor: 'lété-à-nîmes--1', body: '' },
        'lété-à-nîmes--1',
        16,
        16,
      ],
    ])
  })

  test.each([
    ['## Un front {#front}', 'Un front', 'front'],
    ['## Un front {: #front .large}', 'Un front', 'front'],
    ['## Un front {un} deux', 'Un front {un} deux', 'un-front-un-deux'],
    ['## `code` & _fin_', 'code & fin', 'code--fin'],
    ['Un front\n--------', 'Un front', 'un-front'],
    ['<h2 id="front">Un front</h2>', 'Un front', 'front'],
    ['## ÉTÉ 2019 : n° 1', 'ÉTÉ 2019 : n° 1', 'été-2019--n-1'],
  ])('%s', async (text, heading, anchor) => {
    const documents = await sectionsOf(`Avant.\n\n${text}\n\nTexte.`)
    expect(documents[1].fields).toEqual({ title: heading, heading, anchor, body: 'Texte.' })
  })

  test('an anchor of its own and one that is made never meet', async () => {
    const documents = await sectionsOf('## A {#b}\n\n## B\n\n## B\n\n## B-1\n')
    expect(documents.map(({ anchor }) => anchor)).toEqual([undefined, 'b', 'b-1', 'b-2', 'b-1-1'])
  })

  test('an address gets the anchor, and the description stays with the page', async () => {
    const [page, section] = await sectionsOf('---\nurl: /guide/\ndescription: Un guide.\n---\nAvant.\n\n## Fin\n')
    expect([page.fields.url, page.fields.description]).toEqual(['/guide/', 'Un guide.'])
    expect([section.fields.url, section.fields.description]).toEqual(['/guide/#fin', undefined])
  })
})

test('blocks of code are left out where they are not wanted', async () => {
  const text = 'Ceci `un`.\n\n```js\ndeux\n```\n\n    trois\n\nFin.'
  expect(await readFields('a.md', text)).toEqual([{ body: 'Ceci un.\n\ndeux\n\ntrois\n\nFin.' }])
  expect(await readFields('a.md', text, { code: false })).toEqual([{ body: 'Ceci un.\n\nFin.' }])
})

test.each([[''], ['\n \n']])('%j is refused', async text => {
  expect(await problemOf('a.md', text)).toEqual({ line: 1, kind: 'empty' })
})
