/** Decides which files of a folder are content. Files for programs, files for developers of the project, and parts of other pages are skipped. */
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import picomatch from 'picomatch'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { isInside, type SiteProject } from './site-generator.ts'
import type { SkipReason } from './skip.ts'
import { isDraftPath } from './unpublished.ts'

const withEnds = (extensions: readonly string[]) => (name: string) =>
  extensions.some(extension => name.toLowerCase().endsWith(extension))
const isHtml = withEnds(html.extensions)
/** Sites offer these for download. */
const isDownload = withEnds(['.pdf', '.docx', '.odt'])
const isMarkdown = withEnds(markdown.extensions)

/** Files for developers at the root of a project. */
const PROJECT_TEXT =
  /^(?:readme|license|licence|copying|changelog|changes|history|contributing|contributors|code[-_]of[-_]conduct|security|authors|todo|notice|translators|pull_request_template|issue_template|lisez-?moi)(?:[-_.][\w-]+)*\.(?:md|markdown|txt|text|mdx)$/i
/** Files for programs, anywhere. */
const PROJECT_DATA =
  /^(?:package|package-lock|npm-shrinkwrap|composer|bower|deno|bun|jsconfig|tsconfig(?:\.[\w.-]+)?|biome|renovate|lerna|nx|turbo|rush|vercel|netlify|firebase|now|app|manifest|site|browserconfig|components|cypress|angular|nest-cli|tslint|babel\.config|\w+\.eslintrc|prettier|stylelint|lighthouserc|crowdin|components\.meta|trouvaille\.config|search|requirements(?:[-_.]\w+)?|robots|humans|ads|security|llms(?:-full)?|CMakeLists)\.(?:json|txt|xml)$|\.(?:webmanifest|lock|map|tsbuildinfo)$|^(?:sitemap|atom-sitemap|browserconfig|opensearch)[\w-]*\.xml$|-lock\.json$|\.(?:schema|config)\.json$/i
const PROJECT_MARKS = [
  'package.json',
  '.git',
  'composer.json',
  'Gemfile',
  'pyproject.toml',
  'Cargo.toml',
  'go.mod',
  'requirements.txt',
  'Makefile',
]
/** Messages of programs: `locales/fr.json`, `i18n/fr-FR/common.json`, `fr.json`. */
const TRANSLATION =
  /(?:^|\/)(?:i18n|locales?|lang|langs|translations?|traductions?|langues)\/(?:.*\/)?[^/]+\.json$|(?:^|\/)[a-z]{2}(?:[-_][A-Z]{2})?\.json$/
const NAVIGATION = /(?:^|\/)(?:_sidebar|_navbar|_footer|_coverpage|summary|_toc|nav)\.md$/i
/** Parts of pages: layouts and data of Jekyll, Eleventy, Hugo, and what generators include. */
const TEMPLATES =
  /(?:^|\/)(?:_(?:includes?|layouts?|data|sass|plugins|templates?|partials|components)|node_modules|vendor|archetypes|layouts|themes|partials)\//
const TEST_TEXT = /(?:^|\/)(?:__tests__|fixtures|__fixtures__|coverage)\//

export interface FolderKind {
  /** Absolute. */
  folder: string
  site: SiteProject | undefined
  /** A folder with an `index.html`: pages as served, often with the same texts as data next to them. */
  isBuiltSite: boolean
  /** Whether developers of the project keep their files here. */
  isProject: boolean
}

/** @param names paths of all files below the folder */
export function kindOfFolder(path: string, names: readonly string[], site: SiteProject | undefined): FolderKind {
  const folder = resolve(path)
  const isBuiltSite = names.includes('index.html') && (site === undefined || isOutputOf(site, folder))
  return {
    folder,
    site: isBuiltSite ? undefined : site,
    isBuiltSite,
    isProject: PROJECT_MARKS.some(mark => existsSync(join(folder, mark))) || site?.folder === folder,
  }
}

/** The first bytes of a finished page. The source of a page has front matter or a template there. */
const FINISHED_PAGE = /^\s*<(?:!doctype\s+)?html[\s>]/i

