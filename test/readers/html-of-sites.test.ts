/** HTML as sites have it: where the page is among all that is around it, and what of it is text. */
import { describe, expect, test } from 'vitest'
import { readerFor } from '../../src/readers/registry.ts'
import { Skip } from '../../src/readers/skip.ts'
import { textFile } from '../../src/readers/source.ts'
import { readDocuments, readFields } from './read.ts'

const LONG = 'Le calme revient dans la ville après des mois de combats. '.repeat(5)
const pageOf = async (html: string) => (await readFields('a.html', html))[0]
const bodyOf = async (html: string) => (await pageOf(html)).body

describe('the page is not in what is left out', () => {
  test.each([
    ['a template', '<template><main>modèle</main></template><p>texte</p>', 'texte'],
    ['a hidden element', '<div hidden><main>caché</main></div><p>texte</p>', 'texte'],
    ['what is not displayed', '<div style="display:none"><article><h1>Caché</h1></article></div><p>texte</p>', 'texte'],
    ['navigation', '<nav><article>menu</article></nav><p>texte</p>', 'texte'],
    ['noscript', '<noscript><main>sans scripts</main></noscript><p>texte</p>', 'texte'],
    ['a closed dialog', '<dialog><main>fenêtre</main></dialog><p>texte</p>', 'texte'],
    ['marks to ignore', '<div data-trouvaille-ignore><main>non</main></div><p>texte</p>', 'texte'],
    ['a mark that is hidden', '<p data-trouvaille hidden>non</p><p data-trouvaille>texte</p>', 'texte'],
  ])('%s', async (_name, html, body) => {
    expect(await bodyOf(html)).toBe(body)
  })
})

describe('articles', () => {
  test.each([
    ['with the heading are the page', `<article><h1>Titre</h1><p>court</p></article><div>${LONG}</div>`, 'court'],
    ['with most of the text are', `<p>avant</p><article>${LONG}</article>`, LONG.trim()],
    ['of a list are all', `<article>${LONG}</article><article>fin</article><p>pied</p>`, `${LONG.trim()}\n\nfin`],
    [
      'that are comments are not',
      `<h1>Titre</h1><p>${LONG}</p><section><article>Bravo !</article><article>Merci.</article></section>`,
      `${LONG.trim()}\n\nBravo !\n\nMerci.`,
    ],
    [
      'that are called comments are not even text',
      `<h1>Titre</h1><p>${LONG}</p><section id="comments"><article>Bravo !</article></section>`,
      LONG.trim(),
    ],
    [
      'that are cards are not',
      `<div><h1>Titre</h1>${LONG}</div><article>À lire aussi</article>`,
      `${LONG.trim()}\n\nÀ lire aussi`,
    ],
  ])('%s', async (_name, html, body) => {
    expect(await bodyOf(html)).toBe(body)
  })
})

test('what is hidden until a search finds it is text', async () => {
  expect(
    await bodyOf('<p>un</p><div hidden="until-found">deux</div><details><summary>trois</summary>quatre</details>'),
  ).toBe('un\n\ndeux\n\ntrois\n\nquatre')
})

describe('superscripts', () => {
  test.each([
    ['le 1<sup>er</sup> mai, la 2<sup>e</sup>, le 2<sup>nd</sup>', 'le 1er mai, la 2e, le 2nd'],
    ['XIX<sup>e</sup>, M<sup>me</sup>, D<sup>r</sup>, n<sup>o</sup> 3', 'XIXe, Mme, Dr, no 3'],
    ['20 m<sup>2</sup>, 3 km<sup>2</sup>, 5 m<sup>-1</sup>', '20 m2, 3 km2, 5 m-1'],
    ['10<sup>6</sup> et 10<sup>-6</sup>', '10 6 et 10 -6'],
    ['une étude<sup>1</sup> de 1998<sup>2</sup>', 'une étude 1 de 1998 2'],
    ['une étude<sup>[3]</sup>, (une autre)<sup>4</sup>', 'une étude [3], (une autre) 4'],
    ['une étude<sup>*</sup> et x<sup>2</sup>', 'une étude * et x2'],
    ['CO<sub>2</sub> et H<sub>2</sub>O', 'CO2 et H2O'],
  ])('%s', async (html, body) => {
    expect(await bodyOf(`<p>${html}</p>`)).toBe(body)
    expect((await readFields('a.md', html))[0].body).toBe(body)
  })
})

