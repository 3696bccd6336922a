/** Pairs of texts and questions around accents and ligatures: typed without them all are found, typed with them the right word is first. */
import { describe } from 'vitest'
import { above, apart, found } from './ask.ts'

describe('typed without accents', () => {
  found([
    ['L’élève a échoué', 'eleve echoue | élève | ELEVE'],
    ['Où est le pêcheur ?', 'pecheur | PECHEUR'],
    ['La fenêtre gelée', 'fenetre gelee | fenetres'],
    ['Le maïs brûlé', 'brule | maïs | MAÏS'],
    ['La tâche est dure', 'tache dure | tâche'],
    ['Un château hanté', 'chateau hante | chateaux'],
    ['Une forêt dense', 'foret | forets | FORET'],
    ['Un théâtre', 'theatre | THEATRE | théatre'],
    ['Ça commence', 'commencer | ca commence'],
    ['Le reçu', 'recu | reçus'],
    ['Une île', 'ile | iles | ILE'],
    ['L’âge légal', 'age legal'],
    ['Les évènements', 'evenement | événement | EVENEMENTS'],
    ['Noël à Béziers', 'noel beziers'],
    ['Le médecin a hésité', 'medecin hesite'],
  ])
})

describe('capitals without accents', () => {
  found([
    ['L’ETAT EST ENDETTE', 'état | l’état endetté'],
    ['ECOLE FERMEE', 'école fermée | école'],
    ['EVENEMENT CULTUREL', 'événement culturel | évènement'],
    ['ELECTIONS MUNICIPALES', 'élections municipales | élection'],
    ['L’EGALITE DES CHANCES', 'égalité'],
    ['LIBERTE EGALITE FRATERNITE', 'liberté égalité fraternité'],
    ['PRES DE L’HOTEL', 'hôtel'],
    ['Les Emirats', 'émirats'],
    ['A Étretat', 'Etretat'],
    ['Une Eglise romane', 'église'],
    ['LE COEUR DES HOMMES', 'cœur'],
    ['L’ŒUVRE', 'oeuvre'],
    ['L’école publique', 'ECOLE PUBLIQUE | Ecole'],
    ['L’état civil', 'ETAT CIVIL | Etat civil'],
    ['L’été indien', 'ÉTÉ | été'],
  ])
})

describe('ligatures', () => {
  found([
    ['Les bœufs paissent', 'boeuf | bœuf | BOEUF'],
    ['Mes vœux', 'voeux | vœu | voeu'],
    ['Sa sœur aînée', 'soeur ainee | sœurs'],
    ['Le nœud marin', 'noeud | nœuds'],
    ['Un œuf dur', 'oeuf | œufs | OEUFS'],
    ['L’œdème', 'oedeme | œdème'],
    ['Le fœtus', 'foetus'],
    ['Manœuvrer', 'manoeuvre | manœuvre'],
    ['Un phœnix', 'phoenix'],
    ['Curriculum vitæ', 'vitae | curriculum vitae'],
    ['Et cætera', 'caetera'],
    ['Lætitia Casta', 'laetitia'],
    ['Le nævus', 'naevus'],
    ['Un oeil', 'œil | yeux'],
    ['La rancœur', 'rancoeur'],
    ['Écœurant', 'ecoeurant'],
    ['Les œuvres d’Œdipe', 'oedipe | OEdipe'],
  ])
  apart([
    ['Le cœur bat', 'cour'],
    ['La cour est vide', 'cœur | coeur'],
    ['Ma sœur', 'sueur | seur'],
    ['La sueur', 'sœur | soeur'],
    ['Un nœud', 'nu | nud'],
    ['Un corps nu', 'nœud | noeud'],
    ['Le vœu', 'vu | veux'],
    ['Déjà vu', 'vœu | voeu'],
    ['Un œuf', 'neuf | euf'],
    ['Un livre neuf', 'œuf | oeuf'],
    ['Un bœuf', 'buf | bouffe'],
    ['Les mœurs', 'mur | meurs'],
    ['Le mur', 'mœurs'],
    ['Une moelle', 'mol'],
    ['La poêle', 'pôle'],
    ['Le pôle Nord', 'poêle'],
  ])
})

