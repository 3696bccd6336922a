/** Pairs of texts and questions around short participles that are other words as well: né, lu, cru, plu, dû, su, vu, bu, tu, mis, vif. */
import { describe } from 'vitest'
import { above, apart, found } from './ask.ts'

describe('the forms of the verb', () => {
  found([
    ['Il est né à Lyon', 'naître | naissent | née | naitre'],
    ['Elle naquit à Lyon', 'naître | née | né'],
    ['Des enfants naissent', 'naître | né | naître enfant'],
    ['Voir naître un enfant', 'né | naissent | naquit'],
    ['Il a lu la lettre', 'lire | lire lettre | lisent'],
    ['Elle lit une lettre', 'lire | lu | lue | lisait'],
    ['Lire une lettre', 'lu | lues | lit'],
    ['Il a cru au miracle', 'croire | croire miracle'],
    ['Croire au miracle', 'cru | croient'],
    ['Il a plu hier', 'pleuvoir | plu'],
    ['Il pleut ce matin', 'pleuvoir | pleuvait'],
    ['Cela m’a plu', 'plaire | plu'],
    ['Cela plaît au public', 'plaire | plaisent | plait'],
    ['Il a dû partir', 'devoir | devoir partir'],
    ['Il doit partir', 'devoir | doivent | devait'],
    ['Il devrait partir', 'devoir'],
    ['Il a su convaincre', 'savoir'],
    ['Savoir convaincre', 'su | sait | saura'],
    ['Il a vu la mer', 'voir | verra'],
    ['Voir la mer', 'vu | voit | vue | verront'],
    ['Il a bu du vin', 'boire | boit'],
    ['Boire du vin', 'bu | buvait | boivent'],
    ['Il a mis la table', 'mettre | mettent'],
    ['Mettre la table', 'mis | mise | mettra'],
    ['Il a pris un train', 'prendre | prennent'],
    ['Prendre un train', 'pris | prit | prise'],
    ['Il vécut heureux', 'vivre | vécu | vivent'],
    ['Vivre heureux', 'vécu | vit | vécut'],
    ['Il a connu la faim', 'connaître | connaissent'],
    ['Il a reçu un prix', 'recevoir | reçoit'],
    ['Il a eu un prix', 'eu | prix'],
    ['Il mourut à Rome', 'mourir | mort | meurt'],
    ['Il est mort à Rome', 'mourir | meurt'],
    ['Il a crû en force', 'croître'],
    ['Elle a ri', 'rire | rient'],
    ['Il a pu venir', 'pouvoir | pu'],
    ['Il a fui', 'fuir | fuit'],
    ['Il a ouvert la porte', 'ouvrir'],
    ['Il a craint le pire', 'craindre'],
    ['Il a résolu le problème', 'résoudre'],
    ['Il a vaincu', 'vaincre'],
    ['Il a cousu un bouton', 'coudre'],
    ['Il a moulu le café', 'moudre'],
    ['Il a conclu un accord', 'conclure'],
    ['Il a suivi le cours', 'suivre'],
    ['Il a acquis un bien', 'acquérir'],
    ['Les vifs débats', 'vif | vive | vives'],
    ['Une vive émotion', 'vif | vive'],
  ])
})

describe('other words of the same letters', () => {
  apart([
    ['Le vin nouveau', 'venir | vaincre'],
    ['Une tuile', 'taire'],
    ['Un buste', 'boire'],
    ['Un vivier', 'vif'],
    ['Du jambon cru', 'croix'],
    ['Tu pars demain', 'taire'],
  ])
  above([
    ['lit', 'Un lit double', 'Il a lu un livre double'],
    ['lu', 'Il a lu un livre double', 'Un lit double'],
    ['sur', 'Il est sur le toit', 'Il est sûr, le toit'],
    ['cru', 'Du jambon cru', 'Il faut croire au jambon'],
    ['vif', 'Un vif débat', 'Elle veut vivre ce débat'],
    ['vivre', 'Elle veut vivre ce débat', 'Un vif débat'],
    ['vue', 'Une vue magnifique', 'Il faut voir, magnifique'],
    ['mort', 'La mort du roi', 'Le roi va mourir'],
    ['mise', 'Une mise élevée', 'Il faut mettre élevée'],
    ['savoir', 'Le savoir humain', 'Il a su humain'],
    ['devoir', 'Le devoir de mémoire', 'Il a dû de mémoire'],
    ['pouvoir', 'Le pouvoir absolu', 'Il a pu, absolu'],
    ['né', 'Il est né ici', 'Il va naître ici'],
  ])
})

describe('forms that their accent tells from a noun', () => {
  found([
    ['Les mois qui précèdent', 'précéder | précédant'],
    ['Ils adhèrent au contrat', 'adhérer'],
    ['Les avis diffèrent', 'différer'],
    ['Elles lèvent les yeux', 'lever'],
    ['Ils aimèrent', 'aimer'],
  ])
  apart([['Un mois précédent', 'précéder']])
})

describe('what justifies, certifies and rectifies', () => {
  found([
    ['Un justificatif', 'justifier | justification'],
    ['Le certificateur', 'certification'],
    ['Une décision rectificative', 'rectifier'],
  ])
  apart([['Un geste significatif', 'signification']])
})
