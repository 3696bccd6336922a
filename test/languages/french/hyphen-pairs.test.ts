/** Pairs of texts and questions around hyphens and full stops: compounds, pronouns after the verb, prefixes, names, acronyms. */
import { describe } from 'vitest'
import { above, apart, found } from './ask.ts'

describe('compounds', () => {
  found([
    ['Un arc-en-ciel', 'arc | ciel | arc en ciel | arcs-en-ciel | arcs en ciel | arcenciel'],
    ['Des arcs-en-ciel', 'arc-en-ciel | arc en ciel'],
    ['Un timbre-poste', 'timbres-poste | timbre poste | timbres | timbreposte'],
    ['Des procès-verbaux', 'procès-verbal | proces verbal | procès verbaux | verbal'],
    ['Un procès-verbal', 'procès-verbaux | procès verbaux'],
    ['Des rouges-gorges', 'rouge-gorge | rouge gorge'],
    ['Des eaux-de-vie', 'eau-de-vie | eau de vie'],
    ['Un oiseau-mouche', 'oiseaux-mouches | oiseau mouche'],
    ['Les grands-parents', 'grand-parent | grands parents | grandsparents'],
    ['Les beaux-frères', 'beau-frère | beau frere'],
    ['Les choux-fleurs', 'chou-fleur | chou fleur'],
    ['Les plates-bandes', 'plate-bande'],
    ['Les porte-monnaie', 'portemonnaie | porte monnaie | porte-monnaies'],
    ['Le portemonnaie', 'porte-monnaie'],
    ['Un passeport', 'passeports'],
    ['Le tire-bouchon', 'tirebouchon | tire bouchon'],
    ['Un millefeuille', 'mille-feuille'],
    ['Un mille-feuille', 'millefeuille | mille feuille'],
    ['La chauve-souris', 'chauvesouris | chauves-souris | chauve souris'],
    ['Le savoir-faire', 'savoir faire | savoirfaire'],
    ['Le va-et-vient', 'va et vient'],
    ['Un tête-à-tête', 'tete a tete | tête à tête | tête'],
    ['Un rendez-vous', 'rendez vous | rendezvous | rendez-vous'],
    ['Un cerf-volant', 'cerfs-volants | cerf volant'],
    ['Le libre-échange', 'libre échange | libre-echange | libreéchange'],
    ['Le couvre-feu', 'couvrefeu | couvre feu | feu'],
    ['Le garde-à-vous', 'garde à vous | garde a vous'],
    ['Un nouveau-né', 'nouveau-nés | nouveau né | nouveau-née'],
    ['Un non-dit', 'non dit | non-dits'],
    ['Les sans-papiers', 'sans papiers | sans-papier | papiers'],
    ['Un après-midi', 'apres midi | après-midis | après midi'],
    ['Des pommes de terre', 'pomme de terre | pomme-de-terre'],
    ['Le mot \u2010 arc\u2010en\u2010ciel', 'arc-en-ciel'],
    ['Le cessez\u2011le\u2011feu', 'cessez-le-feu | cessez le feu | feu'],
  ])
})

describe('one word asked for as two', () => {
  found([
    ['Un weekend à la mer', 'week end | week-end | weekend'],
    ['La téléréalité', 'télé réalité | télé-réalité'],
    ['Deux microondes', 'micro ondes | micro-onde'],
    ['Le cyberharcèlement', 'cyber harcèlement'],
    ['Un portefeuille', 'porte feuille'],
    ['Un parebrise', 'pare brise | pare-brises'],
    ['Le réseau 5G', '5 G | 5G'],
    ['L’économie socioculturelle', 'socio culturelle'],
  ])
  apart([
    ['Un weekend', 'end week | week du end'],
    ['La loi 1230', '12 30'],
  ])
})

describe('pronouns after the verb', () => {
  found([
    ['Viendra, dit-il', 'dire | dit | dit-il | viendra dit'],
    ['Combien y a-t-il de places ?', 'combien de places | y a-t-il | places'],
    ['Donne-le-moi vite', 'donner | donne vite | donne-le-moi'],
    ['Parle-t-on breton ?', 'parler breton | parle-t-on breton'],
    ['Celui-ci ment, celle-là aussi', 'celui-ci ment | mentir'],
    ['Ce pays-là souffre', 'pays | ce pays'],
    ['Ces jours-ci, il pleut', 'jour | jours-ci'],
    ['Là-bas, tout brûle', 'là-bas | la-bas | là bas'],
    ['Là-haut sur la montagne', 'là-haut | là haut montagne'],
    ['Allons-y ensemble', 'allons-y | aller ensemble'],
    ['Va-t’en, cria-t-elle', 'crier | cria'],
    ['Rends-les-lui', 'rendre'],
    ['Puis-je entrer ?', 'entrer | puis-je entrer'],
    ['Le ministre partira-t-il ?', 'partir ministre | ministre partira'],
    ['Qu’est-ce que la laïcité ?', 'laïcité | qu’est-ce que la laïcité | qu est ce que la laïcité'],
    ['Manges-en moins', 'manger'],
    ['Souvenez-vous-en', 'souvenir'],
    ['Lui-même l’ignore', 'ignorer | lui-même ignore'],
  ])
})

