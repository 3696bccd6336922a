/** The HTML of the project's site: its start page in two languages, and the pages of articles and measurements. Addresses are relative, so that any path serves it. */
import { TEXTS } from './texts.mjs'

/** No inline script or style, nothing of another origin. Images may be data: the icon, and those of the style sheet. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'"

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Ccircle cx='13' cy='13' r='9' fill='none' stroke='%23a3262a' stroke-width='4'/%3E%3Cpath d='m20 20 9 9' stroke='%23a3262a' stroke-width='5' stroke-linecap='round'/%3E%3C/svg%3E"

/** @param {string} text */
export const escapeHtml = text =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * @param {{ lang: string, title: string, root: string, head?: string, nav: string, main: string }} page `root` leads to the folder of the site
 */
function page({ lang, title, root, head = '', nav, main }) {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="${root}site.css">
${head}</head>
<body>
<header><p class="name"><a href="${root}${lang === 'en' ? 'en/' : ''}index.html">Trouvaille</a></p><nav>${nav}</nav></header>
<main>
${main}
</main>
</body>
</html>
`
}

/**
 * The start page.
 *
 * @param {'fr' | 'en'} locale
 * @param {readonly { name: string, title: string }[]} measures
 */
export function startPage(locale, measures) {
  const texts = TEXTS[locale]
  const root = locale === 'fr' ? './' : '../'
  const other = locale === 'fr' ? 'en/index.html' : '../index.html'
  const chips = (/** @type {string} */ name, /** @type {readonly string[]} */ values) =>
    values
      .map(value => `<button type="button" lang="fr" ${name}="${escapeHtml(value)}">${escapeHtml(value)}</button>`)
      .join(' ')
  const [asked, found] = texts.pairLabels
  return page({
    lang: locale,
    title: texts.title,
    root,
    head: `<script type="module" src="${root}trouvaille/element.js"></script>
<script type="module" src="${root}playground.js"></script>
`,
    nav: `<a href="${other}" lang="${locale === 'fr' ? 'en' : 'fr'}" hreflang="${locale === 'fr' ? 'en' : 'fr'}">${texts.otherLanguage}</a>`,
    main: `<h1>${texts.tagline}</h1>
<noscript><p>${texts.noScript}</p></noscript>
<section aria-labelledby="search">
<h2 id="search">${texts.searchTitle}</h2>
<p>${texts.searchIntro}</p>
<p class="chips">${texts.tryThese} ${chips('data-search', texts.queries)}</p>
<trouvaille-search src="${root}trouvaille/articles.trv ${root}trouvaille/measures.trv" labels="${escapeHtml(texts.tabs)}" label="${texts.searchLabel}" base="${locale === 'fr' ? '.' : '..'}" shortcuts="/" heading-level="3"></trouvaille-search>
</section>
<section aria-labelledby="analysis">
<h2 id="analysis">${texts.analysisTitle}</h2>
<p>${texts.analysisIntro}</p>
<label for="text">${texts.analysisLabel}</label>
<textarea id="text" rows="3" lang="fr" spellcheck="false">${texts.analysisStart}</textarea>
<div id="tokens" class="wide" tabindex="0" role="group" aria-label="${texts.analysisTitle}"></div>
</section>
<section aria-labelledby="pair">
<h2 id="pair">${texts.pairTitle}</h2>
<p>${texts.pairIntro}</p>
<p class="pair"><span><label for="asked">${asked}</label><input id="asked" lang="fr" spellcheck="false" value="${texts.pairStart[0]}"></span> <span><label for="found">${found}</label><input id="found" lang="fr" spellcheck="false" value="${texts.pairStart[1]}"></span></p>
<p id="meeting" role="status"></p>
<p class="chips">${texts.tryThese} ${texts.pairExamples.map(pair => `<button type="button" lang="fr" data-pair="${pair.join(' ')}">${pair.join(' – ')}</button>`).join(' ')}</p>
</section>
<section aria-labelledby="taken-apart">
<h2 id="taken-apart">${texts.queryTitle}</h2>
<p>${texts.queryIntro}</p>
<label for="query">${texts.queryLabel}</label>
<input id="query" lang="fr" spellcheck="false" value="${escapeHtml(texts.queryStart)}">
<div id="reading" class="wide" tabindex="0" role="group" aria-label="${texts.queryTitle}"></div>
</section>
<section aria-labelledby="measured">
<h2 id="measured">${texts.measuresTitle}</h2>
<p>${texts.measuresIntro}</p>
<ul>
${measures.map(({ name, title }) => `<li><a href="${root}measures/${name}.html" lang="en" hreflang="en">${title}</a></li>`).join('\n')}
</ul>
</section>`,
  })
}

/**
 * A page of text, one folder below the start page.
 *
 * @param {{ lang: 'fr' | 'en', title: string, html: string }} text
 */
export function textPage({ lang, title, html }) {
  const home = lang === 'en' ? '../en/index.html' : '../index.html'
  const main = `<article>\n${html}</article>`
  return page({ lang, title, root: '../', nav: `<a href="${home}">${TEXTS[lang].home}</a>`, main })
}
