/** Words that a rule derives from one another are family; those that are pairs by accident are not. */
import { describe, expect, test } from 'vitest'
import { relatedByMeaning, stemKey } from '../../../src/languages/french/words/inflection.ts'

const keysOf = (word: string): string[] => [
  stemKey(word),
  ...relatedByMeaning(word).map(({ word: other }) => stemKey(other.replace(/-/g, ''))),
]

describe('family', () => {
  test.each([
    ['fermer', 'fermeture'],
    ['fermons', 'fermetures'],
    ['boucher', 'boucherie'],
    ['boulangerie', 'boulangers'],
    ['plombier', 'plomberie'],
    ['électricien', 'électricité'],
    ['électricien', 'électrique'],
    ['musicien', 'musique'],
    ['pharmacienne', 'pharmacie'],
    ['supprimer', 'suppression'],
    ['transmettre', 'transmission'],
    ['traduire', 'traduction'],
    ['convoqué', 'convocation'],
    ['chercheuse', 'chercher'],
    ['investisseur', 'investir'],
    ['stable', 'stabilité'],
    ['productif', 'productivité'],
    ['curieuse', 'curiosité'],
    ['psychologue', 'psychologie'],
    ['jardin', 'jardinier'],
    ['professionnel', 'profession'],
    ['livreur', 'livreuses'],
    ['programmeurs', 'programmeuse'],
    ['arnaqueur', 'arnaqueuse'],
    ['volleyeur', 'volleyeuses'],
    // The lexicon need not have them: the rule has no list.
    ['podcasteur', 'podcasteuse'],
    ['ufologue', 'ufologie'],
  ])('%s, %s', (a, b) => {
    expect(keysOf(a)).toContain(stemKey(b))
    expect(keysOf(b)).toContain(stemKey(a))
  })
})

describe('one class', () => {
  test.each([
    ['qualifier', 'qualification'],
    ['requalifiée', 'requalifications'],
    ['informer', 'information'],
    ['changer', 'changement'],
  ])('%s, %s', (a, b) => {
    expect(stemKey(a)).toBe(stemKey(b))
  })
})

describe('no family', () => {
  test.each([
    ['ingénieur', 'ingénieuse'],
    ['ingenieurs', 'ingénieux'],
    ['terreur', 'terreux'],
    ['licence', 'licencier'],
    ['table', 'tablier'],
    ['coller', 'collier'],
    ['chant', 'chantage'],
    ['ration', 'rationnel'],
    ['office', 'officier'],
    ['signe', 'signal'],
    ['heure', 'heureux'],
    ['public', 'publicité'],
    ['réserver', 'réservoir'],
    ['modèle', 'modalité'],
  ])('%s, %s', (a, b) => {
    expect(keysOf(a)).not.toContain(stemKey(b))
    expect(keysOf(b)).not.toContain(stemKey(a))
  })
})
