/** The anchors that site generators give to headings, so that a hit links to its section. Each generator has its own rules. */
import { slug as githubSlug } from 'github-slugger'

interface AnchorRule {
  slug(heading: string): string
  /** The anchor of a heading with the same text as another one, the nth time, from 1. */
  repeated(slug: string, nth: number): string
  /** The anchor of a heading without a letter or digit. Default: none. */
  empty?: string
}

const withHyphen = (slug: string, nth: number) => `${slug}-${nth}`
const withoutAccents = (text: string) => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')

/** By generator. Those not listed here (Docusaurus, Astro, Jekyll, Gatsby, Nuxt, Next…) use GitHub's rules. */
const RULES = {
  /** Lower case, with accents, without punctuation, a hyphen for each space. */
  // A wrapper, because the types of CommonJS modules cannot refer to a function of an ES module.
  github: { slug: (text: string): string => githubSlug(text), repeated: withHyphen },
  /** Without accents; anything but letters and digits becomes one hyphen. */
  vitepress: {
    slug: heading =>
      withoutAccents(heading)
        .replace(/[\s!-/:-@[-`{-~“”‘’]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .replace(/^(\d)/, '_$1')
        .toLowerCase(),
    repeated: withHyphen,
  },
  /** Like GitHub, but without marks and connectors other than `_`. */
  hugo: {
    slug: heading =>
      heading
        .trim()
        .replace(/[^\p{L}\p{Nd}_\- ]/gu, '')
        .replaceAll(' ', '-')
        .toLowerCase(),
    repeated: withHyphen,
    empty: 'heading',
  },
  /** Python-Markdown: ASCII only. */
  mkdocs: {
    slug: heading =>
      heading
        .normalize('NFKD')
        .replace(/[^\w\s-]/g, '')
        .trim()
        .toLowerCase()
        .replace(/[-\s]+/g, '-'),
    repeated: (slug, nth) => `${slug}_${nth}`,
    empty: '_1',
  },
  /** Pandoc and Quarto: everything before the first letter is removed, dots stay. */
  pandoc: {
    slug: heading =>
      heading
        .replace(/[^\p{L}\p{M}\p{N}_\-.\s]/gu, '')
        .trim()
        .replace(/\s+/g, '-')
        .toLowerCase()
        .replace(/^[^\p{L}]+/u, ''),
    repeated: withHyphen,
    empty: 'section',
  },
  /** Docutils (Sphinx): ASCII only, one hyphen for anything else. */
  sphinx: {
    slug: heading =>
      withoutAccents(heading.toLowerCase())
        .replaceAll('œ', 'oe')
        .replaceAll('æ', 'ae')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^[-0-9]+|-+$/g, ''),
    repeated: (_slug, nth) => `id${nth}`,
  },
  /** The crate slug: ASCII, one hyphen for anything else. */
  zola: {
    slug: heading =>
      withoutAccents(heading.toLowerCase())
        .replaceAll('œ', 'oe')
        .replaceAll('æ', 'ae')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    repeated: withHyphen,
  },
  /** The filter `slugify` of Eleventy: ASCII, one hyphen for anything else, capitalised words separated. */
  eleventy: {
    slug: heading =>
      withoutAccents(heading)
        .replaceAll('œ', 'oe')
        .replaceAll('Œ', 'OE')
        .replaceAll('æ', 'ae')
        .replace(/([a-zA-Z\d]+)['’]([ts])(\s|$)/g, '$1$2$3')
        .replaceAll('&', ' and ')
        .replace(/(?<=[A-Z]{2})(?=\d)|(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-rt-z\d])/g, ' ')
        .toLowerCase()
        .replace(/[^a-z\d]+/g, '-')
        .replace(/^-+|-+$/g, ''),
    repeated: withHyphen,
  },
} satisfies Record<string, AnchorRule>

/** How the anchors of headings are written, by the name of the site generator that writes them so. */
export type AnchorStyle = keyof typeof RULES

/** The names of all styles of anchors. */
export const anchorStyles = Object.keys(RULES) as AnchorStyle[]

/** In UTF-16 units. Nobody links to a longer heading. */
const MOST_OF_HEADING = 1000

/** Creates unique anchors for the headings of one page. */
export class HeadingAnchors {
  private readonly rule: AnchorRule
  /** How many headings have had this anchor. */
  private readonly used = new Map<string, number>()

  constructor(style: AnchorStyle) {
    this.rule = RULES[style]
  }

  /** The anchor for the text of a heading; empty if there is none. */
  make(heading: string): string {
    const { slug, repeated, empty = '' } = this.rule
    const base = slug(heading.slice(0, MOST_OF_HEADING)) || empty
    if (base === '') return ''
    let nth = this.used.get(base) ?? -1
    let anchor = base
    do {
      nth++
      anchor = nth === 0 ? base : repeated(base, nth)
    } while (this.used.has(anchor))
    this.used.set(base, nth)
    this.used.set(anchor, Math.max(this.used.get(anchor) ?? 0, 0))
    return anchor
  }

  /** Registers the explicit anchor of a heading. */
  take(anchor: string): string {
    this.used.set(anchor, this.used.get(anchor) ?? 0)
    return anchor
  }
}
