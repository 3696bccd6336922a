/** Documents and questions that a French reader expects to meet, or not, by the way words are written. */
import { describe, expect, test } from 'vitest'
import { language, tokensOf } from './reading.ts'

/** Whether each word of the question, or the whole it belongs to, is in the document, by class or as a variant. */
function meets(document: string, question: string): boolean {
  const found = new Set<string>()
  const documentTokens = tokensOf(document)
  for (let i = 0; i < documentTokens.length; i++) found.add(language.key(documentTokens.words[i]))
  const isFound = (word: string): boolean =>
    found.has(language.key(word)) ||
    language.related(word).some(({ word: other, relation }) => relation === 'variant' && found.has(language.key(other)))

  const asked = tokensOf(question, true)
  const needed = new Map<number, boolean>()
  for (let i = 0; i < asked.length; i++) {
    if (language.isStopWord(asked.words[i])) continue
    const hit = isFound(asked.words[i])
    for (let k = 0; k < asked.spans[i]; k++) {
      const position = asked.positions[i] + k
      if (asked.spans[i] === 1 || hit) needed.set(position, (needed.get(position) ?? false) || hit)
    }
  }
  return needed.size > 0 && [...needed.values()].every(Boolean)
}

const TOGETHER: readonly (readonly [document: string, question: string])[] = [
  ['L’Algérie attend', 'algerie'],
  ['Rue de l’Abbaye', 'rue de l abbaye'],
  ['La Côte-d’Or', 'cote d or'],
  ['Il revient aujourd’hui', 'aujourd hui'],
  ['Les prud’hommes ont tranché', 'prudhommes'],
  ['Le conseil prudhomal', 'prud’homal'],
  ['Un entracte', 'entr’acte'],
  ['La presqu’île de Crozon', 'presquile'],
  ['M. O’Connor', 'oconnor'],
  ['Un arc-en-ciel', 'arc en ciel'],
  ['Le porte à porte', 'porte-à-porte'],
  ['Une micro-entreprise', 'microentreprise'],
  ['Un microentrepreneur', 'micro-entrepreneur'],
  ['Le e-commerce', 'ecommerce'],
  ['L’auto-école', 'autoécole'],
  ['Le tee-shirt', 'teeshirt'],
  ['La Grande-Bretagne', 'grande bretagne'],
  ['Le Royaume Uni', 'Royaume-Uni'],
  ['Des contre-attaques', 'contre-attaque'],
  ['Le mot « dit-il »', 'dit'],
  ['Où va-t-elle ?', 'va'],
  ['L’U.E. négocie', 'UE'],
  ['La SNCF', 'S.N.C.F.'],
  ['Le R.S.A.', 'rsa'],
  ['Un K.-O. technique', 'KO'],
  ['Près de 12 000 manifestants', '12000'],
  ['Près de 12000 manifestants', '12 000'],
  ['Près de 12\u202f000 manifestants', '12.000'],
  ['Une hausse de 2,5 points', '2.5'],
  ['Une hausse de 2,5 %', '2,5 pour cent'],
  ['Une hausse de 2,5 pour cent', '2.5%'],
  ['Cela coûte 20 €', '20 euros'],
  ['Cela coûte 20 euros', '20€'],
  ['Un trajet de 10 km', '10km'],
  ['Un trajet de 10km', '10 kilomètres'],
  ['La semaine de 35 heures', '35h'],
  ['À 20 h 30', '20h30'],
  ['À 20h30', '20:30'],
  ['Le 11 novembre 1918', '11/11/1918'],
  ['Le 11/11/1918', '11 novembre 1918'],
  ['Le 1er mai 2020', '01/05/2020'],
  ['Appelez le 01 23 45 67 89', '0123456789'],
  ['Appelez le 0123456789', '01.23.45.67.89'],
  ['Au XVIIIᵉ siècle', '18e siècle'],
  ['Au 18ème siècle', 'XVIIIe siècle'],
  ['Au XVIIIe siècle', 'dix-huitième siècle'],
  ['La 3e chambre', '3ème chambre'],
  ['La troisième chambre', '3e chambre'],
  ['Louis XIV', 'louis 14'],
  ['François Ier', 'François 1er'],
  ['Les cinq continents', '5 continents'],
  ['Les auteur·rice·s', 'auteurs'],
  ['Les citoyen·ne·s', 'citoyennes'],
  ['Les salarié-e-s', 'salariés'],
  ['Les employé(e)s', 'employées'],
  ['L’œuvre', 'oeuvre'],
  ['Le foetus', 'fœtus'],
  ['Saint-Malo', 'St-Malo'],
  ['St Malo', 'Saint-Malo'],
  ['Sainte-Maxime', 'Ste Maxime'],
  ['Mme Curie', 'madame Curie'],
  ['Monsieur Hulot', 'M. Hulot'],
  ['M. Hulot', 'monsieur Hulot'],
  ['Jacques Tati', 'M. Tati'],
  ['Vingt-cinq ans', '25 ans'],
  ['La S. N. C. F.', 'SNCF'],
  ['Les 35heures', '35 heures'],
  ['12 avenue Foch', '12 av. Foch'],
  ['12 bd Voltaire', 'boulevard Voltaire'],
  ['Le Dr Knock', 'docteur Knock'],
  ['L’article L. 3121-1', 'L3121-1'],
  ['L’article L3121-1', 'article l 3121-1'],
  ['Art. R.4228-1', 'article R. 4228-1'],
  ['Le décret n° 2019-1234', 'decret 2019-1234'],
  ['Le formulaire n°12', 'formulaire numéro 12'],
  ['Le langage C#', 'c#'],
  ['Sous Node.js', 'nodejs'],
  ['La R&D', 'R & D'],
  ['Le sommet du G20', 'G 20'],
  ['Le sommet du G 20', 'g20'],
  ['Le Covid 19', 'COVID-19'],
  ['La COVID-19', 'covid19'],
  ['Selon @Elysee', 'elysee'],
  ['Avec #MeToo', 'metoo'],
  ['Écrire à info@exemple.fr', 'info@exemple.fr'],
  ['Le gou\u00advernement', 'gouvernement'],
  ['La de\u0301cision', 'décision'],
  ['Les ﬁnances', 'finances'],
  ['Łukasz à Łódź', 'lukasz lodz'],
  ['La clé', 'clef'],
  ['Un évènement', 'événements'],
]

const APART: readonly (readonly [document: string, question: string])[] = [
  ['La vitamine C', 'C++'],
  ['Le langage C', 'C#'],
  ['L’article L. 1211', 'L121-1'],
  ['L’article L. 12-11', 'L. 121-1'],
  ['Environ 5 500 morts', '500'],
  ['Environ 5000 jours', '5 500'],
  ['Une moyenne de 3,8', '3,5'],
  ['Né en 2001', '2011'],
  ['Le 14/11/2018', '14/11/2017'],
  ['Un cœur', 'cour'],
  ['La cour', 'cœur'],
  ['La 2e division', '3e division'],
  ['Le XIXe siècle', 'XXe siècle'],
  ['La vie est belle', 'VIe siècle'],
  ['Le salaire net', '.NET'],
  ['Un maïs doux', 'mai'],
  ['La tour A. Il vit là', 'AI'],
  ['Ajouter 20 g de sel', 'G20'],
]

describe('ensemble', () => {
  test.each(TOGETHER)('%s ← %s', (document, question) => {
    expect(meets(document, question)).toBe(true)
  })
})

describe('séparés', () => {
  test.each(APART)('%s ≠ %s', (document, question) => {
    expect(meets(document, question)).toBe(false)
  })
})
