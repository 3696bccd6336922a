/**
 * Builds the project's own site in site/: static files that any host serves, under any path. `npm run site`, after `npm run build`.
 *
 * The example articles and the measured tables become pages, which the program indexes as it would those of any site; the start page searches them by the
 * search box as it is shipped, and lets visitors try the analysis of French.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import markdownIt from 'markdown-it'
import { parse } from 'yaml'
import { escapeHtml, startPage, textPage } from './site/pages.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const MEASURES = ['relevance', 'robustness', 'speed', 'scaling', 'remote']
const markdown = markdownIt({ html: true, typographer: false })

/**
 * @param {{ folder?: string, program?: string }} [options] `folder`: where to write it, default: site; `program`: what indexes it, default: dist/cli.js
 * @returns {Promise<string>} the folder
 */
export async function buildSite({ folder = join(root, 'site'), program = join(root, 'dist/cli.js') } = {}) {
  rmSync(folder, { recursive: true, force: true })
  for (const name of ['en', 'articles', 'measures']) mkdirSync(join(folder, name), { recursive: true })
  writeArticles(folder)
  const measures = writeMeasures(folder)
  writeFileSync(join(folder, 'index.html'), startPage('fr', measures))
  writeFileSync(join(folder, 'en/index.html'), startPage('en', measures))
  const styles = ['src/cli/serve/page/page.css', 'src/cli/serve/page/explanation.css', 'scripts/site/site.css']
  writeFileSync(join(folder, 'site.css'), styles.map(path => readFileSync(join(root, path), 'utf8')).join('\n'))
  await buildPlayground(folder)
  // Each build writes the search box beside the index as well.
  for (const name of ['articles', 'measures']) {
    const out = join(folder, 'trouvaille', `${name}.trv`)
    const sections = name === 'measures' ? ['--sections'] : []
    const options = ['build', folder, '--include', `${name}/*.html`, '--out', out, ...sections]
    execFileSync(process.execPath, [program, ...options], { stdio: ['ignore', 'ignore', 'inherit'] })
  }
  return folder
}

/** @param {string} folder */
function writeArticles(folder) {
  const articles = join(root, 'index-data/articles')
  for (const name of readdirSync(articles).filter(name => name.endsWith('.md'))) {
    const [, head, body] = readFileSync(join(articles, name), 'utf8').split(/^---$/m)
    const { title, author, date } = parse(head)
    const day = new Date(date).toISOString().slice(0, 10)
    const html = `<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml([author, day].filter(Boolean).join(', '))}</p>\n${markdown.render(body)}`
    writeFileSync(join(folder, 'articles', name.replace(/\.md$/, '.html')), textPage({ lang: 'fr', title, html }))
  }
}

/** @param {string} folder */
function writeMeasures(folder) {
  return MEASURES.map(name => {
    const text = readFileSync(join(root, 'docs', `${name}.md`), 'utf8')
    const title = /^# (.*)$/m.exec(text)?.[1] ?? name
    // What the site does not have is named without a link.
    const linked = markdown
      .render(text)
      .replaceAll(/<a href="([^"]*)">(.*?)<\/a>/gs, (link, /** @type {string} */ href, inner) => {
        const [, page, anchor] = /^([\w-]+)\.md(#.*)?$/.exec(href) ?? []
        if (MEASURES.includes(page)) return `<a href="${page}.html${anchor ?? ''}">${inner}</a>`
        return /^(?:#|https:)/.test(href) ? link : inner
      })
    // A meta policy allows no inline style, which is how tables are aligned.
    const html = linked
      .replaceAll(/ style="[^"]*"/g, '')
      .replaceAll(/<img [^>]*>/g, '')
      .replaceAll('<th></th>', '<td></td>')
      .replaceAll('<table>', '<div class="wide" tabindex="0" role="group" aria-label="Table"><table>')
      .replaceAll('</table>', '</table></div>')
    writeFileSync(join(folder, 'measures', `${name}.html`), textPage({ lang: 'en', title, html: withAnchors(html) }))
    return { name, title }
  })
}

/** Headings with the anchors that the documentation links to. @param {string} html */
function withAnchors(html) {
  return html.replaceAll(/<h([2-4])>(.*?)<\/h\1>/gs, (_, level, inner) => {
    const slug = inner
      .replaceAll(/<[^>]*>|&\w+;/g, '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-')
    return `<h${level} id="${slug}">${inner}</h${level}>`
  })
}

/** @param {string} folder */
async function buildPlayground(folder) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/languages/french/data/default-stop-words.ts')],
    bundle: true,
    format: 'esm',
    write: false,
  })
  const { STOP_WORDS } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
  for (const name of ['playground', 'analysis']) {
    await build({
      entryPoints: [join(root, `scripts/site/${name}.ts`)],
      outdir: folder,
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      charset: 'utf8',
      plugins: [
        {
          name: 'stop-words',
          setup({ onLoad }) {
            const contents = `export const STOP_WORDS = ${JSON.stringify(STOP_WORDS)}`
            onLoad({ filter: /default-stop-words\.ts$/ }, () => ({ contents }))
          },
        },
      ],
    })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await buildSite())
