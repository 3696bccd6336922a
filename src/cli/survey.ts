/** The first look at all documents: which fields there are, which hold text, and everything that is wrong, before any work is done. */
import type { DocumentId } from '../index.ts'
import { typeOfValue } from '../readers/problem.ts'
import { SourceError } from '../readers/source-error.ts'
import type { InputDocument } from './input-documents.ts'

/** Keys that tell programs what to do with a page, and say nothing of what is in it. */
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
])
const FIRST = ['title', 'titre', 'headline', 'heading', 'name', 'nom', 'description', 'summary', 'body']
/** As many as a schema takes. */
const MAX_FIELDS = 64

interface FieldSurvey {
  hasText: boolean
  /** Where the field holds something that is no text. */
  wrong: SourceError | undefined
}

export class Survey {
  documents = 0
  readonly problems: SourceError[] = []
  readonly idField: string
  private readonly places = new Map<DocumentId, { file: string; line: number }>()
  private readonly fields = new Map<string, FieldSurvey>()

  constructor(idField: string) {
    this.idField = idField
  }

  add({ id, file, source }: InputDocument): void {
    this.documents++
    const place = this.places.get(id)
    if (place === undefined) this.places.set(id, { file, line: source.line })
    else {
      const line = source.fields[this.idField] === undefined ? source.line : source.lineOf(this.idField)
      this.problems.push(new SourceError(file, line, { kind: 'duplicate-id', id, ...place }))
    }
    for (const [name, value] of Object.entries(source.fields)) {
      const field = this.fieldOf(name)
      field.hasText ||= holdsWords(value)
      if (field.wrong === undefined && !isText(value)) {
        const found = typeOfValue(Array.isArray(value) ? value.find(item => !isText(item)) : value)
        field.wrong = new SourceError(file, source.lineOf(name), { kind: 'no-text', field: name, found })
      }
    }
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

  /** The fields that hold words of a language. */
  get textFields(): string[] {
    return this.fieldNames
      .filter(name => this.fields.get(name)?.hasText && !NOT_SEARCHED.has(name.toLowerCase()))
      .slice(0, MAX_FIELDS)
  }

  /** What is wrong with the fields to be searched. */
  problemsOf(fields: readonly string[]): SourceError[] {
    return [...new Set(fields)].flatMap(name => this.fields.get(name)?.wrong ?? [])
  }
}

function isText(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isText)
  return value === null || value === undefined || typeof value !== 'object'
}

const DATE = /^\d{4}-\d{2}(?:-\d{2})?(?:[T ][\d:.,]+\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/
const ADDRESS = /^(?:[a-z][a-z\d+.-]*:\/?\/|\.{0,2}\/|#|mailto:)\S*$/i

/** Whether there is something to search by words: letters, and neither a date, an address nor a path. */
function holdsWords(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsWords)
  return typeof value === 'string' && /\p{L}/u.test(value) && !DATE.test(value.trim()) && !ADDRESS.test(value.trim())
}
