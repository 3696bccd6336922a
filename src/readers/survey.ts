/** A first pass over all documents: which fields exist, which contain text, and which contain something else. */
import { fieldOf } from '../record.ts'
import { typeOfValue } from './problem.ts'
import type { FoundDocument } from './read-documents.ts'
import { SourceError } from './source-error.ts'

/** Keys with instructions for programs, not content. */
const NOT_SEARCHED = new Set([
  'slug',
  'permalink',
  'layout',
  'template',
  'lang',
  'language',
  'locale',
  'draft',
  'weight',
  'aliases',
  'type',
  'anchor',
])
const FIRST = ['title', 'titre', 'headline', 'name', 'nom', 'heading', 'description', 'summary', 'body']
/** Anything but text in these is a mistake, even if no document has text in them. */
export const ALWAYS_TEXT: readonly string[] = ['title', 'description', 'body']
/** The limit of a schema. */
const MAX_FIELDS = 64

interface FieldSurvey {
  hasText: boolean
  /** The first occurrence of something other than text. */
  wrong: SourceError | undefined
}

/** A field, and whether it contains words of a language. */
export type FieldSummary = readonly [name: string, hasText: boolean]

/**
 * Looks at documents, one after the other, to see which fields they have. `chooseFields()` makes the options of an index of it.
 *
 * @example
 * const survey = new Survey()
 * for await (const document of readDocuments('content')) survey.add(document)
 * survey.textFields // ['title', 'description', 'body']
 */
export class Survey {
  /** The number of documents. */
  documents = 0
  /** The field that identifies a document. */
  readonly idField: string
  private readonly fields = new Map<string, FieldSurvey>()

  constructor(idField = 'id') {
    this.idField = idField
  }

  /** Looks at a document. For documents that were not read, use `addSummary()`. */
  add(document: FoundDocument): void {
    this.documents++
    for (const [name, value] of Object.entries(document.fields)) {
      const field = this.fieldOf(name)
      field.hasText ||= holdsWords(value)
      field.wrong ??= wrongText(document, name)
    }
  }

  /** The fields, and whether they have text. */
  get summary(): FieldSummary[] {
    return Array.from(this.fields, ([name, { hasText }]) => [name, hasText] as const)
  }

  /** Adds what another survey found. */
  addSummary(summary: readonly FieldSummary[]): void {
    for (const [name, hasText] of summary) this.fieldOf(name).hasText ||= hasText
  }

  private fieldOf(name: string): FieldSurvey {
    const known = this.fields.get(name)
    if (known !== undefined) return known
    const field: FieldSurvey = { hasText: false, wrong: undefined }
    this.fields.set(name, field)
    return field
  }

  /** All fields but the id: those that matter most first, the others by name, so that the order of documents changes nothing. */
  get fieldNames(): string[] {
    const names = [...this.fields.keys()].filter(name => name !== this.idField).sort((a, b) => (a < b ? -1 : 1))
    const first = FIRST.filter(name => names.includes(name))
    return [...first, ...names.filter(name => !first.includes(name))]
  }

  /** The fields with text, at most as many as an index can have. */
  get textFields(): string[] {
    return this.allTextFields.slice(0, MAX_FIELDS)
  }

  /** The fields with text that are not searched, because an index can have no more. */
  get surplusFields(): string[] {
    return this.allTextFields.slice(MAX_FIELDS)
  }

  private get allTextFields(): string[] {
    return this.fieldNames.filter(name => this.fields.get(name)?.hasText && !NOT_SEARCHED.has(name.toLowerCase()))
  }

  /** The first problem of each of the fields that are to be searched. */
  problemsOf(fields: readonly string[]): SourceError[] {
    return [...new Set([...fields, ...ALWAYS_TEXT])].flatMap(name => this.fields.get(name)?.wrong ?? [])
  }
}

/** The problem of a field that should be text and is not. */
export function wrongText({ fields, file, lineOf }: FoundDocument, name: string): SourceError | undefined {
  const value = fieldOf(fields, name)
  if (isText(value)) return undefined
  const found = typeOfValue(Array.isArray(value) ? value.find(item => !isText(item)) : value)
  return new SourceError(file, lineOf(name), { kind: 'no-text', field: name, found })
}

function isText(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isText)
  return value === null || value === undefined || typeof value !== 'object'
}

const DATE = /^\d{4}-\d{2}(?:-\d{2})?(?:[T ][\d:.,]+\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/
const ADDRESS = /^(?:[a-z][a-z\d+.-]*:\/?\/|\.{0,2}\/|#|mailto:)\S*$/i

/** Whether a value contains words to search: letters, but not a date, an address or a path. */
function holdsWords(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsWords)
  return typeof value === 'string' && /\p{L}/u.test(value) && !DATE.test(value.trim()) && !ADDRESS.test(value.trim())
}