describe('prefixes', () => {
  found([
    ['Un tir anti-aérien', 'antiaérien | anti aérien | antiaeriens'],
    ['Un tir antiaérien', 'anti-aérien | anti-aériens'],
    ['Une caméra de vidéosurveillance', 'vidéo-surveillance'],
    ['La co-construction', 'coconstruction | co construction'],
    ['Un covoiturage', 'co-voiturage'],
    ['Les autoentrepreneurs', 'auto-entrepreneur'],
    ['Un auto-entrepreneur', 'autoentrepreneur | auto entrepreneur'],
    ['La micro-crèche', 'microcrèche | micro creche | crèche'],
    ['Un ex-président', 'président | ex président | ex-présidents'],
    ['Le non-lieu', 'non lieu | non-lieux'],
    ['La mi-temps', 'mi temps | mitemps'],
    ['Une demi-heure', 'demi heure | demiheure | demi-heures'],
    ['Le semi-marathon', 'semimarathon | semi marathon | marathon'],
    ['Un sous-marin', 'sous marin | sous-marins | marin'],
    ['La surconsommation', 'sur-consommation'],
    ['Le sur-endettement', 'surendettement'],
    ['Le multi-milliardaire', 'multimilliardaire'],
    ['Un pluri-annuel', 'pluriannuel'],
    ['L’extra-terrestre', 'extraterrestre | extra terrestre'],
    ['L’inter-entreprises', 'interentreprises'],
    ['La néo-zélandaise', 'néozélandaise | neo zelandais'],
    ['Le post-scriptum', 'postscriptum | post scriptum'],
    ['Le télé-travail', 'télétravail | teletravail'],
    ['Le télétravail', 'télé-travail'],
    ['La pré-retraite', 'préretraite'],
    ['Le vice-amiral', 'vice amiral | amiral'],
    ['Le ré-examen', 'réexamen'],
    ['Une arrière-pensée', 'arrière pensée | arriere-pensees'],
    ['La contre-offensive', 'contreoffensive | contre offensive'],
    ['L’e-mail reçu', 'email'],
  ])
})

describe('names', () => {
  found([
    ['Jean-Marc Morandini', 'jean marc | jean-marc | Jean Marc Morandini | jeanmarc'],
    ['La Seine-et-Marne', 'seine et marne | seine marne | SEINE-ET-MARNE'],
    ['Un Seine et Marne', 'Seine-et-Marne'],
    ['À Aix-en-Provence', 'aix en provence | aix | provence | AIX EN PROVENCE'],
    ['Le Pas-de-Calais', 'pas de calais | calais'],
    ['Saint-Jean-de-Luz', 'st jean de luz | St-Jean-de-Luz | saint jean de luz'],
    ['Saint-Germain-en-Laye', 'st germain en laye | Saint Germain en Laye'],
    ['Marie-Thérèse', 'marie therese | marie-therese'],
    ['Le Puy-en-Velay', 'puy en velay | le puy'],
    ['Paris\u2013Nice', 'paris-nice | paris nice'],
    ['Castelnau-d’Estrétefonds', 'castelnau d estretefonds'],
    ['La Mecque et Abou-Dhabi', 'abou dhabi | aboudhabi'],
    ['Charles-de-Gaulle', 'charles de gaulle'],
    ['Viêt-nam', 'vietnam | viet nam'],
  ])
})

