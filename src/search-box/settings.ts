/**
 * The settings of a search box: how it searches its indexes and what it shows of a hit. Names are those of fields; an index ignores fields that it does not
 * have.
 */

/** The settings of a search box: how it searches, and what it shows of hits. None of them is needed; names of fields that an index does not have are ignored. */
export interface SearchSettings {
  /** How many hits to show at first, and with each `more()`. Default: `10`. */
  hits?: number | undefined
  /** How long to wait after each letter before searching, in milliseconds. Default: `120`, and `300` as long as the last word has one or two letters. */
  debounce?: number | undefined
  /** The stored field that is the title of hits. Default: the title of the schema. */
  titleField?: string | undefined
  /** The stored field with the address of a document. Default: `url`, `link` or `permalink`. */
  urlField?: string | undefined
  /** The stored field with the address of a thumbnail. Default: no thumbnails. */
  imageField?: string | undefined
  /** The stored text fields that excerpts are taken from. Default: all but the title. */
  textFields?: readonly string[] | undefined
  /** The stored fields that are shown under the title. Default: a date, a section and an author, under their usual names. */
  metaFields?: readonly string[] | undefined
  /** The keyword column by which documents are grouped into one hit, as the sections of a page are; `''` for none. Default: `'page'`. */
  groupField?: string | undefined
  /** The columns to filter by. Default: all keyword and date columns, except the one of `groupField`. */
  facets?: readonly string[] | undefined
  /** The columns to sort by. Default: none. */
  sorts?: readonly string[] | undefined
  /** The names of fields on the screen: `{ section: 'Rubrique' }`. Default: their names in documents. */
  labels?: Readonly<Record<string, string>> | undefined
  /** What to put before stored addresses that begin with `/`, for a site that is not at the root of its server: `/docs`. Default: nothing. */
  base?: string | undefined
  /**
   * The address of the site without a path: `https://exemple.fr`. Stored addresses that begin with it become relative to the server of the page, so that hits on a
   * preview lead to the preview. Default: none, addresses stay as they are stored.
   */
  site?: string | undefined
  /** The tag of the language to search in first, for an index with several: that of the page. If there is no hit, all documents are searched. Default: all. */
  language?: string | undefined
  /** Words for AND and OR in the language of the visitor, as for `search()`. Default: those of the languages of the index. */
  operators?: { and?: readonly string[] | undefined; or?: readonly string[] | undefined } | undefined
  /** More options of each search, as for `search()`: `{ synonyms, boost, recency }`. Default: none. */
  searchOptions?: object | undefined
}

export const DEFAULT_HITS = 10
export const DEFAULT_DEBOUNCE = 120
/** While the last word has one or two letters: longer than most people take between letters. */
export const SHORT_WORD_DEBOUNCE = 300
/** How long a search runs before a message says so, in milliseconds. Earlier, the message would only flicker. */
export const SLOW = 400
