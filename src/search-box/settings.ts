/**
 * The settings of a search box: how it searches its indexes and what it shows of a hit. Names are those of fields; an index ignores fields that it does not
 * have.
 */

/** The settings of a search box. */
export interface SearchSettings {
  /** How many hits to show at first, and how many more at each `more()`. Default: `10`. */
  hits?: number | undefined
  /** How long to wait after a letter before searching, in milliseconds. Default: `120`, and `300` while the last word has one or two letters. */
  debounce?: number | undefined
  /** The stored field that titles hits. Default: the title of the index. */
  titleField?: string | undefined
  /** The stored field with the address of a document. Default: `url`, `link` or `permalink`. */
  urlField?: string | undefined
  /** The stored field with the address of a thumbnail. Default: no thumbnails. */
  imageField?: string | undefined
  /** The stored text fields of which an excerpt is shown. Default: all but the title. */
  textFields?: readonly string[] | undefined
  /** The stored fields of the line under the title. Default: a date, a section and an author, under their usual names. */
  metaFields?: readonly string[] | undefined
  /** The keyword column whose documents are one hit, such as the sections of a page; `''` for none. Default: `page`. */
  groupField?: string | undefined
  /** The columns to filter by. Default: all keyword and date columns but the one that groups. */
  facets?: readonly string[] | undefined
  /** The columns to sort by. Default: none. */
  sorts?: readonly string[] | undefined
  /** What fields are called on the screen, by name. Default: their names. */
  labels?: Readonly<Record<string, string>> | undefined
  /** Put before stored addresses that begin with `/`, for a site that is not at the root of its server: `/docs`. Default: nothing. */
  base?: string | undefined
  /**
   * The site's own address, without a path: `https://exemple.fr`. Stored addresses that begin with it are followed where the page is, so that the hits of a preview
   * lead to the preview. Default: they are followed as they are stored.
   */
  site?: string | undefined
  /**
   * The tag of the language whose documents are searched, if an index has several: that of the page. If they have no hit, all documents are searched. Default: all.
   */
  language?: string | undefined
  /** The operators of the visitor's language, as the option of `search()`. Default: those of the index's languages. */
  operators?: { and?: readonly string[] | undefined; or?: readonly string[] | undefined } | undefined
  /** More options for each search, such as `{ synonyms, boost, recency }`. Default: none. */
  searchOptions?: object | undefined
}

export const DEFAULT_HITS = 10
export const DEFAULT_DEBOUNCE = 120
/** While the last word has one or two letters: longer than most people take between letters. */
export const SHORT_WORD_DEBOUNCE = 300
/** How long a search runs before a message says so, in milliseconds. Earlier, the message would only flicker. */
export const SLOW = 400
