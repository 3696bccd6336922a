/** The anchors of headings as GitHub and most generators of sites make them, after the rule of github-slugger. */

/** github-slugger keeps what is alphabetic, marks, decimal digits and connectors, hyphens and spaces; accents stay. */
const DROPPED = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu

/** Makes the anchors of one page: those that are there already get a number. */
export class Slugger {
  private readonly used = new Map<string, number>()

  slug(heading: string): string {
    const base = heading.toLowerCase().replace(DROPPED, '').replaceAll(' ', '-')
    let count = this.used.get(base) ?? -1
    let slug = base
    do {
      count++
      slug = count === 0 ? base : `${base}-${count}`
    } while (this.used.has(slug))
    this.used.set(base, count)
    this.used.set(slug, Math.max(this.used.get(slug) ?? 0, 0))
    return slug
  }

  /** Takes an anchor that a heading has of its own. */
  take(anchor: string): string {
    this.used.set(anchor, this.used.get(anchor) ?? 0)
    return anchor
  }
}