describe('pages of CMSes, as their themes write them', () => {
  test('WordPress, a classic theme', async () => {
    const page = await pageOf(`<html lang="fr-FR"><head><title>Une trêve – Ville de Nîmes</title>
      <meta property="og:site_name" content="Ville de Nîmes"><meta property="og:title" content="Une trêve - Ville de Nîmes">
      <meta property="article:published_time" content="2020-01-12T08:00:00+00:00"></head><body class="post-template-default single">
      <a class="skip-link screen-reader-text" href="#content">Aller au contenu</a>
      <div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title">Ville de Nîmes</p></header>
      <div id="content" class="site-content"><div id="primary" class="content-area"><article class="post-12 post">
        <header class="entry-header"><h1 class="entry-title">Une trêve</h1><div class="entry-meta"><time class="entry-date" datetime="2020-01-12">12 janvier</time></div></header>
        <div class="entry-content"><p>${LONG}</p><div class="sharedaddy">Partager</div><div class="yarpp">À lire aussi</div></div>
        <footer class="entry-footer"><span class="cat-links">Publié dans Actualités</span></footer></article>
        <div id="comments" class="comments-area"><h2>2 commentaires</h2><article>Bravo !</article></div></div>
      <div id="secondary" class="widget-area">Articles récents</div></div><footer class="site-footer">Mentions</footer></div></body></html>`)
    expect(page).toMatchObject({
      title: 'Une trêve',
      body: `12 janvier\n\n${LONG.trim()}`,
      date: '2020-01-12T08:00:00+00:00',
      lang: 'fr-FR',
    })
  })

  test('SPIP', async () => {
    const page = await pageOf(`<body class="pas_surlignable page_article"><div id="page" class="page">
      <div id="entete" class="header"><a href="/">Mairie</a></div><div class="arbo">Accueil > Vie locale</div>
      <div id="conteneur"><div id="contenu" class="contenu"><div class="cartouche"><h1 class="titre crayon">Une trêve</h1></div>
      <div class="chapo crayon"><p>Le chapô.</p></div><div class="texte crayon"><p>${LONG}</p></div>
      <div class="forum">Un commentaire</div></div></div><div id="navigation">Rubriques</div><div id="pied" class="footer">Plan du site</div></div></body>`)
    expect(page).toMatchObject({ title: 'Une trêve', body: `Le chapô.\n\n${LONG.trim()}` })
  })

  test('Drupal', async () => {
    const page =
      await pageOf(`<body><div class="dialog-off-canvas-main-canvas"><header role="banner">Préfecture</header>
      <div class="region region-breadcrumb">Accueil</div><div class="region region-sidebar-first">Menu</div>
      <div class="region region-content"><div class="block-page-title-block"><h1 class="page-title">Une trêve</h1></div>
      <div class="node__content"><div class="field field--name-body"><p>${LONG}</p></div></div></div>
      <footer role="contentinfo">Mentions</footer></div></body>`)
    expect(page).toMatchObject({ title: 'Une trêve', body: LONG.trim() })
  })

  test('Ghost', async () => {
    const data = {
      '@type': 'Article',
      datePublished: '2020-01-12T08:00:00.000Z',
      author: { name: 'Inès Bouaziz' },
      keywords: 'Libye, ONU',
    }
    const page = await pageOf(`<head><script type="application/ld+json">${JSON.stringify(data)}</script></head>
      <body><header id="gh-head" class="gh-head">Le Journal</header><main id="gh-main" class="gh-main"><article class="gh-article post">
      <header class="gh-article-header"><h1 class="gh-article-title">Une trêve</h1></header>
      <section class="gh-content gh-canvas"><p>${LONG}</p></section><section class="gh-comments">Commenter</section></article>
      <div class="read-more-wrap"><article>Autre article</article></div></main></body>`)
    expect(page).toMatchObject({
      title: 'Une trêve',
      body: LONG.trim(),
      date: '2020-01-12T08:00:00.000Z',
      author: 'Inès Bouaziz',
      tags: ['Libye', 'ONU'],
    })
  })

  test('an element that is called content, without any other mark', async () => {
    expect(
      await bodyOf(
        `<div id="menu">Menu</div><h1>Titre</h1><div class="content">${LONG}</div><div class="promo">Offre</div>`,
      ),
    ).toBe(LONG.trim())
  })

  test('signs that generators put beside headings and lines', async () => {
    const html =
      '<main><h2 id="a">Un front<a class="headerlink" href="#a" title="Lien permanent">¶</a></h2><h2 id="b">Fin <a class="header-anchor" href="#b">Lien vers « Fin »</a></h2><table><tr><td class="linenos">1</td><td>code</td></tr></table></main>'
    expect(await bodyOf(html)).toBe('Un front\n\nFin\n\ncode')
  })
})

describe('anchors', () => {
  test.each([
    ['a heading', '<h2 id="front">Un front</h2>'],
    ['a section', '<section id="front"><h2>Un front</h2></section>'],
    ['a division', '<div class="section" id="front"><h2>Un front</h2></div>'],
    ['a span in it', '<h2><span id="front">Un front</span></h2>'],
    ['an empty link in it', '<h2><a name="front"></a>Un front</h2>'],
    ['an empty link before it', '<a id="front"></a><h2>Un front</h2>'],
  ])('of %s', async (_name, html) => {
    const documents = await readDocuments('a.html', `<main><p>Avant.</p>${html}<p>Texte.</p></main>`, {
      sections: true,
    })
    expect(documents.at(-1)?.fields).toMatchObject({ heading: 'Un front', anchor: 'front', body: 'Texte.' })
  })
})

describe('pages that are left out say why', () => {
  test.each([
    ['<meta name="robots" content="noindex, follow">', 'no-index'],
    ['<meta name="googlebot" content="none">', 'no-index'],
    ['<meta http-equiv="refresh" content="0; url=/ailleurs/">', 'redirect'],
    ['<meta http-equiv="refresh" content="300">', undefined],
    ['<meta name="robots" content="index, follow">', undefined],
  ])('%s', async (meta, reason) => {
    const reasons: unknown[] = []
    for await (const found of readerFor('a.html')?.read(textFile('a.html', `${meta}<p>texte</p>`), {}) ?? []) {
      reasons.push(found instanceof Skip ? found.reason : undefined)
    }
    expect(reasons).toEqual([reason])
  })
})
