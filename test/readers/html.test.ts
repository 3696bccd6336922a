import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemOf, readDocuments, readFields } from './read.ts'

const body = async (html: string) => (await readFields('a.html', html))[0].body

describe('text', () => {
  test.each([
    [
      'tags inside a word',
      '<p><b>é</b>lan et l’<em>œ</em>uvre du XIX<sup>e</sup> siècle</p>',
      'élan et l’œuvre du XIXe siècle',
    ],
    ['entities', '<p>&eacute;t&#233;&nbsp;: 5&#8239;500 &amp; plus &lt;b&gt;</p>', 'été\u00a0: 5\u202f500 & plus <b>'],
    ['an entity without semicolon', '<p>caf&eacute noir</p>', 'café noir'],
    ['line ends', '<p>un<br>deux<br/>trois</p>', 'un\ndeux\ntrois'],
    [
      'places where a word may be broken',
      '<p>anti<wbr>constitution&shy;nelle\u00adment</p>',
      'anticonstitutionnellement',
    ],
    ['white space', '<p>  un\n\t deux  </p>\n\n<p> trois </p>', 'un deux\n\ntrois'],
    [
      'blocks without white space',
      '<p>un</p><p>deux</p><div>trois<div>quatre</div>cinq</div>',
      'un\n\ndeux\n\ntrois\n\nquatre\n\ncinq',
    ],
    [
      'lists and tables',
      '<ul><li>un<li>deux<ul><li>trois</ul></ul><table><tr><td>a<td>b</table>fin',
      'un\ndeux\ntrois\n\na\nb\n\nfin',
    ],
    ['a paragraph in an item', '<p>Avant</p><ol><li><p>un</p><p>deux</p></li></ol>', 'Avant\n\nun\ndeux'],
    ['preformatted text', '<pre>\n  un\n    deux\n</pre>', '  un\n    deux'],
    ['images by their text', '<p>Voir <img alt="une carte" src="c.png"> ici.</p>', 'Voir une carte ici.'],
    [
      'what nobody reads',
      'a<script>b</script><style>c</style><template>d</template><noscript>e</noscript><!-- f --><svg><text>g</text></svg>',
      'a',
    ],
    [
      'what is hidden',
      'a<p hidden>b</p><span aria-hidden="true">c</span><div data-trouvaille-ignore>d<p>e</p></div><dialog>f</dialog><p style="color:red; display: none">g</p>',
      'a',
    ],
    ['what is shown', '<dialog open>a</dialog><p style="display:block">b</p>', 'a\n\nb'],
    ['what is pressed', '<p>Copier <button>Copier</button><select><option>un</select>ceci</p>', 'Copier ceci'],
    [
      'notes',
      '<p>Une étude<sup><a href="#n1">1</a></sup> et une autre<a href="#n2"><sup>[2]</sup></a>.</p>',
      'Une étude et une autre.',
    ],
    [
      'links to places of the page',
      '<p>Voir <a href="#fin">la fin</a> en <a href="#p2">2</a>.</p>',
      'Voir la fin en 2.',
    ],
    ['text that looks like tags', '<p>1 < 2 et a<b</p>', '1 < 2 et a'],
    ['a tag that is never closed', '<p>un<div>deux', 'un\n\ndeux'],
  ])('%s', async (_name, html, text) => {
    expect(await body(html)).toBe(text)
  })

  test('depth costs no stack', async () => {
    expect(await body(`${'<div>'.repeat(4000)}fond`)).toBe('fond')
  })
})

describe('main content', () => {
  const frame = (inner: string) =>
    `<html><body><header>Le site</header><nav>Accueil</nav>${inner}<aside>Publicité</aside><footer>Mentions</footer></body></html>`

  test.each([
    ['all but the frame of the page', '<p>texte</p>', 'texte'],
    ['frames by their roles', '<div role="banner">haut</div><p>texte</p><div role="search">chercher</div>', 'texte'],
    ['article', '<p>avant</p><article>un</article><article>deux</article>', 'un\n\ndeux'],
    ['main before article', '<article>un</article><main>deux<article>trois</article></main>', 'deux\n\ntrois'],
    ['the role main', '<p>avant</p><div role="main">texte</div>', 'texte'],
    [
      'marks before main',
      '<main>un<div data-trouvaille>deux<b data-trouvaille>trois</b></div></main><p data-trouvaille>quatre</p>',
      'deuxtrois\n\nquatre',
    ],
    [
      'header and aside in main are text, nav is not',
      '<main><header>titre</header><nav>ici</nav><aside>note</aside></main>',
      'titre\n\nnote',
    ],
  ])('%s', async (_name, inner, text) => {
    expect(await body(frame(inner))).toBe(text)
  })
})

