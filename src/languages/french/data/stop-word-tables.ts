/** Where the stop words differ from the package stopwords-fr. Written by scripts/french-tables.mjs from index-data/french/; edit the lists there. */

/** Words of stopwords-fr that are no stop words here: content words, adverbs, numbers, single letters. */
export const KEPT = `
abord absolument afin ah ailleurs ainsi allaient allo allons allô alors anterieur anterieure anterieures apres
après assez attendu aucun aucune aucuns aujourd aujourd'hui aupres aussi autant autre autrefois autrement
autres autrui avant avions avoir b bah bas basee bat beau beaucoup bien bigre bon boum bravo brrr c car
celle-ci celle-là celles-ci celles-là celui-ci celui-là cent cependant certain certaine certaines certains
certes ceux-ci ceux-là chacun chacune chaque cher chers chiche chut chère chères cinq cinquantaine cinquante
cinquantième cinquième clac clic combien comme comment comparable comparables compris concernant contre couic
crac d da debout dedans dehors deja delà depuis dernier derniere derriere derrière desormais dessous dessus
deux deuxième deuxièmement devant devers devra devrait different differentes differents différent différente
différentes différents dire directe directement dit dite dits divers diverse diverses dix dix-huit dix-neuf
dix-sept dixième doit doivent donc dos douze douzième dring droite durant dès début désormais e effet egale
egalement egales eh elle-même elles-mêmes encore enfin entre envers environ essai etant etc etre euh eux-mêmes
exactement excepté extenso exterieur f fais faisaient faisant fait faites façon feront fi flac floc fois font
force fût g gens h ha haut hein hem hep hi ho holà hop hormis hors hou houp hue hui huit huitième hum hurrah
hé hélas i importe j jusqu juste k l laisser las longtemps lors lui-meme lui-même lès m maint maintenant
malgre malgré maximale meme memes merci mien mienne miennes miens mille mince mine minimale moi-meme moi-même
moindres moins mot moyennant multiple multiples n na naturel naturelle naturelles neanmoins necessaire
necessairement neuf neuvième nombreuses nombreux nommés non notamment nous-mêmes nouveau nouveaux nul
néanmoins nôtre nôtres o oh ohé ollé olé onze onzième ore ouf ouias oust ouste outre ouvert ouverte ouverts o|
p paf pan parce parfois parle parlent parler parmi parole parseme partant particulier particulière
particulièrement passé pendant pense permet personne personnes peu peut peuvent peux pff pfft pfut pif pire
pièce plein plouf plupart plus plusieurs plutôt possessif possessifs possible possibles pouah pourquoi
pourrais pourrait pouvait prealable precisement premier première premièrement pres probable probante procedant
proche près psitt pu puis pur pure q qu quand quant quant-à-soi quanta quarante quatorze quatre quatre-vingt
quatrième quatrièmement quelconque quelqu'un quelque quelques quiconque quinze quoi r rare rarement rares
relative relativement remarquable rend rendre restant reste restent restrictif retour revoici revoilà rien s
sacrebleu sait sapristi sauf sein seize selon semblable semblaient semble semblent sent sept septième seul
seule seulement sien sienne siennes siens sinon six sixième soi-même soixante sommes sous souvent specifique
specifiques speculatif stop strictement subtiles suffisant suffisante suffit suit suivant suivante suivantes
suivants suivre sujet superpose surtout t tac tandis tant tardive tel telle tellement telles tels tenant tend
tenir tente tic tien tienne tiennes tiens toc toi-même touchant toujours tous tout toute toutefois toutes
treize trente tres trois troisième troisièmement trop très tsoin tsouin té u unes uniformement unique uniques
uns v va vais valeur vas vers via vif vifs vingt vivat vive vives vlan voici voie voient voilà voire vont
vous-mêmes vu vé vôtre vôtres w x z zut â ès état été étée étées étés ô
`

/** Stop words that stopwords-fr lacks. */
export const ADDED = `
l' d' j' m' t' s' n' c' ç' qu' jusqu' lorsqu' puisqu' quoiqu' quelqu' presqu' entr' peut-être c'est-à-dire
ci-dessus ci-dessous ci-après ci-joint là-dessus là-bas vis-à-vis n° m. mm.
`
