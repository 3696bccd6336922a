/** A language of a few lines answers like any other, and one that lacks a member is refused where it is passed. */
import { describe, expect, test } from 'vitest'
import {
  defineLanguage,
  highlight,
  type Language,
  type LanguageParts,
  parseQuery,
  printQuery,
  SearchIndex,
  type TokenList,
} from '../../src/index.ts'
import { bare } from '../support/random-tree.ts'

function tokenize(text: string, tokens: TokenList): void {
  let position = 0
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    tokens.push(word.toLowerCase(), index, index + word.length, position++, 0)
  }
}

const parts: LanguageParts = {
  definition: { name: 'italian', rules: 1, data: 0 },
  tokenize,
  key: word => word.replace(/[aeio]$/, ''),
  operators: { and: ['E'], or: ['O'], neverExcluded: ['gli'] },
}
const italian = defineLanguage(parts)

function indexOf(...texts: string[]) {
  const index = new SearchIndex<{ id: number; title: string }>({
    fields: { title: { title: true } },
    storeFields: ['title'],
    language: italian,
  })
  index.addAll(texts.map((title, id) => ({ id, title })))
  return index
}

describe('a small language', () => {
  test('is searched by its classes and its operators', () => {
    const index = indexOf('La pace', 'Le paci separate', 'La guerra')
    const ids = (query: string) => index.search(query, { match: 'any' }).hits.map(({ id }) => id)
    expect(ids('paci')).toEqual([1, 0])
    expect(ids('pace O guerra')).toEqual(expect.arrayContaining([0, 1, 2]))
    expect(ids('pace E separate')).toEqual([1])
    // ET is a word, as in English.
    expect(ids('pace ET separate')).toEqual([1, 0])
  })

  test('is reopened with itself', () => {
    const bytes = indexOf('La pace').toBytes()
    expect(SearchIndex.fromBytes(bytes, { language: italian }).search('paci').total).toBe(1)
  })

  test('corrects, suggests and highlights', () => {
    const index = indexOf('La Repubblica e la Camera', 'Repubblica')
    expect(index.search('REPUBLICA').correction).toBe('REPUBBLICA')
    expect(index.suggest('repub').map(({ text }) => text)).toContain('Repubblica')
    expect(highlight('La pace', 'paci', { language: italian }).ranges).toEqual([[3, 7]])
  })

  test('has neutral defaults', () => {
    expect(italian.isStopWord('la')).toBe(false)
    expect(italian.related('pace')).toEqual([])
    expect(defineLanguage({ ...parts, key: undefined }).key('città')).toBe('citta')
    expect(italian.orthography.print("l'")).toBe("l'")
  })

  test('changes case by the rules of its locale', () => {
    const { respell } = defineLanguage({ ...parts, locale: 'tr' }).orthography
    expect(respell('İzmr', 'izmir')).toBe('İzmir')
    expect(italian.orthography.respell('Izmr', 'izmir')).toBe('Izmir')
  })
})

describe('parts that are wrong are refused', () => {
  test.each<[Partial<LanguageParts>, string]>([
    [{ locale: 'not a tag' }, 'locale'],
    [{ operators: { and: ['E POI'] } }, 'operators.and'],
    [{ operators: { or: [''] } }, 'operators.or'],
    [{ operators: { or: ['-o'] } }, 'operators.or'],
    [{ typography: { quotes: ['«'] } }, 'typography.quotes'],
    [{ typography: { quotes: ['ab'] } }, 'typography.quotes'],
  ])('%j', (wrong, option) => {
    expect(() => defineLanguage({ ...parts, ...wrong })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', option }),
    )
  })
})

describe('a language that lacks a member', () => {
  const { queryWeight: _, ...incomplete } = italian
  const doors: Record<string, (language: Language) => unknown> = {
    'new SearchIndex()': language => new SearchIndex({ fields: ['title'], language }),
    'fromBytes()': language => SearchIndex.fromBytes(indexOf('La pace').toBytes(), { language }),
    'highlight()': language => highlight('La pace', 'pace', { language }),
    'parseQuery()': language => parseQuery('pace', { language }),
    'printQuery()': language => printQuery({ type: 'words', text: 'pace' }, { language }),
  }

  test.each(Object.entries(doors))('is refused by %s, which names the member', (_, open) => {
    expect(() => open(incomplete as Language)).toThrow('Option "language.queryWeight" is undefined')
    expect(() => open({ ...italian, operators: undefined } as unknown as Language)).toThrow('"language.operators"')
    expect(() => open('italian' as unknown as Language)).toThrow('Expected a language such as french()')
  })

  test('null is none either', () => {
    expect(() => parseQuery('pace', { language: null as unknown as Language })).toThrow('Option "language" is null')
  })
})

describe('queries in another language', () => {
  test('are parsed by its operators, and French ones are words', () => {
    const typesOf = (text: string) => parseQuery(text, { language: italian }).tree.of.map(({ type }) => type)
    expect(typesOf('pace E guerra O tregua')).toEqual(['or'])
    expect(typesOf('pace ET guerra OU tregua')).toEqual(['words'])
    expect(typesOf('pace AND guerra')).toEqual(['and'])
    expect(typesOf('dare -gli')).toEqual(['words'])
    expect(typesOf('dare -je')).toEqual(['words', 'not'])
  })

  test('are printed with what it needs escaped', () => {
    const tree = { type: 'words', text: 'pace E guerra OU tregua' } as const
    expect(printQuery(tree, { language: italian })).toBe('pace \\E guerra OU tregua')
    expect(printQuery(tree)).toBe('pace E guerra \\OU tregua')
    expect(bare(parseQuery(printQuery(tree)).tree)).toEqual({ type: 'group', of: [tree] })
  })
})
