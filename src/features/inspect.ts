/** Describes the content and size of an index: counts, bytes by section, words by frequency. */
import { checkOptions, type OptionNames } from '../check-options.ts'
import { type ColumnType, columnTypes } from '../columns/column-types.ts'
import { sectionNames } from '../format/layout.ts'
import type { PackedSegment } from '../index/packed/packed-segment.ts'
import type { Language, LanguageDefinition } from '../language/language.ts'
import { fold } from '../text/fold.ts'
import { bare, placeOf } from '../text/language-mark.ts'

/** A field as `inspect()` tells of it. */
export interface InspectedField {
  name: string
  boost: number
  /** Whether it is read as the document's title. */
  title: boolean
  stored: boolean
  /** How many documents have text in it. */
  documents: number
}

/** A field to filter, count and sort by. */
export interface InspectedColumn {
  name: string
  type: ColumnType
  stored: boolean
  /** How many documents have a value in it. */
  documents: number
  bytes: number
}

/** A word of the index. */
export interface InspectedWord {
  word: string
  /** How many documents hold it. */
  documents: number
  stopWord: boolean
  /** The tag of the language that it was read in, if the index has several. */
  language?: string
}

export interface InspectWordsOptions {
  /** Only words that start like this; accents and capitals don't count. Default: all words. */
  prefix?: string | undefined
  /** How many words to give. Default: 20. */
  limit?: number | undefined
  /** Whether stop words are among them. Default: true. */
  stopWords?: boolean | undefined
}

/** An index as one file, seen from above. Words removed with their documents are not in it. */
export interface Inspection {
  /** As `major.minor`. */
  formatVersion: string
  /** Changes with the content, and only with it. */
  contentHash: string
  /** The language that the texts were read in, with what the user gave. */
  language: LanguageDefinition
  /** Whether the reader puts words into other classes than a file that was opened, because its rules, word lists or options differ: it reads the dictionary once to regroup them. */
  regrouped: boolean
  documents: number
  words: number
  /** How many pairs of a word and a field of a document there are. */
  postings: number
  tokens: number
  bytes: number
  /** In the order of the file, and last the checksums, which stand in its pages; together they are all of its bytes. */
  sections: { name: string; bytes: number }[]
  idField: string
  /** The searched fields. */
  fields: InspectedField[]
  columns: InspectedColumn[]
  storeFields: string[]
  /** Whether the index keeps where in the texts stop words stand. */
  stopWordPositions: boolean
  /** Words in the order of how many documents hold them, most first. Reads the whole dictionary, or what starts with the prefix. */
  frequentWords(options?: InspectWordsOptions): InspectedWord[]
}

/** Describes a packed segment with a whole index. `regrouped`: the opened file had other classes. */
export function inspectSegment(segment: PackedSegment, language: Language, regrouped: boolean): Inspection {
  const { metadata, definition, file } = segment
  const { schema } = metadata
  const { fileLength, bytes: content } = file.source
  const sections = sectionNames
    .flatMap(name => ({ name: name as string, extent: file.sections[name] }))
    .flatMap(({ name, extent }) => (extent === undefined ? [] : [{ name, ...extent }]))
    .sort((a, b) => a.start - b.start)
    .map(({ name, start, end }) => ({ name, bytes: end - start }))
  const inSections = sections.reduce((sum, section) => sum + section.bytes, 0)
  const checksums = fileLength - content.length
  return {
    formatVersion: `${file.majorVersion}.${file.minorVersion}`,
    contentHash: file.contentHash,
    language: definition,
    regrouped,
    documents: metadata.documentCount,
    words: metadata.wordCount,
    postings: metadata.postingCount,
    tokens: metadata.tokenCount,
    bytes: fileLength,
    // The header is the rest: its fixed part, the section table, and padding.
    sections: [
      { name: 'header', bytes: content.length - inSections },
      ...sections,
      { name: 'checksums', bytes: checksums },
    ],
    idField: schema.idField,
    fields: schema.fields.map(({ name, boost, title }, field) => ({
      name,
      boost,
      title,
      stored: schema.storeFields.includes(name),
      documents: metadata.fieldTotals[field].documents,
    })),
    columns: metadata.columns.map(({ name, type, bytes }, place) => ({
      name,
      type,
      stored: schema.storeFields.includes(name),
      documents: segment.column(place, columnTypes).countHolders(),
      bytes,
    })),
    storeFields: [...schema.storeFields],
    stopWordPositions: schema.stopWordPositions,
    frequentWords: options => frequentWords(segment, language, options),
  }
}

const WORDS_OPTIONS: OptionNames<InspectWordsOptions> = { prefix: 1, limit: 1, stopWords: 1 }

/** The most frequent words of a segment. */
export function frequentWords(
  segment: PackedSegment,
  language: Language,
  options: InspectWordsOptions = {},
): InspectedWord[] {
  checkOptions(options, WORDS_OPTIONS)
  const { prefix = '', limit = 20, stopWords = true } = options
  const words: InspectedWord[] = []
  segment.scanWords(fold(prefix.toLowerCase()), (_folded, { word, documentFrequency }) => {
    const stopWord = language.isStopWord(word)
    const { several } = language
    // The mark of a language, which all its documents have, is not a word for people.
    const isShown = (stopWords || !stopWord) && (several === undefined || word.length > 1)
    if (!isShown) return true
    const tag = several && { language: several.tags[placeOf(word.slice(-1))] }
    words.push({ word: bare(word), documents: documentFrequency, stopWord, ...tag })
    return true
  })
  // The sort is stable: words with equal frequency stay in dictionary order.
  return words.sort((a, b) => b.documents - a.documents).slice(0, limit)
}
