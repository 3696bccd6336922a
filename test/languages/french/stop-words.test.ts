import { readFileSync } from 'node:fs'
import stopwordsFr from 'stopwords-fr/stopwords-fr.json'
import { describe, expect, test } from 'vitest'
import { QUESTION_WORDS } from '../../../src/languages/french/data/question-words.ts'
import { ADDED, KEPT } from '../../../src/languages/french/data/stop-word-tables.ts'
import { PHRASES, VARIANTS } from '../../../src/languages/french/data/variants.ts'
import { defaultStopWords, wordsOf } from '../../../src/languages/french/words/stop-words.ts'
import { language } from './reading.ts'

const { isStopWord, queryWeight, related } = language

describe('mots vides', () => {
  test.each(
    "le la les l' un une des du de d' au aux et ou mais ni que qu' qui dont où je tu il elle on nous vous ils elles se s' ce c' cette mon leur dans en par pour sur avec sans ne n' pas a à y est était sont ont avait être lorsqu' jusqu' quel n° peut-être".split(
      ' ',
    ),
  )('%s', word => {
    expect(isStopWord(word)).toBe(true)
  })

  test.each('etait etaient meme etre'.split(' '))('%s, sans accents', word => {
    expect(isStopWord(word)).toBe(true)
  })
})

describe('mots pleins', () => {
  test.each(
    'été étés état personne pièce essai premier première nouveau droite force valeur effet voie parole retour proche plein seul non maximale sommes avions sûr dû né maïs dés entre contre sous vers déjà c d l m s t b deux vingt cent ete fait faire'.split(
      ' ',
    ),
  )('%s', word => {
    expect(isStopWord(word)).toBe(false)
  })
})

test('la classe fermée seulement', () => {
  expect(defaultStopWords().size).toBeGreaterThan(150)
  expect(defaultStopWords().size).toBeLessThan(220)
})

describe('mots des questions', () => {
  test.each(
    'comment combien pourquoi quand quel peut puis dois faut faire avoir bonjour merci svp veuillez connaitre'.split(
      ' ',
    ),
  )('%s compte moins', word => {
    expect(queryWeight(word)).toBe(0.3)
  })
  test.each('haftar congé droit pouvoir devoir fait été'.split(' '))('%s compte entier', word => {
    expect(queryWeight(word)).toBe(1)
  })
})

describe('variantes', () => {
  test.each([
    ['st', 'saint'],
    ['saint', 'st'],
    ['mme', 'madame'],
    ['m.', 'monsieur'],
    ['messieurs', 'm.'],
    ['avenues', 'av'],
    ['n°', 'numéro'],
    ['art.', 'article'],
    ['heures', 'h'],
    ['deuxième', '2e'],
    ['2e', 'deuxième'],
    ['quatorze', '14'],
    ['14', 'quatorze'],
    ['quatorze', 'xiv'],
    ['nonante', '90'],
    ['neuvième', '9e'],
    ['cinquièmes', '5e'],
    ['100e', 'centième'],
    ['1', '1er'],
    ['xiv', '14'],
    ['14', 'xiv'],
    ['rdv', 'rendez-vous'],
    ['rendez-vous', 'rdv'],
  ])('%s → %s', (word, other) => {
    const found = related(word).find(({ word: candidate }) => candidate === other)
    expect(found?.relation).toBe('variant')
    expect(found?.weight).toBeGreaterThan(0)
    expect(found?.weight).toBeLessThanOrEqual(1)
  })

  test('les meilleures d’abord, jamais le mot lui-même', () => {
    for (const line of VARIANTS.split('\n')) {
      for (const word of line.split(/[ |]/).slice(1).filter(Boolean)) {
        const weights = related(word).map(({ weight }) => weight)
        expect(weights).toEqual([...weights].sort((a, b) => b - a))
        expect(related(word).map(other => other.word)).not.toContain(word)
      }
    }
  })

  test.each(['art', 'il', 'vi', 'c', 'v', '0', '40'])('%s n’a pas de variante', word => {
    expect(
      related(word).filter(
        ({ relation, word: other }) => relation === 'variant' && /^(?:article|\d+|[ivx]+)$/.test(other),
      ),
    ).toEqual(word === 'vi' ? [{ word: '6', wholeClass: false, weight: 0.7, relation: 'variant' }] : [])
  })
})

describe('les tables sont celles des listes', () => {
  const rows = (name: string): string[][] =>
    readFileSync(new URL(`../../../index-data/french/${name}.tsv`, import.meta.url), 'utf8')
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#'))
      .map(line => line.split('\t'))
  const words = (name: string): string[] => rows(name).map(([word]) => word)

  test('mots vides', () => {
    expect(wordsOf(KEPT)).toEqual(words('stop-words-kept'))
    expect(wordsOf(ADDED)).toEqual(words('stop-words-added'))
    for (const word of words('stop-words-kept')) expect(stopwordsFr).toContain(word)
    for (const word of words('stop-words-added')) expect(stopwordsFr).not.toContain(word)
    for (const [, why] of [...rows('stop-words-kept'), ...rows('stop-words-added')]) expect(why).toBeTruthy()
  })

  test('mots des questions et variantes', () => {
    expect(wordsOf(QUESTION_WORDS)).toEqual(words('question-words'))
    const isPhrase = (group: string): boolean => group.split(/, | \| |^\| /).some(word => word.includes(' '))
    const variants = rows('variants').filter(([group]) => !isPhrase(group))
    expect(VARIANTS.split('\n')).toEqual(
      variants.map(([group, weight]) => {
        const words = group.replaceAll(', ', ' ').replace(' | ', '|').replace(/^\| /, '|')
        return `${String(Number(weight)).replace(/^0/, '')} ${words}`
      }),
    )
    const phrases = rows('variants').filter(([group]) => isPhrase(group))
    expect(PHRASES.trim().split('\n')).toEqual(phrases.map(([group]) => group))
    for (const [, weight] of phrases) expect(weight).toBe('0.9')
  })
})
