/** Markdown as site generators and note programs extend it: the text is kept, the marks are not. */
import { describe, expect, test } from 'vitest'
import type { AnchorStyle } from '../../src/readers/heading-anchors.ts'
import { readDocuments, readFields } from './read.ts'

const bodyOf = async (text: string, name = 'a.md') => (await readFields(name, text, {}))[0].body

describe('marks of generators are no text', () => {
  test.each([
    ['a container', 'Avant.\n\n:::tip\nUn **conseil**.\n:::\n\nAprès.', 'Avant.\n\nUn conseil.\n\nAprès.'],
    ['a container with a title', '::: warning Prudence\nTexte.\n:::', 'Prudence\n\nTexte.'],
    ['a title in brackets', ':::info[À *savoir*]{.large}\nTexte.\n:::', 'À savoir\n\nTexte.'],
    ['a container in another', '::::tabs\n:::tab Un\nA.\n:::\n:::tab Deux\nB.\n:::\n::::', 'Un\n\nA.\n\nDeux\n\nB.'],
    ['a title as attribute', '::: {.callout-note title="À lire"}\nTexte.\n:::', 'À lire\n\nTexte.'],
    ['containers with another mark', '??? Un exemple\nTexte.\n???', 'Un exemple\n\nTexte.'],
    ['an alert', '> [!NOTE]\n> À **lire**.', 'À lire.'],
    ['an alert with a title', '> [!tip]+ Conseil\n> Lire.', 'Conseil Lire.'],
    [
      'an admonition',
      '!!! note "À lire"\n    Texte *mis*.\n\n    Suite.\n\nAprès.',
      'À lire\n\nTexte mis.\n\nSuite.\n\nAprès.',
    ],
    ['an admonition without title', '!!! danger\n\n    Texte.\n', 'Texte.'],
    ['an admonition to open', '???+ example "Voir"\n    - un\n    - deux\n', 'Voir\n\nun\ndeux'],
    ['tabs', '=== "Linux"\n\n    apt\n\n=== "macOS"\n\n    brew\n', 'Linux\n\napt\n\nmacOS\n\nbrew'],
    ['footnotes', 'Une étude[^1] récente.\n\n[^1]: Le *rapport*.', 'Une étude récente.\n\nLe rapport.'],
    ['a footnote over lines', 'A[^n].\n\n[^n]: Un\ndeux.\n\n    Trois.\n\nFin.', 'A.\n\nUn deux.\n\nTrois.\n\nFin.'],
    ['a footnote in the line', 'Une étude^[celle de **1998**] récente.', 'Une étude (celle de 1998) récente.'],
    ['tasks', '- [x] fait\n- [ ] à faire\n', 'fait\nà faire'],
    ['brackets that are none', 'Le [x] du tableau [^ ].', 'Le [x] du tableau [^ ].'],
    ['wikilinks', 'Voir [[La trêve]] et [[Haftar|le maréchal]].', 'Voir La trêve et le maréchal.'],
    ['a wikilink to a heading', 'Voir [[Guide#Installer]].', 'Voir Guide Installer.'],
    ['an embedded file', 'Avant ![[carte.png]] après.', 'Avant après.'],
    ['tables of contents', '[[toc]]\n\n[TOC]\n\n[[_TOC_]]\n\nTexte.', 'Texte.'],
    ['the table of contents of kramdown', '* Table\n{:toc}\n\nTexte.', 'Table\n\nTexte.'],
    ['classes', '{: .note}\nTexte *gras*{: .rouge} et [lien](/a){:target="_blank"}.', 'Texte gras et lien.'],
    ['attributes', '![Une carte](a.png){width=50%} et [mots]{.smallcaps}.', 'Une carte et mots.'],
    ['braces that are text', 'Un ensemble {a, b} et {.x}.', 'Un ensemble {a, b} et {.x}.'],
    ['formulas', 'On a $x^2 = \\frac{1}{2}$ ici.', 'On a x 2 = 1 2 ici.'],
    [
      'a displayed formula',
      'Avant.\n\n$$\nE = mc^2 \\text{ si } v = 0\n$$\n\nAprès.',
      'Avant.\n\nE = mc 2 si v = 0\n\nAprès.',
    ],
    ['dollars that are money', 'De 5 $ à 10 $, ou $20 et $30.', 'De 5 $ à 10 $, ou $20 et $30.'],
    ['emoji codes', 'Bravo :tada: et :+1: !', 'Bravo et !'],
    ['colons that are text', 'À 12:30:45, donc : ceci, a:b:c.', 'À 12:30:45, donc : ceci, a:b:c.'],
    ['comments', 'Avant <!-- note --> après.\n\n<!--\nUn\n\nDeux\n-->\n\nFin.', 'Avant après.\n\nFin.'],
  ])('%s', async (_name, text, body) => {
    expect(await bodyOf(text)).toBe(body)
  })
})