describe('the right accents first', () => {
  above([
    ['côte', 'La côte sauvage', 'La cote boursière'],
    ['cote', 'La cote boursière', 'La côte sauvage'],
    ['côté', 'Un côté sombre', 'Une côte sombre'],
    ['côte', 'Une côte sombre', 'Un côté sombre'],
    ['mûr', 'Un fruit mûr', 'Un mur gris'],
    ['mur', 'Un mur gris', 'Un fruit mûr'],
    ['jeûne', 'Le jeûne du mois', 'Le jeune du mois'],
    ['jeune', 'Le jeune du mois', 'Le jeûne du mois'],
    ['tâche', 'Une tâche ingrate', 'Une tache ingrate'],
    ['tache', 'Une tache ingrate', 'Une tâche ingrate'],
    ['tâches', 'Une tâche ingrate', 'Des taches rousses'],
    ['forêt', 'Une forêt dense', 'Un foret dense'],
    ['foret', 'Un foret dense', 'Une forêt dense'],
    ['péché', 'Le péché originel', 'La pêche en mer'],
    ['pêche', 'La pêche en mer', 'Le péché originel'],
    ['pêcheurs', 'Un pêcheur en mer', 'Un pécheur repenti'],
    ['pécheur', 'Des pécheurs repentis', 'Des pêcheurs en mer'],
    ['châsse', 'Une châsse dorée', 'Une chasse dorée'],
    ['chasse', 'Une chasse dorée', 'Une châsse dorée'],
    ['maïs', 'Un champ de maïs', 'Oui, mais non'],
    ['mâle', 'Un mâle dominant', 'Une male mort'],
    ['rôder', 'Il va rôder', 'Il va roder'],
    ['bâiller', 'Il va bâiller', 'Il va bailler'],
    ['crû', 'Il a crû', 'Un cru classé'],
    ['retraité', 'Un retraité heureux', 'Une retraite heureuse'],
    ['retraite', 'Une retraite heureuse', 'Un retraité heureux'],
    ['congrès', 'Un congrès', 'Un congre'],
    ['dessert', 'Un dessert glacé', 'Un désert glacé'],
    ['désert', 'Un désert glacé', 'Un dessert glacé'],
    ['pâte', 'Une pâte levée', 'Une patte levée'],
    ['pâté', 'Un pâté en croûte', 'Une pâte en croûte'],
    ['goûte', 'Il goûte le vin', 'Une goutte de vin'],
    ['été', 'Un bel été', 'Un bel état'],
  ])
})

describe('foreign names', () => {
  found([
    ['Le match de Łódź', 'lodz | Lodz | ŁÓDŹ | łodz'],
    ['Recep Tayyip Erdoğan', 'erdogan | Erdoğan | ERDOGAN'],
    ['Maria Šarapova', 'sarapova | Šarapova'],
    ['Une longueur en Ångström', 'angstrom | ångström | Angström'],
    ['São Paulo', 'sao paulo | SAO PAULO'],
    ['Madame Nguyễn', 'nguyen | Nguyễn'],
    ['Novak Đoković', 'dokovic | ĐOKOVIĆ'],
    ['Antonín Dvořák', 'dvorak | Dvořák'],
    ['Lech Wałęsa', 'walesa'],
    ['İstanbul la nuit', 'istanbul | ISTANBUL | İSTANBUL'],
    ['Diyarbakır', 'diyarbakir'],
    ['La Peña', 'pena'],
    ['Malmö et Tromsø', 'malmo tromso'],
    ['Reykjavík, Þingvellir', 'reykjavik | thingvellir'],
    ['Die Straße', 'strasse | straße'],
    ['Zürich', 'zurich'],
    ['Kraków', 'krakow'],
    ['Côme, Forlì', 'forli'],
    ['Timișoara', 'timisoara | timişoara'],
    ['Győr', 'gyor'],
    ['Đà Nẵng', 'da nang | đà nẵng'],
    ['Ljubljana, Kočevje', 'kocevje'],
  ])
})