describe('fields', () => {
  test('come from the head', async () => {
    const head = `<title>Une trêve –
      Le Journal</title><meta name="description" content="Le calme  revient."><meta name="author" content="Inès Bouaziz">
      <link rel="canonical" href="https://exemple.fr/treve/"><meta property="article:published_time" content="2020-01-12T08:00:00Z">
      <meta property="article:modified_time" content="2020-01-13"><meta property="article:section" content="monde">
      <meta property="article:tag" content="Libye"><meta property="article:tag" content="ONU"><meta name="trouvaille:saison" content="hiver">`
    expect(await readFields('a.html', `<html lang="fr"><head>${head}</head><body><p>Texte.</p></body></html>`)).toEqual(
      [
        {
          title: 'Une trêve – Le Journal',
          description: 'Le calme revient.',
          author: 'Inès Bouaziz',
          url: 'https://exemple.fr/treve/',
          date: '2020-01-12T08:00:00Z',
          updated: '2020-01-13',
          section: 'monde',
          tags: ['Libye', 'ONU'],
          saison: 'hiver',
          lang: 'fr',
          body: 'Texte.',
        },
      ],
    )
  })

  test('the first heading is the title, and is not in the text again', async () => {
    const html =
      '<title>T – Site</title><main><p>Accueil › Monde</p><h1>Une <em>trêve</em></h1><p>Texte.</p><h1>Autre</h1></main>'
    expect(await readFields('a.html', html)).toEqual([
      { title: 'Une trêve', body: 'Accueil › Monde\n\nTexte.\n\nAutre' },
    ])
  })

  test('the date is that of the first time where the head has none', async () => {
    const html =
      '<main><time>hier</time><time datetime="2019-11-26">26 novembre</time><time datetime="2020">2020</time></main>'
    expect((await readFields('a.html', html))[0].date).toBe('2019-11-26')
  })

  test('the title of a drawing is not that of the page', async () => {
    expect(await readFields('a.html', '<svg><title>Logo</title></svg><p>Texte.</p>')).toEqual([{ body: 'Texte.' }])
  })

  test.each([
    ['<meta name="robots" content="noindex, follow"><p>Introuvable.</p>'],
    ['<meta http-equiv="refresh" content="0; url=/ailleurs/"><p>Parti.</p>'],
  ])('%s is no page to be found', async html => {
    expect(await readFields('a.html', html)).toEqual([])
  })

  test.each([
    ['', { line: 1, kind: 'empty' }],
    [' \n', { line: 1, kind: 'empty' }],
    ['<html><body><nav>Accueil</nav></body></html>', { line: 1, kind: 'empty' }],
  ])('%j is refused', async (html, problem) => {
    expect(await problemOf('a.html', html)).toEqual(problem)
  })
})

describe('sections', () => {
  const page = `<title>Guide</title>
<link rel="canonical" href="https://exemple.fr/guide/#haut">
<main><h1 id="guide">Le guide</h1><p>Avant.</p>
<h2 id="installer">Installer <a class="header-anchor" href="#installer" aria-label="lien">#</a></h2><p>Avec npm.</p>
<h3>Sans ancre</h3><p>Suite.</p>
<section id="servir"><h2>Servir</h2><p>Partout.</p></section>
<h2><a name="fin"></a>Fin</h2></main>`

  test('are documents that an address leads to', async () => {
    const documents = await readDocuments('a.html', page, { sections: true })
    expect(
      documents.map(({ fields, anchor, line }) => [fields.heading, fields.body, fields.url, anchor, line]),
    ).toEqual([
      [undefined, 'Avant.', 'https://exemple.fr/guide/#haut', undefined, 1],
      ['Installer', 'Avec npm.\n\nSans ancre\n\nSuite.', 'https://exemple.fr/guide/#installer', 'installer', 4],
      ['Servir', 'Partout.', 'https://exemple.fr/guide/#servir', 'servir', 6],
      ['Fin', '', 'https://exemple.fr/guide/#fin', 'fin', 7],
    ])
    expect(new Set(documents.map(({ fields }) => fields.title))).toEqual(new Set(['Le guide']))
  })

  test('of any page hold together all that it holds, each word once', async () => {
    const part = fc.constantFrom(
      '<p>un</p>',
      'deux<br>',
      '<ul><li>trois</ul>',
      '<pre>qua\n tre</pre>',
      '<section id="s">',
      '</section>',
    )
    const heading = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('', ' id="a"', ' id="été"'))
    const piece = fc.oneof(
      part,
      heading.map(([level, id]) => `<h${level}${id}>titre</h${level}>`),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async pieces => {
        const html = `<title>T</title><main><p>début</p>${pieces.join('')}</main>`
        const words = (texts: unknown[]) => texts.filter(Boolean).join(' ').split(/\s+/)
        const [whole] = await readFields('a.html', html)
        const sections = await readFields('a.html', html, { sections: true })
        expect(new Set(sections.map(({ anchor }) => anchor)).size).toBe(sections.length)
        expect(words(sections.flatMap(({ heading, body }) => [heading, body]))).toEqual(words([whole.body]))
      }),
    )
  })

  test('hold together all that the page holds', async () => {
    const [whole] = await readFields('a.html', page)
    const sections = await readFields('a.html', page, { sections: true })
    expect(
      sections
        .flatMap(({ heading, body }) => [heading, body])
        .filter(Boolean)
        .join('\n\n'),
    ).toBe(whole.body)
  })
})

test('blocks of code are left out where they are not wanted', async () => {
  expect(
    await readFields('a.html', '<p>Ceci <code>un</code>.</p><pre><code>deux</code></pre>', { code: false }),
  ).toEqual([{ body: 'Ceci un.' }])
})
