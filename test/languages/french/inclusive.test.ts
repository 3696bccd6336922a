import { describe, expect, test } from 'vitest'
import { feminineOf } from '../../../src/languages/french/rules/inclusive.ts'
import { marked, reads } from './reading.ts'

describe('le masculin et le féminin à la même place', () => {
  reads([
    ['Les étudiant·e·s manifestent', 'les étudiant|étudiante manifestent'],
    ['étudiant·es', 'étudiant|étudiante'],
    ['étudiant•e•s', 'étudiant|étudiante'],
    ['étudiant.e.s', 'étudiant|étudiante'],
    ['étudiant.e', 'étudiant|étudiante'],
    ['étudiant(e)s', 'étudiant|étudiante'],
    ['étudiant(e)', 'étudiant|étudiante'],
    ['étudiant(es)', 'étudiant|étudiante'],
    ['étudiant-e-s', 'étudiant|étudiante'],
    ['étudiant-e', 'étudiant|étudiante'],
    ['étudiant/e/s', 'étudiant|étudiante'],
    ['ÉTUDIANT·E·S', 'étudiant|étudiante'],
    ['acteur·rice·s', 'acteur|actrice'],
    ['acteur·trice', 'acteur|actrice'],
    ['instituteur/trice', 'instituteur|institutrice'],
    ['directeur(trice)', 'directeur|directrice'],
    ['vendeur/euse', 'vendeur|vendeuse'],
    ['chercheur·se·s', 'chercheur|chercheuse'],
    ['heureux·se', 'heureux|heureuse'],
    ['tous·tes', 'tous|toute'],
    ['tou·te·s', 'tous|toute'],
    ['tout·e', 'tout|toute'],
    ['chef·fe·s', 'chef|cheffe'],
    ['créateur·ice·s', 'créateur|créatrice'],
    ['auteur·e', 'auteur|auteure'],
    ['Français·es', 'français|française'],
    ['citoyen·ne·s', 'citoyen|citoyenne'],
    ['professionnel·le·s', 'professionnel|professionnelle'],
    ['maternel(le)', 'maternel|maternelle'],
    ['infirmier·ère·s', 'infirmier|infirmière'],
    ['infirmier·e', 'infirmier|infirmière'],
    ['sportif·ve·s', 'sportif|sportive'],
    ['sportif·ive', 'sportif|sportive'],
    ['employé·e·s', 'employé|employée'],
    ['salarié-e-s', 'salarié|salariée'],
    ['élu·e', 'élu|élue'],
    ['maître·sse', 'maître|maîtresse'],
    ['époux(se)', 'époux|épouse'],
    ['un(e)', 'un|une'],
    ['vice-président·e·s', '[vice-président: [vice-présidente: vice président|présidente]]'],
  ])
})

describe('un pluriel entre parenthèses', () => {
  reads([
    ['le(s) candidat(s)', 'le candidat'],
    ['journal(aux)', 'journal'],
    ['neveu(x)', 'neveu'],
  ])
})

describe('ce qui n’est pas inclusif', () => {
  reads([
    ['fin.les', '[fin.les: fin les]'],
    ['le chat (elle)', 'le chat elle'],
    ['f(x)', 'f x'],
    ['loi(article)', 'loi article'],
    ['et/ou', 'et ou'],
    ['col·lecció', 'col lecció'],
    ['passe-les', 'passe les'],
    ['le prix.', 'le prix'],
  ])
})

test('les règles du féminin', () => {
  expect(feminineOf('étudiant', 'e')).toBe('étudiante')
  expect(feminineOf('étudiants', 'es')).toBe('étudiantes')
  expect(feminineOf('copain', 'ine')).toBe('copine')
  expect(feminineOf('nouveau', 'elle')).toBe('nouvelle')
  expect(feminineOf('public', 'que')).toBe('publique')
  expect(feminineOf('régional', 'ale')).toBe('régionale')
  expect(feminineOf('breton', 'ne')).toBe('bretonne')
  expect(feminineOf('candidat', 's')).toBeUndefined()
  expect(feminineOf('prix', 's')).toBeNull()
  expect(feminineOf('mot', 'les')).toBeNull()
  expect(feminineOf('maison', 'fr')).toBeNull()
})

test('toute la graphie est marquée', () => {
  expect(marked('Les étudiant·e·s et (candidat(e)s)')).toEqual(['Les', 'étudiant·e·s', 'et', 'candidat(e)s'])
})
