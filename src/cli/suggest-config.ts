/** What a folder seems to be made for: where its texts are, which fields they have, where an index file would be served from. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ColumnType } from '../index.ts'
import { type FoundDocument, findFiles, readDocuments, Survey } from '../readers/index.ts'

export interface Suggestion {
  /** Below the folder. */
  input: string
  out: string
  documents: number
  fields: string[]
  columns: Record<string, ColumnType>
}

/** Where generators of sites write pages, then where people write texts; the first that holds any is taken. */
const SITES = ['dist', '_site', 'public', 'build', 'out', 'site', '.vitepress/dist', 'docs/.vitepress/dist']
const TEXTS = ['content', 'src/content', 'src/pages', 'posts', '_posts', 'articles', 'docs', 'data', 'pages']
/** Where servers and generators take files from as they are. */
const SERVED = ['public', 'static']
/** A look is enough. */
const MOST_LOOKED_AT = 500
/** A keyword is one of few, in many documents. */
const MOST_VALUES = 50

/** @returns undefined where there is nothing to index */
export async function suggestConfig(folder: string): Promise<Suggestion | undefined> {
  const input = await findInput(folder)
  const survey = new Survey()
  const columns = new ColumnGuess()
  let total = 0
  for await (const document of readDocuments(join(folder, input))) {
    total++
    if (total > MOST_LOOKED_AT) continue
    survey.add(document)
    columns.add(document)
  }
  if (total === 0) return undefined
  const guessed = columns.guess()
  const fields = survey.textFields.filter(name => guessed[name] === undefined)
  const out = SITES.includes(input) ? input : await firstFolder(folder, SERVED)
  return {
    input,
    out: out === undefined ? 'search.trv' : `${out}/search.trv`,
    documents: total,
    fields,
    columns: guessed,
  }
}

async function findInput(folder: string): Promise<string> {
  for (const name of SITES) {
    const { files } = await findFiles(join(folder, name, 'index.html'))
    if (files.length > 0) return name
  }
  for (const name of TEXTS) {
    const { files } = await findFiles(join(folder, name))
    if (files.length > 0) return name
  }
  return '.'
}

async function firstFolder(folder: string, names: readonly string[]): Promise<string | undefined> {
  const entries = await readdir(folder, { withFileTypes: true })
  return names.find(name => entries.some(entry => entry.name === name && entry.isDirectory()))
}

const ISO_DATE = /^\d{4}-\d{2}(?:-\d{2})?(?:$|[T ])/
/** What people filter by, whatever the values are. */
const KEYWORDS =
  /^(?:section|rubrique|category|catégorie|categorie|categories|catégories|tags?|mots-clés|keywords|type|lang)$/i

/** Guesses which fields are to be filtered and sorted by. */
class ColumnGuess {
  private readonly fields = new Map<string, { dates: number; numbers: number; others: number; values: Set<unknown> }>()

  add({ fields }: FoundDocument): void {
    for (const [name, value] of Object.entries(fields)) {
      if (name === 'id' || value === null || value === undefined) continue
      const field = this.fields.get(name) ?? { dates: 0, numbers: 0, others: 0, values: new Set() }
      this.fields.set(name, field)
      if (typeof value === 'number') field.numbers++
      else if (typeof value === 'string' && ISO_DATE.test(value)) field.dates++
      else field.others++
      for (const item of [value].flat()) if (field.values.size <= MOST_VALUES) field.values.add(item)
    }
  }

  guess(): Record<string, ColumnType> {
    const columns: Record<string, ColumnType> = {}
    for (const [name, { dates, numbers, others, values }] of this.fields) {
      if (others === 0 && numbers === 0) columns[name] = 'date'
      else if (others === 0 && dates === 0) columns[name] = 'number'
      else if (KEYWORDS.test(name) && values.size <= MOST_VALUES && isAllText(values)) columns[name] = 'keyword'
    }
    return columns
  }
}

function isAllText(values: ReadonlySet<unknown>): boolean {
  return [...values].every(value => typeof value === 'string' && value !== '')
}