describe('metadata without marks, as Pelican and MkDocs read it', () => {
  const of = async (text: string) => (await readFields('a.md', text, {}))[0]

  test('names are in lower case, and tags are a list', async () => {
    const text =
      'Title: L’ajonc d’Europe\r\nDate: 2025-03-12 10:00\r\nTags: lande, épine\r\nAuthors: Morvan, Aude; Le Bris, Yann\r\n\r\nIl *fleurit*.'
    expect(await of(text)).toEqual({
      title: 'L’ajonc d’Europe',
      date: '2025-03-12 10:00',
      tags: ['lande', 'épine'],
      authors: ['Morvan, Aude', 'Le Bris, Yann'],
      body: 'Il fleurit.',
    })
  })

  test('a value may have several lines, and a line of marks may end it', async () => {
    expect(await of('title: Un\nsummary: Une phrase\n    et sa suite.\n---\nTexte.')).toEqual({
      title: 'Un',
      summary: 'Une phrase et sa suite.',
      body: 'Texte.',
    })
  })

  test('without text', async () => {
    expect(await of('Title: Un\nDate: 2025')).toEqual({ title: 'Un', date: '2025', body: '' })
  })

  test.each([
    ['a paragraph with a colon', 'Attention: la route est fermée.'],
    ['a paragraph that names a title', 'Title: un mot\nqui continue ici.'],
    ['an address', 'https://exemple.fr'],
  ])('%s is text', async (_name, paragraph) => {
    expect((await of(`${paragraph}\n\nTexte.`)).body).toBe(`${paragraph.replace('\n', ' ')}\n\nTexte.`)
  })

  test('an invalid value is reported with its line', async () => {
    const [{ lineOf }] = await readDocuments('a.md', 'Title: Un\nDate: demain\n\nTexte.')
    expect(lineOf('date')).toBe(2)
  })
})

describe('code of templates is no text', () => {
  test.each([
    ['a shortcode', 'Avant {{< ref "a.md" >}} après.', 'Avant après.'],
    ['what a shortcode encloses', '{{% note %}}\nUn **mot**.\n{{% /note %}}', 'Un mot.'],
    ['what a shortcode shows', '{{< figure src="a.png" title="Une carte" alt="La Libye" >}}', 'Une carte – La Libye'],
    ['a shortcode over lines', '{{< figure\n  src="a.png"\n>}}\n\nTexte.', 'Texte.'],
    ['a shortcode as address', 'Voir [le guide]({{< ref "guide.md#a" >}}).', 'Voir le guide.'],
    ['a shortcode that is shown', 'Écrire {{</* note */>}}.', 'Écrire {{</* note */>}}.'],
    ['Liquid', '{% include a.html %}\n\nVoir {{ site.title | upcase }} ici.', 'Voir ici.'],
    ['a condition', '{% if page.a %}Un{% else %}Deux{% endif %}', 'UnDeux'],
    ['a comment of Liquid', 'A.\n\n{% comment %}\nrien\n\nrien\n{% endcomment %}\n\nB.', 'A.\n\nB.'],
    ['raw text', '{% raw %}Écrire {{ x }}{% endraw %}.', 'Écrire {{ x }}.'],
    ['code in code', 'Écrire `{{ x }}`.\n\n```\n{% if %}\n```\n', 'Écrire {{ x }}.\n\n{% if %}'],
    ['what is never closed', 'Un {{ mot et {% deux.', 'Un {{ mot et {% deux.'],
  ])('%s', async (_name, text, body) => {
    expect(await bodyOf(text)).toBe(body)
  })
})

