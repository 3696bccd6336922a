/** Random documents with columns, and what filters say of them, found by looking at each document as it was given. */
import fc from 'fast-check'
import type { Bounds } from '../../src/columns/ranges.ts'
import type { Filter } from '../../src/schema/filter.ts'
import { makeSchema } from '../../src/schema/schema.ts'
import { collection } from './arbitrary.ts'
import type { PlainDocument } from './brute-force.ts'

export interface ColumnDocument extends PlainDocument {
  section?: string | (string | null)[] | null
  published?: string | number | Date | null
  views?: number | null
}

export const columnSchema = makeSchema({
  fields: {
    section: { type: 'keyword' },
    title: {},
    published: { type: 'date' },
    body: {},
    views: { type: 'number' },
  },
  storeFields: ['title'],
})

const SECTIONS = ['monde', 'Mondes', 'société', 'culture', '', 'œuvre', '\ud83d', '👑', 'monde\u0010']
/** What is written, and the period that it names. */
export const DATES: readonly [text: string, start: number, end: number][] = [
  ['2019', Date.UTC(2019, 0), Date.UTC(2020, 0)],
  ['2019-11', Date.UTC(2019, 10), Date.UTC(2019, 11)],
  ['2019-11-26', Date.UTC(2019, 10, 26), Date.UTC(2019, 10, 27)],
  ['2019-12-31', Date.UTC(2019, 11, 31), Date.UTC(2020, 0)],
  ['2020-02-29', Date.UTC(2020, 1, 29), Date.UTC(2020, 2)],
  ['2019-11-26T10:30', Date.UTC(2019, 10, 26, 10, 30), Date.UTC(2019, 10, 26, 10, 30) + 1],
  ['2019-11-26T10:30:05.250+02:00', Date.UTC(2019, 10, 26, 10, 30, 5, 250), Date.UTC(2019, 10, 26, 10, 30, 5, 251)],
  ['1969-12-31 23:59:59Z', -1000, -999],
]

const nothing = fc.constantFrom(undefined, null)
const section = fc.oneof(
  nothing,
  fc.constantFrom(...SECTIONS),
  fc.array(fc.oneof(fc.constantFrom(...SECTIONS), fc.constant(null)), { maxLength: 4 }),
)
const oneSection = fc.oneof(nothing, fc.constantFrom(...SECTIONS))
const date = fc.constantFrom(...DATES.map(([text]) => text))
const days = fc.integer({ min: 18_000, max: 18_300 }).map(day => day * 86_400_000)
const published = fc.oneof(
  nothing,
  date,
  days,
  days.map(time => new Date(time)),
)
const onlyDays = fc.oneof(nothing, days)
const integers = fc.oneof(nothing, fc.integer({ min: -3, max: 12 }))
const hundreds = fc.integer({ min: -3, max: 3 }).map(n => n * 100)
const numbers = fc.oneof(nothing, fc.integer({ min: -3, max: 12 }), fc.constantFrom(0.5, -0, 1e300, -1e-300, 2.5))
const farNumbers = fc.oneof(nothing, fc.maxSafeInteger())

/** Some collections have several sections a document and any numbers, others one section, days or integers alone. */
export const columnCollection = (most = 24): fc.Arbitrary<ColumnDocument[]> =>
  fc
    .tuple(
      fc.constantFrom(section, oneSection),
      fc.constantFrom(published, onlyDays),
      fc.constantFrom<fc.Arbitrary<number | null | undefined>[]>(integers, hundreds, numbers, farNumbers),
    )
    .chain(([section, published, views]) =>
      fc.tuple(
        collection(most),
        fc.array(fc.record({ section, published, views }), { minLength: most, maxLength: most }),
      ),
    )
    .map(([documents, values]) => documents.map((document, i) => ({ ...document, ...values[i] })))

/** What a document holds. */
export function sectionsOf({ section }: ColumnDocument): string[] {
  return [...new Set([section].flat().filter(value => typeof value === 'string'))]
}

