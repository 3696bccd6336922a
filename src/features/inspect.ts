/** Describes the content and size of an index: counts, bytes by section, words by frequency. */
import { checkOptions, type OptionNames } from '../check-options.ts'
import { type ColumnType, columnTypes } from '../columns/column-types.ts'
import { sectionNames } from '../format/layout.ts'
import type { PackedSegment } from '../index/packed/packed-segment.ts'
import type { Language, LanguageDefinition } from '../language/language.ts'
import { fold } from '../text/fold.ts'
import { bare, placeOf } from '../text/language-mark.ts'

/** A searched field, as `inspect()` reports it. */
export interface InspectedField {
  /** The name of the field in documents. */
  name: string
  /** The factor for occurrences in this field. */
  boost: number
  /** Whether it is the title of the document. */
  title: boolean
  /** Whether it comes back with hits. */
  stored: boolean
  /** How many documents have text in it. */
  documents: number
}

/** A field to filter, count and sort by, as `inspect()` reports it. */
export interface InspectedColumn {
  /** The name of the field in documents. */
  name: string
  /** The type of its values. */
  type: ColumnType
  /** Whether it comes back with hits. */
  stored: boolean
  /** How many documents have a value in it. */
  documents: number
  /** How many bytes of the file it takes. */
  bytes: number
}

/** A word of the index. */
export interface InspectedWord {
  /** The word, in lower case. */
  word: string
  /** How many documents contain it. */
  documents: number
  /** Whether it is a stop word. */
  stopWord: boolean
  /** The tag of the language that it was read in, if the index has several. */
  language?: string
}

/**
 * The options of `frequentWords()` of an inspection. None of them is needed.
 *
 * @example
 * index.inspect().frequentWords({ limit: 10, stopWords: false })
 */
export interface InspectWordsOptions {
  /** Return only words that start like this; accents and capitals do not count. Default: all words. */
  prefix?: string | undefined
  /** How many words to return. Default: `20`. */
  limit?: number | undefined
  /** Whether stop words are among them. Default: `true`. */
  stopWords?: boolean | undefined
}

/**
 * What `inspect()` returns: an index described as one file. Removed documents, and words that only they contain, are left out.
 *
 * @example
 * const { documents, words, bytes } = index.inspect()
 */
export interface Inspection {
  /** The version of the file format, as `major.minor`. */
  formatVersion: string
  /** Sixteen hexadecimal digits that change if the content changes, and only then. */
  contentHash: string
  /** The language that the texts were read in, with its options. */
  language: LanguageDefinition
  /**
   * Whether the words were put into other classes than those of the file, because the language of the reader has other rules, word lists or options. Opening such a
   * file reads the whole dictionary.
   */
  regrouped: boolean
  /** The number of documents. */
  documents: number
  /** The number of different words. */
  words: number
  /** The number of postings: pairs of a word and a field of a document that contains it. */
  postings: number
  /** The number of words in all texts. */
  tokens: number
  /** The size of the file in bytes. */
  bytes: number
  /** The size of each section in bytes, in the order of the file; the checksums, which are in its pages, come last. Together they are the whole file. */
  sections: { name: string; bytes: number }[]
  /** The field that identifies a document. */
  idField: string
  /** The searched fields. */
  fields: InspectedField[]
  /** The fields to filter, count and sort by. */
  columns: InspectedColumn[]
  /** The names of the fields that come back with hits. */
  storeFields: string[]
  /** Whether the index keeps the positions of stop words. */
  stopWordPositions: boolean
  /** Returns words, those of most documents first. Reads the whole dictionary, or the part that starts with the prefix. */
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
