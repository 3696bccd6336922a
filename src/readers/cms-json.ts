/**
 * The JSON of CMSes and feeds, recognised by its shape: posts of WordPress' REST API, JSON Feed, exports and answers of Ghost. Their HTML becomes text, and
 * their fields get the usual names.
 */
import { isRecord } from '../record.ts'
import { readHtmlText } from './html-blocks.ts'
import { joinBlocks } from './page.ts'
import type { PageOptions } from './source.ts'

type Fields = Record<string, unknown>

interface CmsDocument {
  fields: Fields
  /** Whether it is a draft, private or protected by a password. */
  isDraft: boolean
}

/** The documents in a JSON object of a CMS; undefined if it is not from a known one. */
export function cmsDocuments(value: Fields, { code = true }: PageOptions): CmsDocument[] | undefined {
  const html = (text: unknown) =>
    typeof text === 'string' ? joinBlocks(readHtmlText(text, { code }).blocks) : undefined
  if (isWordPress(value)) return [wordPressDocument(value, html)]
  const { version, items, posts, db } = value
  if (typeof version === 'string' && /^https?:\/\/jsonfeed\.org\/version\//.test(version) && Array.isArray(items)) {
    return items.filter(isRecord).map(item => ({ fields: feedFields(item, html), isDraft: false }))
  }
  if (Array.isArray(db) && isRecord(db[0]) && isRecord(db[0].data) && Array.isArray(db[0].data.posts)) {
    return ghostDocuments(db[0].data, html)
  }
  const isGhostAnswer =
    Array.isArray(posts) && posts.length > 0 && posts.every(post => isRecord(post) && 'html' in post && 'slug' in post)
  return isGhostAnswer ? ghostDocuments(value, html) : undefined
}

type TextOfHtml = (text: unknown) => string | undefined

/** `{"title": {"rendered": "…"}, "content": {"rendered": "…"}, "link": "…"}`. */
function isWordPress({ title, content, excerpt }: Fields): boolean {
  return isRendered(title) && (isRendered(content) || isRendered(excerpt))
}

function isRendered(value: unknown): value is { rendered: string; protected?: boolean } {
  return isRecord(value) && typeof value.rendered === 'string'
}

function wordPressDocument(post: Fields, html: TextOfHtml): CmsDocument {
  const {
    id,
    title,
    content,
    excerpt,
    link,
    date,
    date_gmt: dateGmt,
    modified,
    modified_gmt: modifiedGmt,
    status,
    lang,
    _embedded,
  } = post
  const rendered = (value: unknown) => (isRendered(value) ? html(value.rendered) : undefined)
  const embedded = isRecord(_embedded) ? _embedded : {}
  const terms = [embedded['wp:term']].flat(2).filter(isRecord)
  const named = (taxonomy: string) => terms.filter(term => term.taxonomy === taxonomy).map(({ name }) => html(name))
  const [author] = [embedded.author].flat().filter(isRecord)
  return {
    fields: present({
      id,
      title: rendered(title),
      description: rendered(excerpt),
      body: rendered(content),
      url: link,
      date: typeof dateGmt === 'string' ? `${dateGmt}Z` : date,
      updated: typeof modifiedGmt === 'string' ? `${modifiedGmt}Z` : modified,
      author: author?.name,
      section: named('category'),
      tags: named('post_tag'),
      lang,
    }),
    isDraft:
      (typeof status === 'string' && status !== 'publish') || (isRendered(content) && content.protected === true),
  }
}

function feedFields(item: Fields, html: TextOfHtml): Fields {
  const authors = [item.authors ?? item.author].flat().filter(isRecord)
  return present({
    id: item.id ?? item.url,
    title: item.title,
    description: item.summary,
    body: html(item.content_html) ?? item.content_text,
    url: item.url ?? item.external_url,
    date: item.date_published,
    updated: item.date_modified,
    author: authors.map(({ name }) => name).filter(name => typeof name === 'string'),
    tags: item.tags,
    lang: item.language,
  })
}

/** An export has tags and authors in separate tables; an answer has them in each post. */
function ghostDocuments(data: Fields, html: TextOfHtml): CmsDocument[] {
  const table = (name: string) => (Array.isArray(data[name]) ? data[name].filter(isRecord) : [])
  const names = (rows: readonly Fields[]) => new Map(rows.map(({ id, name }) => [id, name]))
  const tagNames = names(table('tags'))
  const userNames = names(table('users'))
  const linked = (links: readonly Fields[], post: unknown, key: string, from: ReadonlyMap<unknown, unknown>) =>
    links.filter(({ post_id: id }) => id === post).map(link => from.get(link[key]))
  return [...table('posts'), ...table('pages')].map(post => {
    const own = (name: string) =>
      Array.isArray(post[name]) ? post[name].filter(isRecord).map(({ name }) => name) : undefined
    const tags = own('tags') ?? linked(table('posts_tags'), post.id, 'tag_id', tagNames)
    const author = own('authors') ?? linked(table('posts_authors'), post.id, 'author_id', userNames)
    return {
      fields: present({
        id: post.id,
        title: post.title,
        description: post.custom_excerpt ?? post.meta_description,
        body: html(post.html) ?? post.plaintext,
        url: post.url ?? (typeof post.slug === 'string' ? `/${post.slug}/` : undefined),
        date: post.published_at,
        updated: post.updated_at,
        author,
        // Names that start with `#` are for the site, and never shown.
        tags: tags.filter(tag => typeof tag === 'string' && !tag.startsWith('#')),
        lang: post.locale,
      }),
      isDraft: typeof post.status === 'string' && post.status !== 'published',
    }
  })
}

function present(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
}