describe('acronyms', () => {
  found([
    ['La S.N.C.F. recrute', 'SNCF | sncf | s.n.c.f.'],
    ['La SNCF recrute', 'S.N.C.F. | s.n.c.f | sncf'],
    ['L’O.T.A.N. se réunit', 'OTAN | otan | l’OTAN | O.T.A.N'],
    ['L’OTAN se réunit', 'otan | l’O.T.A.N. | l otan'],
    ['L’Otan se réunit', 'OTAN'],
    ['Battu par K.-O. hier', 'KO | K.O. | k-o'],
    ['Battu par KO hier', 'K.-O. | k.o.'],
    ['Né aux U.S.A. en mai', 'USA | usa'],
    ['Né aux USA en mai', 'U.S.A.'],
    ['Ils soutiennent le GNA.', 'GNA | G.N.A.'],
    ['Ils soutiennent le G.N.A.', 'GNA'],
    ['La fin des CDDs', 'CDD | C.D.D.'],
    ['Un C.D.D. court', 'CDDs | CDD'],
    ['Les PMEs', 'PME | P.M.E.'],
    ['Une PME', 'PMEs'],
    ['Les O.N.G.', 'ONG | ongs | ONGs'],
    ['Le C.H.U. de Nantes', 'CHU Nantes'],
    ['L’U.R.S.S.', 'URSS | urss'],
    ['Les S.D.F. dorment', 'SDF'],
    ['Un P.-D.G.', 'PDG | P.D.G. | pdg'],
    ['Le PDG', 'P.-D.G.'],
    ['Le J.O. de Paris', 'JO | JO Paris'],
    ['Les J.O.', 'JO'],
    ['La B.D. belge', 'BD'],
    ['(O.N.U.)', 'ONU'],
    ['L’É.N.A. ferme', 'ENA | É.N.A. | E.N.A.'],
    ['L’ENA ferme', 'É.N.A.'],
  ])
})

describe('kept apart', () => {
  apart([
    ['Un port maritime', 'porte-monnaie'],
    ['Le feu', 'couvre-feu'],
    ['Un arc', 'arc-en-ciel'],
    ['Le marin', 'sous-marin'],
    ['Il habite la tour A. Il lit', 'AI'],
    ['Le groupe B. Une fille', 'BU'],
    ['Un anti-héros', 'antiquité'],
    ['L’os du chien', 'O.S.T.'],
    ['La CGT', 'CGC'],
    ['Il a un os', 'ONU'],
    ['Le cor de chasse', 'C.O.R.P.S.'],
    ['Le co-auteur', 'coteau'],
    ['Une micro-onde', 'microbe'],
    ['Un demi', 'démission'],
    ['Saint-Denis', 'Saint-Ouen'],
    ['Seine-et-Marne', 'Seine-Maritime'],
    ['Jean-Luc', 'Jean-Marc'],
    ['Un à-propos', 'porte-à-porte'],
    ['La mise en scène', 'mise-en-plis'],
  ])
  above([
    ['porte-parole', 'Le porte-parole', 'La parole porte'],
    ['rendez-vous', 'Un rendez-vous', 'Rendez l’argent'],
    ['sous-marin', 'Un sous-marin gris', 'Un marin gris, sous la pluie'],
  ])
})

describe('a compound with one content word is not that word', () => {
  found([
    ['Un sans-papiers régularisé', 'sans-papiers | sans-papier | sans papiers'],
    ['Des sans papiers régularisés', 'sans-papiers'],
    ['Le sous-sol est humide', 'sous-sol | sous-sols'],
    ['Un contre-la-montre arrosé', 'contre-la-montre | contre la montre'],
    ['La plus-value est taxée', 'plus-values | plusvalue | plus value'],
    ['Réunion cet après-midi', 'après-midis'],
    ['Le rez-de-chaussée est humide', 'rez-de-chaussee | rez de chaussée'],
    ['L’hépatite A est virale', 'hépatite A'],
  ])
  apart([
    ['Des papiers de Lille', 'sans-papiers'],
    ['Un abri de jardin démontable', 'sans-abri'],
    ['Un sol carrelé de frais', 'sous-sol'],
    ['Une montre en argent', 'contre-la-montre'],
    ['La valeur du terrain', 'plus-value'],
  ])
})

describe('a compound comes before its parts anywhere', () => {
  above([
    ['coffre-fort', 'Un coffre-fort dissimulé dans la cloison du salon', 'Le coffre est fort encombrant'],
    ['coffre-fort', 'Un coffre fort dissimulé dans la cloison du salon', 'Le coffre est fort encombrant'],
    ['chauve-souris', 'La chauve-souris hiberne sous le grenier', 'Un chauve chasse une souris'],
    ['chauve-souris', 'Des chauves-souris hibernent sous le grenier', 'Un chauve chasse une souris'],
    ['porte-bonheur', 'Un porte-bonheur glissé dans une poche', 'Le bonheur frappe à la porte'],
    ['porte-monnaie', 'Un porte-monnaie perdu dans la rue du Bac', 'La monnaie tombe devant la porte'],
    ['belle-mère', 'Sa belle-mère vit en Normandie depuis dix ans', 'La mère est très belle'],
    ['14/11/2019', 'Le 14 novembre 2019, le tribunal a rendu sa décision', 'Le 14 mars 2019, puis en novembre'],
  ])
})
