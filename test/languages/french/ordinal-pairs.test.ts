/** Pairs of texts and questions around ordinals, centuries, kings and the Roman numerals they are written in. */
import { describe } from 'vitest'
import { above, apart, found } from './ask.ts'

describe('centuries', () => {
  const nineteenth =
    'XIXe siècle | XIXᵉ siècle | 19e siècle | 19ème siècle | XIXème siècle | xixe siecle | dix-neuvième siècle | dix neuvième siècle | XIX siècle | 19e | XIXe'
  const twentieth = 'XXe siècle | 20e siècle | vingtième siècle | XXème | 20ème siècle'
  found([
    ['Un roman du XIXe\u00a0siècle', nineteenth],
    ['Un roman du XIXᵉ siècle', nineteenth],
    ['Un roman du 19e siècle', nineteenth],
    ['Un roman du 19ème siècle', nineteenth],
    ['Un roman du dix-neuvième siècle', nineteenth],
    ['La peinture au XXe\u00a0siècle', twentieth],
    ['La peinture au vingtième siècle', twentieth],
    ['Le XXIe siècle', '21e siècle | vingt-et-unième siècle | vingt et unième siècle | XXIᵉ'],
    ['Le Ier siècle', '1er siècle | premier siècle | Iᵉʳ siècle'],
    ['Le premier siècle', 'Ier siècle | 1er siècle'],
    ['Le IIIe siècle av. J.-C.', '3e siècle | troisième siècle | IIIᵉ siècle | IIIe siècle avant Jésus-Christ'],
    ['Les XVIIe et XVIIIe siècles', 'XVIIe siècle | 18e siècle | dix-huitième siècle'],
    ['XVIII\u1d49 siècle', 'XVIIIe | 18e | XVIIIème'],
    ['LE XIXE SIÈCLE', 'xixe siècle | 19e siècle'],
    ['Le siècle dernier', 'siècles'],
  ])
  apart([
    ['Un roman du XIXe siècle', 'XXe siècle | 18e siècle | XVIIIe | 9e siècle'],
    ['La Vie en rose', 'VIe siècle'],
    ['Au VIe siècle', 'vie'],
    ['Le XXIe siècle', 'XXe siècle | 22e siècle'],
    ['Une mie de pain', 'Mie siècle'],
  ])
})

describe('ordinals', () => {
  found([
    ['Le 2d tour', 'second tour | 2nd tour | 2e tour | deuxième tour | 2d tour'],
    ['Le second tour', '2d tour | 2nd tour'],
    ['Une élève de 2de', '2de | seconde'],
    ['La 1re fois', '1ère fois | première fois | 1ere fois | 1re fois'],
    ['La première fois', '1re fois | 1ère fois'],
    ['Le 1er rang', 'premier rang | 1ᵉʳ rang | 1er'],
    ['Le premier rang', '1er rang'],
    ['La 2ᵉ division', '2e division | 2ème division | deuxième division | seconde division | 2nde division'],
    ['La deuxième division', '2e division | 2ème | seconde division'],
    ['La Seconde Guerre mondiale', '2e guerre mondiale | deuxième guerre mondiale | 2nde guerre mondiale'],
    ['Le 3ᵉ âge', 'troisième âge | 3e âge | 3ème'],
    ['Le troisième âge', '3e âge | 3ème âge'],
    [
      'La IIIe République',
      '3e République | troisième République | IIIᵉ République | IIIème République | 3ème république',
    ],
    ['La troisième République', 'IIIe République | 3e république'],
    ['La Ve République', 'cinquième République | 5e République | Vᵉ République'],
    ['La Cinquième République', 'Ve République | 5e République | Ve république'],
    ['Le XVIe arrondissement', '16e arrondissement | seizième arrondissement | 16ème'],
    ['Le 20e arrondissement', 'XXe arrondissement | vingtième arrondissement'],
    ['Le IIIe Reich', '3e Reich | troisième Reich | IIIᵉ Reich'],
    ['Le Second Empire', '2nd Empire | IIe empire | deuxième empire'],
    ['Le Ier Empire', 'Premier Empire | 1er Empire'],
    ['Le 100e anniversaire', 'centième anniversaire | 100ème anniversaire'],
    ['Le centième anniversaire', '100e anniversaire'],
    ['Le 25e anniversaire', 'vingt-cinquième anniversaire | vingt cinquième'],
    ['Les 1ers secours', 'premiers secours'],
    ['Les premiers secours', '1ers secours | premier secours'],
    ['Il arrive 3e', 'troisième'],
    ['Classe de 6ème', 'sixième | 6e'],
    ['Les trois quarts', '3 quarts'],
  ])
  apart([
    ['La 2e division', '3e division | 22e division | 12e'],
    ['La Ve République', 'IVe République | VIe République'],
    ['Le 1er rang', '11e rang | 2e rang'],
    ['La première fois', '2e fois'],
  ])
})

describe('kings and numerals', () => {
  found([
    ['Louis XIV à Versailles', 'Louis 14 | louis xiv | Louis quatorze | LOUIS XIV'],
    ['Louis 14 à Versailles', 'Louis XIV'],
    ['Le roi Charles X', 'Charles 10 | charles x | Charles dix'],
    ['Le roi Charles V', 'Charles 5 | charles v'],
    ['François Iᵉʳ', 'François 1er | françois premier | François Ier | francois 1er'],
    ['François Ier', 'François 1er | François premier'],
    ['Napoléon III', 'Napoléon 3 | napoleon iii | Napoléon trois'],
    ['Jean-Paul II', 'Jean-Paul 2 | Jean-Paul deux | jean paul ii'],
    ['Le pape Pie XII', 'Pie 12 | pie xii'],
    ['Henri IV', 'Henri 4 | henri iv'],
    ['Élisabeth II', 'Elisabeth 2 | elisabeth ii'],
    ['Le tome III', 'tome 3 | tome iii | t. 3'],
    ['Le tome 3', 'tome III'],
    ['Le chapitre XX', 'chapitre 20 | chap. 20'],
    ['L’acte V de Phèdre', 'acte 5 | acte v'],
    ['Le traité de Maastricht, titre IX', 'titre 9 | titre ix'],
    ['La partie I du rapport', 'partie 1'],
    ['La Seconde Guerre, tome L', 'tome L'],
  ])
  apart([
    ['Louis XIV', 'Louis XV | Louis 15 | Louis XVI'],
    ['Charles X', 'Charles IX | Charles 9 | Charles 11'],
    ['Le chromosome X', 'chromosome Y'],
    ['Napoléon III', 'Napoléon II | Napoléon 2'],
  ])
  above([
    ['Charles X', 'Le roi Charles X', 'Le roi Charles et ses 10 fils'],
    ['rayon X', 'Un rayon X', 'Un rayon 10'],
  ])
})