/** Whether a folder inside a project is the generator's output: `_site`, `.vitepress/dist`, `_build/html`. */
function isOutputOf(site: SiteProject, folder: string): boolean {
  if (folder === site.folder || site.contents.includes(folder) || !isInside(folder, site.folder)) return false
  return FINISHED_PAGE.test(beginningOf(join(folder, 'index.html')))
}

function beginningOf(path: string): string {
  const bytes = Buffer.alloc(256)
  const file = openSync(path, 'r')
  try {
    return bytes.toString('utf8', 0, readSync(file, bytes)).replace(/^\ufeff/, '')
  } finally {
    closeSync(file)
  }
}

/**
 * Why a file with a known format is not content; undefined if it is.
 *
 * @param name relative to the folder, with `/`
 * @param withTranslations whether a page is read even if it has a French translation
 */
export function reasonToSkip(
  name: string,
  { folder, site, isBuiltSite, isProject }: FolderKind,
  withTranslations = false,
): SkipReason | undefined {
  const base = name.slice(name.lastIndexOf('/') + 1)
  if (isDraftPath(name)) return undefined
  if (NAVIGATION.test(name)) return 'navigation'
  if (isBuiltSite) {
    if (/(?:^|\/)404\.x?html?$/i.test(name)) return 'not-a-page'
    if (!isHtml(base) && !isMarkdown(base) && !isDownload(base)) return 'not-a-page'
  }
  if (isProject && !name.includes('/') && PROJECT_TEXT.test(base)) return 'project-file'
  if (PROJECT_DATA.test(base)) return 'project-file'
  if (TRANSLATION.test(name)) return 'translation'
  return site === undefined ? undefined : reasonOfSite(name, folder, site, withTranslations)
}

const rules = new WeakMap<SiteProject, (path: string) => boolean>()

/** Whether the configuration of a generator includes a path as a page, or at least does not exclude it. */
function isPageOf(site: SiteProject): (path: string) => boolean {
  const known = rules.get(site)
  if (known !== undefined) return known
  const isExcluded = picomatch(inFolders(site.excludes))
  const isIncluded = site.includes.length === 0 ? () => true : picomatch(inFolders(site.includes))
  const isPage = (path: string) => isIncluded(path) && !isExcluded(path)
  rules.set(site, isPage)
  return isPage
}

/** A folder is skipped with everything in it. */
export function inFolders(patterns: string | readonly string[]): string[] {
  return [patterns].flat().flatMap(pattern => {
    const bare = pattern.replace(/^\.\//, '').replace(/\/+$/, '')
    return [bare, `${bare}/**`]
  })
}

function reasonOfSite(
  name: string,
  folder: string,
  site: SiteProject,
  withTranslations: boolean,
): SkipReason | undefined {
  const path = join(folder, name)
  const content = site.contents.find(content => isInside(path, content))
  // A folder that the user named is read even if the generator does not know it.
  if (content === undefined)
    return site.contents.some(content => isInside(content, folder)) ? 'outside-content' : undefined
  if (!isPageOf(site)(relative(site.folder, path).replaceAll('\\', '/'))) return 'not-a-page'
  if (
    !withTranslations &&
    site.translations.some(
      ([original, french]) => isInside(path, original) && existsSync(join(french, relative(original, path))),
    )
  ) {
    return 'other-language'
  }
  const below = `/${path.slice(content.length + 1).replaceAll('\\', '/')}`
  if (TEMPLATES.test(below) || TEST_TEXT.test(below)) return 'not-a-page'
  const base = below.slice(below.lastIndexOf('/') + 1)
  // Generators skip files that start with `_`, but Hugo's `_index.md` is the page of a section.
  if (/^_(?!index\.)/.test(base) || /(?:^|\/)404\.\w+$/.test(base)) return 'not-a-page'
  if (content === site.folder && PROJECT_TEXT.test(base) && below.lastIndexOf('/') === 0) return 'project-file'
  return withEnds(site.pages)(base) || isDownload(base) ? undefined : 'not-a-page'
}
