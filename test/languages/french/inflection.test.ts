/** Which words share a class, how much they count for one another, and which belong to a family. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inflectionWeight, relatedByMeaning, stemKey } from '../../../src/languages/french/words/inflection.ts'
import { fold } from '../../../src/text/fold.ts'

function pairs(file: string): [string, string][] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [a, b] = line.split('\t')
      return [a, b]
    })
}

describe('stemKey', () => {
  it('joins the forms of a word', () => {
    const apart = pairs('same-class.tsv').filter(([a, b]) => stemKey(a) !== stemKey(b))
    expect(apart.map(([a, b]) => `${a} ${stemKey(a)}, ${b} ${stemKey(b)}`)).toEqual([])
  })

  it('keeps other words apart', () => {
    const joined = pairs('other-class.tsv').filter(([a, b]) => stemKey(a) === stemKey(b))
    expect(joined.map(([a, b]) => `${a}, ${b} ${stemKey(a)}`)).toEqual([])
  })

  it('does not depend on accents, so that a word typed without them finds its class', () => {
    const words = [...pairs('same-class.tsv'), ...pairs('other-class.tsv')].flat()
    for (const word of words) expect(stemKey(fold(word))).toBe(stemKey(word))
  })

  it('leaves numbers as they are', () => {
    for (const number of ['5500', '3.5', '19e', '2019-11-14', 'g20', 'covid-19']) expect(stemKey(number)).toBe(number)
  })

  it('takes any string and gives the same key each time', () => {
    fc.assert(
      fc.property(fc.string(), word => {
        expect(stemKey(word)).toBe(stemKey(word))
      }),
    )
  })
})

describe('false friends have classes of their own', () => {
  it.each([
    ['parti', 'partir'],
    ['port', 'porter'],
    ['organe', 'organisation'],
    ['général', 'génération'],
    ['communiste', 'commun'],
    ['définition', 'définitif'],
    ['définitions', 'définitives'],
    ['attention', 'attente'],
    ['attentions', 'attentes'],
    ['intention', 'intenter'],
    ['alternance', 'alternative'],
    ['position', 'positif'],
    ['action', 'actif'],
    ['nation', 'natif'],
  ])('%s, %s', (word, other) => {
    expect(stemKey(word)).not.toBe(stemKey(other))
  })
})

describe('inflectionWeight', () => {
  const cases: [asked: string, found: string, weight: number][] = [
    ['annonce', 'annoncé', 1],
    ['annoncé', 'annonce', 1],
    ['annoncer', 'annoncés', 1],
    ['annoncé', 'annoncées', 1],
    ['annonça', 'annoncer', 1],
    ['mène', 'mener', 1],
    ['mener', 'mènent', 1],
    ['répète', 'répété', 1],
    ['libère', 'libérer', 1],
    ['événement', 'évènement', 1],
    ['maître', 'maitre', 1],
    ['connaître', 'connaitre', 1],
    ['coût', 'cout', 1],
    ['cœur', 'coeur', 1],
    ['coeur', 'cœurs', 1],
    ['élection', 'élections', 1],
    ['election', 'élections', 1],
    ['ecole', 'école', 1],
    ['école', 'ecole', 0.8],
    ['écoles', 'ecole', 0.8],
    ['état', 'etats', 0.8],
    ['peche', 'pêche', 1],
    ['peche', 'péché', 1],
    ['peches', 'pêche', 1],
    ['pecheur', 'pêcheurs', 1],
    ['pecheur', 'pécheurs', 1],
    ['pêche', 'pêches', 1],
    ['pêche', 'péché', 0.3],
    ['pêche', 'péchés', 0.3],
    ['péché', 'pêche', 0.3],
    ['pêche', 'pécher', 0.3],
    ['pêcheur', 'pécheur', 0.3],
    ['pécher', 'pêcher', 0.3],
    ['pêche', 'peche', 0.8],
    ['marché', 'marchés', 1],
    ['marché', 'marche', 0.3],
    ['marché', 'marches', 0.3],
    ['marché', 'marcher', 0.3],
    ['marcher', 'marché', 0.3],
    ['marche', 'marché', 0.6],
    ['marches', 'marchés', 0.6],
    ['marche', 'marcher', 1],
    ['côte', 'côté', 0.3],
    ['côté', 'côte', 0.3],
    ['côté', 'côtés', 1],
    ['cote', 'côte', 0.6],
    ['cote', 'côtés', 0.6],
    ['côte', 'cote', 0.3],
    ['tâche', 'tache', 0.3],
    ['tâche', 'tâches', 1],
    ['tache', 'tâche', 0.6],
    ['jeune', 'jeûne', 0.6],
    ['jeûne', 'jeune', 0.3],
    ['jeunes', 'jeune', 1],
    ['sûr', 'sûrs', 1],
    ['sûr', 'sûre', 1],
    ['mûr', 'mur', 0.3],
    ['mûr', 'mûrs', 1],
    ['forêt', 'foret', 0.3],
    ['forêts', 'forêt', 1],
    ['pâle', 'pale', 0.3],
    ['rôder', 'roder', 0.3],
    ['hâler', 'haler', 0.3],
    ['matin', 'mâtin', 0.6],
    ['mâtin', 'matin', 0.3],
    ['là', 'la', 0.3],
    ['où', 'ou', 0.3],
    ['interne', 'interné', 0.6],
    ['pâte', 'pâté', 0.3],
    ['crêpe', 'crêpes', 1],
  ]
  it.each(cases)('%s asked, %s found: %d', (asked, found, weight) => {
    expect(inflectionWeight(asked, found)).toBe(weight)
  })

  it('only weighs words that share a class', () => {
    const other = cases.filter(([asked, found]) => stemKey(asked) !== stemKey(found))
    expect(other).toEqual([])
  })

  it('is in (0, 1], and 1 for the word itself', () => {
    const word = fc.array(fc.constantFrom(...'abceéèêiîoôuûçœsr'), { minLength: 1, maxLength: 8 }).map(l => l.join(''))
    fc.assert(
      fc.property(word, word, (asked, found) => {
        const weight = inflectionWeight(asked, found)
        expect(weight).toBeGreaterThan(0)
        expect(weight).toBeLessThanOrEqual(1)
        expect(inflectionWeight(asked, asked)).toBe(1)
      }),
    )
  })
})

describe('relatedByMeaning', () => {
  const cases: [asked: string, related: string][] = [
    ['libyen', 'libye'],
    ['libyenne', 'libye'],
    ['Libye'.toLowerCase(), 'libyen'],
    ['tripolitain', 'tripoli'],
    ['alger', 'algérois'],
    ['lyonnais', 'lyon'],
    ['bordelaise', 'bordeaux'],
    ['stéphanois', 'saint-étienne'],
    ['saint-étienne', 'stéphanois'],
    ['américain', 'états-unis'],
    ['etats-unis', 'américain'],
    ['britannique', 'royaume-uni'],
    ['allemande', 'allemagne'],
    ['suisse', 'helvétique'],
    ['grec', 'grèce'],
    ['turcs', 'turquie'],
    ['espagne', 'espagnole'],
    ['décider', 'décision'],
    ['décision', 'décider'],
    ['conduire', 'conducteur'],
    ['élire', 'élection'],
    ['élection', 'électeur'],
    ['mourir', 'mort'],
    ['naître', 'naissance'],
    ['accueillir', 'accueil'],
    ['employer', 'emploi'],
    ['emploi', 'employeur'],
    ['vendre', 'vente'],
    ['produire', 'production'],
    ['acquérir', 'acquisition'],
    ['résoudre', 'résolution'],
    ['licencier', 'licenciement'],
    ['partir', 'parti'],
    ['impôt', 'fiscal'],
    ['mensuel', 'mois'],
    ['annuel', 'an'],
    ['hépatique', 'foie'],
    ['détruit', 'destruction'],
    ['interdit', 'interdiction'],
  ]
  it.each(cases)('%s: %s', (asked, related) => {
    // Either the stemmer joins them anyway, or the family does.
    const keys = relatedByMeaning(asked).map(({ word }) => stemKey(word.replace(/-/g, '')))
    expect([stemKey(asked), ...keys]).toContain(stemKey(related.replace(/-/g, '')))
  })

  it('weighs less than the word, means the whole class, and never the class of the word itself', () => {
    for (const [asked] of cases)
      for (const { word, weight, wholeClass, relation } of relatedByMeaning(asked)) {
        expect(weight).toBeGreaterThanOrEqual(0.2)
        expect(weight).toBeLessThanOrEqual(0.4)
        expect(wholeClass).toBe(true)
        expect(relation).toBe('family')
        expect(stemKey(word)).not.toBe(stemKey(asked))
      }
  })

  it('knows no family of other words', () => {
    for (const word of ['xylophone', 'haftar', '2019', '', 'le']) expect(relatedByMeaning(word)).toEqual([])
  })
})