export function timeOf({ published }: ColumnDocument): number | undefined {
  if (typeof published === 'string') return DATES.find(([text]) => text === published)?.[1]
  return published instanceof Date ? published.getTime() : (published ?? undefined)
}

export function viewsOf({ views }: ColumnDocument): number | undefined {
  return views ?? undefined
}

type Test = (document: ColumnDocument) => boolean
interface Case {
  filter: Filter<ColumnDocument>
  admits: Test
}

const keywords = fc.array(fc.constantFrom(...SECTIONS, 'absente'), { maxLength: 3 })

const keywordCase: fc.Arbitrary<Case> = fc.oneof(
  keywords.map(values => ({
    filter: { section: values },
    admits: (document: ColumnDocument) => sectionsOf(document).some(value => values.includes(value)),
  })),
  fc.constantFrom(...SECTIONS).map(value => ({
    filter: { section: value },
    admits: (document: ColumnDocument) => sectionsOf(document).includes(value),
  })),
  fc.tuple(keywords, keywords).map(([all, not]) => ({
    filter: { section: { all, not } },
    admits: (document: ColumnDocument) => {
      const held = sectionsOf(document)
      return all.every(value => held.includes(value)) && !held.some(value => not.includes(value))
    },
  })),
)

const boundNames = fc.uniqueArray(fc.constantFrom('gt', 'gte', 'lt', 'lte'), { maxLength: 3 })

/** Whether a value that stands from `start` to before `end` agrees with a bound. */
function isWithin(value: number, name: string, start: number, last: number): boolean {
  if (name === 'gt') return value > last
  if (name === 'gte') return value >= start
  return name === 'lt' ? value < start : value <= last
}

const viewsCase: fc.Arbitrary<Case> = fc
  .tuple(boundNames, fc.array(fc.constantFrom(-1, 0, 3, 0.5, 100, 1e300), { minLength: 3, maxLength: 3 }))
  .map(([names, values]) => ({
    filter: {
      views:
        names.length === 0
          ? values[0]
          : (Object.fromEntries(names.map((name, i) => [name, values[i]])) as Bounds<number>),
    },
    admits: document => {
      const value = viewsOf(document)
      if (value === undefined) return false
      return names.length === 0
        ? value === values[0]
        : names.every((name, i) => isWithin(value, name, values[i], values[i]))
    },
  }))

const publishedCase: fc.Arbitrary<Case> = fc
  .tuple(boundNames, fc.array(fc.constantFrom(...DATES), { minLength: 3, maxLength: 3 }))
  .map(([names, dates]) => ({
    filter: {
      published: names.length === 0 ? dates[0][0] : Object.fromEntries(names.map((name, i) => [name, dates[i][0]])),
    },
    admits: document => {
      const value = timeOf(document)
      if (value === undefined) return false
      const [, start, end] = dates[0]
      if (names.length === 0) return value >= start && value < end
      return names.every((name, i) => isWithin(value, name, dates[i][1], dates[i][2] - 1))
    },
  }))

const oneCase = fc.oneof(keywordCase, viewsCase, publishedCase)
const cases = fc.array(oneCase, { maxLength: 3 })

/** A filter, and whether a document is admitted by it. */
export const filterCase: fc.Arbitrary<Case> = fc.oneof(
  oneCase,
  fc.tuple(keywordCase, publishedCase).map(([a, b]) => ({
    filter: { ...a.filter, ...b.filter },
    admits: (document: ColumnDocument) => a.admits(document) && b.admits(document),
  })),
  fc.tuple(cases, cases, oneCase, fc.boolean()).map(([all, some, none, negated]) => ({
    filter: {
      and: all.map(({ filter }) => filter),
      or: some.map(({ filter }) => filter),
      ...(negated && { not: none.filter }),
    },
    admits: (document: ColumnDocument) =>
      all.every(({ admits }) => admits(document)) &&
      some.some(({ admits }) => admits(document)) &&
      !(negated && none.admits(document)),
  })),
)