describe('MDX', () => {
  test.each([
    [
      'modules',
      "import A from './a'\nimport {\n  b\n} from 'b'\n\nexport const c = {\n  d: 1,\n\n  e: 2,\n}\n\nTexte.",
      'Texte.',
    ],
    [
      'a sentence that starts like one',
      'import est un mot.\n\nexporter aussi.',
      'import est un mot.\n\nexporter aussi.',
    ],
    ['components', '<Tabs>\n  <TabItem label="Linux">\n\n    Un **mot**.\n\n  </TabItem>\n</Tabs>', 'Linux\n\nUn mot.'],
    ['components in a line', 'Un <Terme id="a">mot</Terme> et <Icon />.', 'Un mot et .'],
    [
      'attributes that are code',
      '<Sandpack\n  files={{ a: `<p>{"}"}</p>` }}\n  onClick={() => a > b}\n/>\n\nTexte.',
      'Texte.',
    ],
    [
      'what components show',
      '<Card title="Une carte" href="/a" description={"Et son texte"} />',
      'Une carte – Et son texte',
    ],
    ['fragments', '<>\n\nTexte.\n\n</>', 'Texte.'],
    ['comments', 'Avant {/* note */} après.\n\n{/*\n\nrien\n\n*/}\n\nFin.', 'Avant après.\n\nFin.'],
    ['expressions', 'Il y a {count} mots{" "}ici {`et là`}.', 'Il y a mots ici et là.'],
    ['elements', '<div className="a">\n\nTexte.\n\n</div>', 'Texte.'],
  ])('%s', async (_name, text, body) => {
    expect(await bodyOf(text, 'a.mdx')).toBe(body)
  })

  test('is known by what it holds, too', async () => {
    const text = 'Texte.\n\n<Intro>\n\nUn **mot** {/* note */}.\n\n</Intro>\n'
    expect(await bodyOf(text)).toBe('Texte.\n\nUn mot .')
  })
})

describe('titles', () => {
  test.each([
    ['the first heading, wherever it stands', 'Avant.\n\n# Le guide\n\nTexte.', 'Le guide', 'Avant.\n\nTexte.'],
    ['a heading of HTML', '<h1>Le <em>guide</em></h1>\n\nTexte.', 'Le guide', 'Texte.'],
    [
      'a lower heading, if there is no other',
      'Avant.\n\n## Le guide\n\nTexte.',
      'Le guide',
      'Avant.\n\nLe guide\n\nTexte.',
    ],
    ['the key before a heading', '---\ntitle: Trêve\n---\n# Le guide\n\nTexte.', 'Trêve', 'Le guide\n\nTexte.'],
    ['the heading, if the key is empty', '---\ntitle:\n---\n# Le guide', 'Le guide', ''],
    [
      'without Markdown',
      '---\ntitle: "Le *guide* de `fetch` et [ici](/a)"\n---\nTexte.',
      'Le guide de fetch et ici',
      'Texte.',
    ],
    [
      'with what looks like a tag',
      '---\ntitle: "<Suspense> en _détail_"\n---\nTexte.',
      '<Suspense> en détail',
      'Texte.',
    ],
    ['without attributes', '# Le guide {.unnumbered}\n\nTexte.', 'Le guide', 'Texte.'],
  ])('%s', async (_name, text, title, body) => {
    expect(await readFields('a.md', text)).toEqual([expect.objectContaining({ title, body })])
  })
})

