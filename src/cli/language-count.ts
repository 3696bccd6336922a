/** The languages that documents are in, counted: as they name them, and as their texts tell if they name none or something else. */
import { tagOfText } from '../internal.ts'
import type { FoundDocument } from '../readers/index.ts'

/** The languages that names of files and folders are looked at for: those that the library knows. */
export const LOOKED_FOR = ['fr', 'en']
/** A language of fewer documents than one in so many is a mistake, or a quotation. */
const RARE = 50
/** The language of an index of which nothing is known. */
const USUAL = 'fr'

type Counts = Map<string, number>

export class LanguageCount {
  /** Documents by the language that they name. */
  private readonly named: Counts = new Map()
  /** Of the documents that name a language, how many texts are in which. */
  private readonly told = new Map<string, Counts>()
  /** Documents that name none, by the language of their texts. */
  private readonly unnamed: Counts = new Map()

  add({ fields: { lang, body } }: FoundDocument): void {
    const [tag] = /^[a-z]{2,3}(?![a-z])/i.exec(String(lang ?? '').trim()) ?? []
    const language = typeof body === 'string' ? tagOfText(body) : undefined
    if (tag === undefined) {
      if (language !== undefined) count(this.unnamed, language)
      return
    }
    const named = tag.toLowerCase()
    count(this.named, named)
    const told = this.told.get(named) ?? new Map<string, number>()
    this.told.set(named, told)
    if (language !== undefined) count(told, language)
  }

  /** The primary tags, the most used first; none if all is French, or nothing is known. */
  tags(): string[] {
    const counts = new Map(this.unnamed)
    for (const [tag, n] of this.named) count(counts, believed(tag, this.told.get(tag)), n)
    const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
    const tags = [...counts].filter(([, n]) => n * RARE >= total).sort(([a, m], [b, n]) => n - m || order(a, b))
    return tags.length === 1 && tags[0][0] === USUAL ? [] : tags.map(([tag]) => tag)
  }
}

function count(counts: Counts, tag: string, n = 1): void {
  counts.set(tag, (counts.get(tag) ?? 0) + n)
}

function order(a: string, b: string): number {
  return a === USUAL ? -1 : b === USUAL ? 1 : a < b ? -1 : 1
}

/** What a template says that nobody has translated (`<html lang="en">`) is not believed: if more of the texts are in another language, all are. */
function believed(tag: string, told: Counts = new Map()): string {
  const [[language, most] = [tag, 0]] = [...told].sort(([, m], [, n]) => n - m)
  return most > (told.get(tag) ?? 0) ? language : tag
}
