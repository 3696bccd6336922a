/** Encodes a document for the cluster: its tokens at their positions, the lengths that norms represent, its columns, and the document itself. */
import { type ColumnType, columnTypes } from '../columns/column-types.ts'
import { foldValue, textToSortBy } from '../columns/keyword-column.ts'
import { InvalidDocumentError } from '../errors.ts'
import { encodeLength, lengthOfNorm } from '../index/length-norm.ts'
import type { Language } from '../language/language.ts'
import { type ReadDocument, readDocument } from '../schema/document.ts'
import type { Schema } from '../schema/schema.ts'
import { hash } from '../text/hash.ts'
import { TokenList } from '../text/token.ts'
import { wellFormed } from '../text/utf8.ts'
import { clusterId, type FieldPaths, LONGEST_ID } from './index-names.ts'
import { BESIDE, HOLE, keyToken, LONGEST_WORD, wordToken } from './tokens.ts'

/** An encoded document. */
export interface EncodedDocument {
  /** The id on OpenSearch. */
  id: string
  source: Record<string, unknown>
  /** Its words. */
  words: ReadonlySet<string>
}

export class DocumentEncoder {
  private readonly schema: Schema
  private readonly language: Language
  private readonly root: string
  private readonly paths: FieldPaths
  private readonly tokens = new TokenList()

  constructor(schema: Schema, language: Language, root: string, paths: FieldPaths) {
    this.schema = schema
    this.language = language
    this.root = root
    this.paths = paths
  }

  /** `order`: the document's order of insertion. @throws InvalidDocumentError */
  encode(document: unknown, order: number): EncodedDocument {
    const { schema, language, paths, root } = this
    const read = readDocument(document, schema, language)
    const id = clusterId(read.id)
    if (id === undefined) {
      throw new InvalidDocumentError(`An id can have at most ${LONGEST_ID} bytes; this one is longer.`, schema.idField)
    }
    const words = new Set<string>()
    const keys = new Set<string>()
    const searched: Record<string, unknown> = {}
    const put = (path: string, value: unknown) => {
      searched[path.slice(root.length + 1)] = value
    }
    read.texts.forEach((texts, field) => {
      const encoded = this.encodeTexts(texts, words, keys)
      if (encoded === undefined) return
      put(paths.words(field), encoded.words)
      put(paths.keys(field), encoded.keys)
      if (encoded.length > 0) put(paths.length(field), lengthOfNorm[encodeLength(encoded.length)])
    })
    put(paths.tokens, [...Array.from(words, wordToken), ...Array.from(keys, keyToken)])
    schema.columns.forEach(({ type }, place) => {
      this.encodeColumn(type, place, read, put)
    })
    return {
      id,
      source: {
        [paths.document]: this.kept(document as object),
        [paths.order]: order,
        [paths.shuffled]: shuffle(id),
        [root]: searched,
      },
      words,
    }
  }

  /** The fields of the schema, and the one that names the document's language; a document's other fields are not needed. */
  private kept(document: object): Record<string, unknown> {
    const { idField, fields, columns, storeFields } = this.schema
    const names = new Set([idField, ...[...fields, ...columns].map(({ name }) => name), ...storeFields])
    if (this.language.several !== undefined) names.add(this.language.several.field)
    return Object.fromEntries(Object.entries(document).filter(([name]) => names.has(name)))
  }

  private encodeTexts(texts: readonly string[], words: Set<string>, keys: Set<string>) {
    const { tokens, language } = this
    const encoded: string[] = []
    const encodedKeys: string[] = []
    let length = 0
    for (const text of texts) {
      tokens.clear()
      language.tokenize(text, tokens)
      const places: string[][] = []
      let counted = -1
      for (let i = 0; i < tokens.length; i++) {
        const word = wellFormed(tokens.words[i])
        const position = tokens.positions[i]
        if (tokens.spans[i] === 1 && position !== counted && !language.isStopWord(word)) {
          counted = position
          length++
        }
        if (word.length > LONGEST_WORD) continue
        const token = wordToken(word)
        const place = (places[position] ??= [])
        // A word counts once per position.
        if (place.includes(token)) continue
        place.push(token)
        words.add(word)
        const key = wellFormed(language.key(word))
        keys.add(key)
        encodedKeys.push(keyToken(key))
      }
      encoded.push(Array.from(places, place => (place === undefined ? HOLE : place.join(BESIDE))).join(' '))
    }
    return encoded.length === 0 ? undefined : { words: encoded, keys: encodedKeys.join(' '), length }
  }

  private encodeColumn(
    type: ColumnType,
    place: number,
    read: ReadDocument,
    put: (path: string, value: unknown) => void,
  ) {
    const { paths } = this
    const value = read.columns[place]
    if (!columnTypes[type].hasGroups) {
      if (!Number.isNaN(value)) put(paths.column(place), value)
      return
    }
    const values = value as readonly string[]
    // A document without a value is a separate group; no value starts like this.
    put(paths.group(place), values[0] === undefined ? `\u0000${typeof read.id}:${read.id}` : values[0])
    if (values.length === 0) return
    put(paths.column(place), values)
    put(paths.folded(place), values.map(foldValue))
    put(paths.sorted(place), textToSortBy(values[0]))
  }
}

/** A pseudo-random number from an id. */
function shuffle(id: string): number {
  return Number.parseInt(hash(id), 16) >> 1
}