describe('front matter', () => {
  test.each([
    ['an object of JSON', '{\n  "title": "Trêve",\n  "tags": ["a"]\n}\n\nTexte.'],
    ['JSON between marks', '---json\n{ "title": "Trêve", "tags": ["a"] }\n---\nTexte.'],
    ['JSON between semicolons', ';;;\n{ "title": "Trêve", "tags": ["a"] }\n;;;\nTexte.'],
    ['TOML by its name', '---toml\ntitle = "Trêve"\ntags = ["a"]\n---\nTexte.'],
  ])('may be %s', async (_name, text) => {
    expect(await readFields('a.md', text)).toEqual([{ title: 'Trêve', tags: ['a'], body: 'Texte.' }])
  })

  test('is not what only looks like it', async () => {
    expect(await bodyOf('{ "a" : ce n’est pas du JSON }\n\nTexte.')).toBe('{ "a" : ce n’est pas du JSON }\n\nTexte.')
  })

  test('stands in HTML too, and its tags are no text', async () => {
    const text = '---\ntitle: Trêve\n---\n{% include nav.html %}\n<main><p>Un {{ page.mot }}texte.</p></main>'
    expect(await readFields('a.html', text)).toEqual([{ title: 'Trêve', body: 'Un texte.' }])
  })

  test('remembers how numbers are written', async () => {
    const [{ fields, written }] = await readDocuments(
      'a.md',
      '---\ncode: 01000\nversion: 1.10\ntags: [2019, libye]\n---\nTexte.',
    )
    expect(fields).toMatchObject({ code: 1000, version: 1.1, tags: [2019, 'libye'] })
    expect(written).toEqual({ code: '01000', version: '1.10', tags: ['2019', 'libye'] })
  })
})

describe('anchors', () => {
  const HEADING = '1. L’été à Nîmes & œuvres'
  test.each<[AnchorStyle, string, string]>([
    ['github', '1-lété-à-nîmes--œuvres', '1-lété-à-nîmes--œuvres-1'],
    ['vitepress', '_1-l-ete-a-nimes-œuvres', '_1-l-ete-a-nimes-œuvres-1'],
    ['hugo', '1-lété-à-nîmes--œuvres', '1-lété-à-nîmes--œuvres-1'],
    ['mkdocs', '1-lete-a-nimes-uvres', '1-lete-a-nimes-uvres_1'],
    ['pandoc', 'lété-à-nîmes-œuvres', 'lété-à-nîmes-œuvres-1'],
    ['sphinx', 'l-ete-a-nimes-oeuvres', 'id1'],
    ['zola', '1-l-ete-a-nimes-oeuvres', '1-l-ete-a-nimes-oeuvres-1'],
    ['eleventy', '1-l-ete-a-nimes-and-oeuvres', '1-l-ete-a-nimes-and-oeuvres-1'],
  ])('as %s makes them', async (anchors, first, second) => {
    const documents = await readDocuments('a.md', `## ${HEADING}\n\n## ${HEADING}\n`, { sections: true, anchors })
    expect(documents.map(({ anchor }) => anchor)).toEqual([undefined, first, second])
  })

  test.each([
    ['## Un front {#front}', 'front'],
    ['## Un front { .large #front data-x=1 }', 'front'],
    ['## Un front {: #front}', 'front'],
    ['## Un front {/*front*/}', 'front'],
    ['## Un `front` {/* front-1 */}', 'front-1'],
    ['## Un front\n{: #front}', 'front'],
    ['Un front {#front}\n--------', 'front'],
  ])('%j has its own', async (text, anchor) => {
    const documents = await readDocuments('a.md', `Avant.\n\n${text}\n\nTexte.`, { sections: true })
    expect(documents.map(({ fields }) => [fields.heading, fields.anchor, fields.body]).at(-1)).toEqual([
      expect.stringMatching(/^Un front$/),
      anchor,
      'Texte.',
    ])
  })
})

test('pages of braces and tags that are never closed take linear time', async () => {
  const time = async (count: number) => {
    const text = 'a {b <C d={e `f {{ {% <!- '.repeat(count)
    const start = performance.now()
    await bodyOf(text, 'a.mdx')
    return performance.now() - start
  }
  await time(1000)
  const [short, long] = [await time(2000), await time(20_000)]
  expect(long).toBeLessThan(Math.max(short, 5) * 60)
})

test('lines keep their numbers', async () => {
  const text = "import A from './a'\n\n<Tabs\n  a={1}\n>\n\n{/*\n*/}\n\n## Un front\n\nTexte.\n"
  const documents = await readDocuments('a.mdx', text, { sections: true })
  expect(documents.map(({ line }) => line)).toEqual([1, 10])
})
