/** Pairs of texts and questions around the apostrophe: elided words come off, words with an apostrophe of their own keep it. */
import { describe } from 'vitest'
import { apart, found } from './ask.ts'

describe('every elided word', () => {
  found([
    ['L’horloge de l’église sonne', 'horloge | église | eglise | l’horloge'],
    ['Un verre d’eau fraîche', 'eau | verre d’eau | verre d eau'],
    ['J’habite ici', 'habiter | j’habite | j habite'],
    ['Il m’interroge souvent', 'interroger | m’interroge'],
    ['Je t’emmène au marché', 'emmener'],
    ['Elle s’évanouit', 'évanouir | s évanouir'],
    ['On n’oublie rien', 'oublier | n’oublie'],
    ['C’était hier soir', 'hier soir | c’était hier'],
    ['Il dit qu’Ankara négocie', 'Ankara | qu’Ankara'],
    ['Ç’aurait été préférable', 'préférable'],
    ['Jusqu’ici tout va bien', 'jusqu’ici | jusqu ici'],
    ['Ouvert jusqu’au lendemain', 'lendemain | jusqu’au lendemain'],
    ['Lorsqu’Emmanuel Macron parle', 'Emmanuel Macron'],
    ['Puisqu’Orange le dit', 'orange'],
    ['Quoiqu’ivre, il conduit', 'ivre'],
    ['Presqu’achevé, le pont ferme', 'achevé'],
    ['Ils s’aiment entr’eux', 'aimer'],
    ['Quelqu’autre solution', 'solution'],
  ])
})

describe('every apostrophe', () => {
  found([
    ['L\u2019Assemblée vote', 'assemblée | l\u2018assemblée | l\u00b4assemblée | l\u0060assemblée'],
    ["L'Assemblée vote", 'assemblée | l\u2019assemblée | l\u02bcassemblée'],
    ['L\u02bcAssemblée vote', 'assemblée | l assemblée'],
    ['L\u2018Assemblée vote', "assemblée | l'assemblée"],
    ['L\u00b4Assemblée vote', "assemblée | l'assemblée"],
    ['L\u0060Assemblée vote', "assemblée | l'assemblée"],
    ['L\uff07Assemblée vote', "assemblée | l'assemblée"],
    ['Il part aujourd\u00b4hui', "aujourd'hui"],
    ['Il part aujourd\u02bchui', 'aujourd\u2019hui'],
    ['Le prud\u0060homme siège', "prud'homme"],
  ])
})

describe('capitals, quotes and hyphens around it', () => {
  found([
    ['L’ÉTAT D’URGENCE', 'état d’urgence | etat d urgence | urgence'],
    ['COTE D’AZUR', 'côte d’azur | azur'],
    ['Le mot «l’amour» revient', 'amour'],
    ['Le mot « l’amour » revient', 'amour'],
    ['L’«affaire» Dreyfus', 'affaire Dreyfus'],
    ['Selon l’« Humanité »', 'humanité'],
    ['L’“exception” française', 'exception'],
    ['L’ex-ministre témoigne', 'ministre | ex-ministre | ex ministre | l’ex-ministre'],
    ['La Côte-d’Or viticole', 'or | cote d’or | Côte d’Or'],
    ['Villeneuve-d’Ascq', 'ascq | villeneuve d’ascq | villeneuve d ascq | Villeneuve d’Ascq'],
    ['Le Val-d’Oise', 'oise | val d oise'],
    ['L’Haÿ-les-Roses', 'haÿ les roses | L’Hay-les-Roses | hay les roses'],
    ['Rue Saint-André-des-Arts', 'saint andré des arts | st andré des arts'],
    ['Le week-end d’après-match', 'après-match | après match | match'],
  ])
})

describe('before h', () => {
  found([
    ['L’hôpital de l’Hérault', 'hopital | hérault | hôpital herault'],
    ['Un trésor d’Harpagon', 'harpagon'],
    ['L’habitant d’Haïti', 'habitants Haïti'],
    ['L’hiver d’hier', 'hiver'],
  ])
})

describe('words that keep it', () => {
  found([
    ['Il est venu aujourd’hui', "aujourd'hui | aujourd hui | aujourdhui"],
    ['La prud’homie et les prud’hommes', "prud'homie | prudhomie | prud hommes"],
    ['Deux presqu’îles bretonnes', "presqu'île | presquile | presqu'ile | presqu ile"],
    ['Quelqu’un appelle', "quelqu'un appelle | appeler"],
    ['Un entr’acte trop long', 'entracte | entr’acte | entractes'],
    ['Eugene O’Neill', "o'neill | oneill | O’NEILL"],
    ['Sinéad O’Connor chante', 'oconnor | o’connor'],
    ['Les mousquetaires et D’Artagnan', "artagnan | d'artagnan | d artagnan"],
    ['Ma grand’mère cuisine', 'grand-mère | grand’mère | grandmère'],
    ['La grand-mère cuisine', 'grand’mère | grand-meres'],
    ['La grand’rue du village', 'grand-rue | grand’rue'],
    ['Un chef-d’œuvre absolu', "chef d'oeuvre | chef d oeuvre | chef-d'oeuvre | chefs-d’œuvre | œuvre | chef"],
    ['La main-d’œuvre étrangère', "main d'œuvre | main d oeuvre | main-d'oeuvre | oeuvre"],
    ['Un hors-d’œuvre', "hors d'œuvre | hors d oeuvre"],
    ['Les coups d’œil', 'coup d oeil | coup d’œil'],
    ['À N’Djamena', "n'djamena | ndjamena | N’DJAMENA"],
    ['Kylian M’Bappé', 'mbappé | m’bappé'],
    ['Un jusqu’au-boutiste', 'jusqu’au-boutiste | jusquauboutiste | jusqu au boutiste'],
    ['Le qu’en-dira-t-on', 'qu en dira t on | qu’en-dira-t-on'],
    ['Rock’n’roll et blues', 'rock’n’roll'],
    ['Les McDonald’s ferment', 'mcdonald’s | mcdonalds | mcdonald'],
    ['Jeanne d’Arc', 'arc | jeanne d arc'],
    ['Le s’il-vous-plaît', 'plaît'],
  ])
})

describe('kept apart', () => {
  apart([
    ['La lame du couteau', 'l’âme'],
    ['Un delta fertile', 'd’Elta'],
    ['Le nord du pays', 'n’ord'],
    ['Un sachet de thé', 's’achète'],
    ['Quelques uns', 'quelqu’île'],
    ['La vitamine D', 'ide'],
    ['Des cabris blancs', 'c’abri'],
    ['Il médite', 'm’édite'],
    ['Le lavis du peintre', 'l’avis'],
    ['Un avis du peintre', 'lavis'],
    ['Le davier du dentiste', 'avier'],
    ['La tourbe noire', 'l’ourse'],
    ['L’ourson', 'lourson'],
    ['Les lamas du zoo', 'l’amas'],
    ['L’amas de pierres', 'lamas'],
    ['La mie de pain', 'l’amie'],
    ['L’amie de Paul', 'mie'],
    ['L’attente', 'la tente'],
    ['La tente', 'l’attente'],
    ['Prudence des hommes', 'prud’hommes'],
    ['Un homme prudent', 'prud’homme'],
    ['Une île', 'presqu’île'],
  ])
})
