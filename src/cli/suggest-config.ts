/** Suggests a configuration for a folder: where its texts are and why, which fields they have, and where an index file would be served from. */
import { readdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { type ColumnType, french } from '../index.ts'
import { findFiles, findSiteProject, readDocuments, Survey } from '../readers/index.ts'
import { ColumnGuess } from './column-guess.ts'
import { LanguageCount, LOOKED_FOR } from './language-count.ts'

export interface Suggestion {
  /** Below the folder; several of a site generator that has several. */
  input: string | string[]
  out: string
  documents: number
  fields: string[]
  columns: Record<string, ColumnType>
  /** The tags of their languages, the most used first, if there are several, or one that is not French. */
  languages: string[]
  /** Why these texts. */
  reason: InputReason
  /** Other folders that hold texts, with the number of their files. */
  others: readonly Candidate[]
}

/**
 * `built`: a built site; `generator`: the configuration of a site generator names its pages; `name`: a usual name for a folder of texts; `only`: there is no
 * separate folder for texts.
 */
export type InputReason =
  | { kind: 'built' }
  | { kind: 'generator'; config: string }
  | { kind: 'name' }
  | { kind: 'only' }
  | { kind: 'chosen' }

/** A candidate folder. */
export interface Candidate {
  input: string | string[]
  files: number
  reason: InputReason
}

/** Output folders of site generators. */
const SITES = [
  'dist',
  '_site',
  'public',
  'build',
  'out',
  'site',
  '_public',
  'docs/.vitepress/dist',
  '.vitepress/dist',
  '.output/public',
]
/** Usual folders for texts, in English and French. */
const TEXTS = [
  'content',
  'contenu',
  'contenus',
  'src/content',
  'src/contenu',
  'textes',
  'texts',
  'billets',
  'posts',
  '_posts',
  'src/posts',
  'articles',
  'src/articles',
  'actualites',
  'actualités',
  'actus',
  'news',
  'blog',
  'src/blog',
  'pages',
  'src/pages',
  'documentation',
  'docs',
  'doc',
  'guide',
  'guides',
  'fiches',
  'notes',
  'cours',
  'wiki',
  'faq',
  'aide',
  'data',
  'donnees',
  'données',
  'source',
  'src',
]
/** Folders that servers and generators serve unchanged. */
const SERVED = ['public', 'static', 'src/public', 'docs/public', 'assets']
/** The number of files to examine. */
const MOST_LOOKED_AT = 500

/**
 * The folders of a project that contain texts, the most likely first.
 *
 * The pages of a built site come first, because visitors read them; then the sources of a site generator; then folders by name, those with the most texts
 * first; then the folder itself.
 */
export async function findCandidates(folder: string): Promise<Candidate[]> {
  const candidates: Candidate[] = []
  for (const name of SITES) {
    const { files } = await findFiles(join(folder, name, 'index.html'))
    if (files.length > 0 && (await hasText(join(folder, name))))
      candidates.push({ input: name, files: await countFiles(folder, name), reason: { kind: 'built' } })
  }
  const site = findSiteProject(folder)
  if (site !== undefined && site.folder === resolve(folder)) {
    const contents = site.contents.map(content => relative(site.folder, content).replaceAll('\\', '/') || '.')
    const counted = await Promise.all(contents.map(async name => ({ name, files: await countFiles(folder, name) })))
    const inputs = counted.filter(({ files }) => files > 0)
    const files = inputs.reduce((sum, { files }) => sum + files, 0)
    const names = inputs.map(({ name }) => name)
    if (files > 0)
      candidates.push({
        input: names.length === 1 ? names[0] : names,
        files,
        reason: { kind: 'generator', config: site.config },
      })
    // Files that the generator does not turn into pages are not content.
    if (files > 0) return candidates
  }
  const named: Candidate[] = []
  for (const name of TEXTS) {
    // `src/content` comes before `src`, which contains it.
    if (named.some(({ input }) => String(input).startsWith(`${name}/`))) continue
    const files = await countFiles(folder, name)
    if (files > 0) named.push({ input: name, files, reason: { kind: 'name' } })
  }
  candidates.push(...named.sort((a, b) => b.files - a.files))
  if (candidates.length === 0) {
    const files = await countFiles(folder, '.')
    if (files > 0) candidates.push({ input: '.', files, reason: { kind: 'only' } })
  }
  return candidates
}

/** Whether a page has text, instead of scripts that render the site. */
async function hasText(path: string): Promise<boolean> {
  let documents = 0
  for await (const { fields } of readDocuments(path)) {
    if (typeof fields.body === 'string' && fields.body !== '') return true
    if (++documents === 20) return false
  }
  return false
}

async function countFiles(folder: string, name: string): Promise<number> {
  const { files } = await findFiles(join(folder, name))
  return files.length
}

/** The configuration for a candidate; undefined if nothing in it can be indexed. */
export async function suggestConfig(
  folder: string,
  candidates: readonly Candidate[],
  chosen: Candidate,
): Promise<Suggestion | undefined> {
  const survey = new Survey()
  const columns = new ColumnGuess()
  const frenchColumns = new ColumnGuess(french().values)
  let total = 0
  const languages = new LanguageCount()
  const paths = [chosen.input].flat().map(name => join(folder, name))
  for await (const document of readDocuments(paths, { languages: LOOKED_FOR })) {
    total++
    languages.add(document)
    if (total > MOST_LOOKED_AT) continue
    survey.add(document)
    columns.add(document)
    frenchColumns.add(document)
  }
  if (total === 0) return undefined
  const tags = languages.tags()
  // None: all is French.
  const guessed = (tags.length === 0 ? frenchColumns : columns).guess()
  const isSite = chosen.reason.kind === 'built' && typeof chosen.input === 'string'
  const out = isSite ? chosen.input : await firstFolder(folder, SERVED)
  return {
    input: chosen.input,
    out: out === undefined ? 'search.trv' : `${out}/search.trv`,
    documents: total,
    fields: survey.textFields.filter(name => !Object.hasOwn(guessed, name)),
    columns: guessed,
    languages: tags,
    reason: chosen.reason,
    others: candidates.filter(candidate => candidate !== chosen),
  }
}

async function firstFolder(folder: string, names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const isThere = await readdir(join(folder, name)).then(
      () => true,
      () => false,
    )
    if (isThere) return name
  }
  return undefined
}
