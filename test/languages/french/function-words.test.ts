/** Words of grammar and abbreviations are never found for a word that shares their stem. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FUNCTION_WORDS } from '../../../src/languages/french/data/function-words.ts'
import { isFunctionWord, wordsOf } from '../../../src/languages/french/words/stop-words.ts'
import { apart, found, scores } from './ask.ts'
import { language } from './reading.ts'

const { key, stopWords } = language

test('aucun mot grammatical n’est dans la classe d’un mot plein', () => {
  const classes = new Set([...stopWords, ...wordsOf(FUNCTION_WORDS)].map(key))
  const words = readFileSync(new URL('paradigms.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .flatMap(line => line.split('\t')[1].split(' '))
    .filter(word => !isFunctionWord(word))
  expect(words.length).toBeGreaterThan(3000)
  expect(words.filter(word => classes.has(key(word)))).toEqual([])
})

describe('un mot grammatical ne répond pas pour un mot plein', () => {
  apart([
    ['Comme hier', 'commissions | commission'],
    ['Via Lyon', 'vie | vies'],
    ['Tant pis', 'tante'],
    ['Jamais en retard', 'James'],
    ['Il part maintenant', 'maintenance | maintenir'],
    ['Près de Lyon', 'pré | prés'],
    ['Il dit tu à tous', 'tuer | tue'],
    ['Son chat', 'sonner'],
    ['Voire plus', 'voir'],
    ['Hors de prix', 'hordes'],
  ])
})

describe('sans accent aussi', () => {
  found([
    ['Déjà près de Lyon', 'deja | pres'],
    ['Il s’est tû', 'taire'],
    ['Il est né en mai', 'naître'],
  ])
})

describe('une abréviation ne vaut que telle qu’elle s’écrit', () => {
  apart([
    ['Le pain et le vin', 'établissement | établir'],
    ['Un tel homme', 'téléphone | téléphonique'],
    ['De telles choses', 'téléphone'],
    ['Un profit record', 'professeur'],
    ['Un émail fêlé', 'courriel'],
    ['De beaux émaux', 'courriel | mail'],
    ['Une toux sèche', 'seconde'],
    ['Un animal novateur', 'novembre'],
  ])
  found([
    ['Les Éts Martin', 'établissements'],
    ['Les établissements Martin', 'ets martin'],
    ['Tél. : 01 02 03 04 05', 'téléphone'],
    ['Numéro de téléphone', 'tél'],
    ['Le prof de maths', 'professeur mathématiques'],
    ['Les profs en grève', 'professeurs'],
    ['Un e-mail reçu', 'courriel'],
    ['Des emails reçus', 'courriel'],
    ['Une photographie', 'photo | photos'],
  ])
})

describe('les mots qui posent la question ne sont pas exigés', () => {
  test.each([
    ['Déclarer une naissance', 'où faut-il déclarer une naissance ?'],
    ['Déclarer une naissance', 'Bonjour madame, comment déclarer une naissance svp'],
    ['Résilier son bail', 'peut-on résilier alors un bail'],
  ])('%s ← %s', (text, question) => {
    expect(scores([text], question)[0]).toBeGreaterThan(0)
  })

  test.each([
    ['Déclarer une naissance', 'comment déclarer un décès'],
    ['Un bail', 'comment résilier un bail'],
    // Nothing else is asked: then it is asked.
    ['Un bail', 'comment'],
  ])('%s ≠ %s', (text, question) => {
    expect(scores([text], question)[0]).toBe(0)
  })
})
