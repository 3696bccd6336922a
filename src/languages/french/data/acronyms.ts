/** Acronyms and what they stand for, a line each, as `readSynonyms` reads them. Written by scripts/french-tables.mjs from index-data/french/; edit the lists there. */

export const ACRONYMS = `
adn, acide désoxyribonucléique
aah, allocation aux adultes handicapés
apl, aide personnalisée au logement
bce, Banque centrale européenne
bnf, Bibliothèque nationale de France
btp, bâtiment et travaux publics
caf, caisse d’allocations familiales
cdd, contrat à durée déterminée
cdi, contrat à durée indéterminée
cedh, Cour européenne des droits de l’homme
cese, Conseil économique social et environnemental
chu, centre hospitalier universitaire
cjue, Cour de justice de l’Union européenne
cnil, Commission nationale de l’informatique et des libertés
cnrs, Centre national de la recherche scientifique
cpam, caisse primaire d’assurance maladie
cpf, compte personnel de formation
cpi, Cour pénale internationale
csa, Conseil supérieur de l’audiovisuel
cse, comité social et économique
csg, contribution sociale généralisée
dgse, Direction générale de la sécurité extérieure
dgsi, Direction générale de la sécurité intérieure
dpe, diagnostic de performance énergétique
dpo, délégué à la protection des données
ehpad, établissement d’hébergement pour personnes âgées dépendantes
ena, École nationale d’administration
ens, École normale supérieure
fmi, Fonds monétaire international
giec, groupe d’experts intergouvernemental sur l’évolution du climat
gign, groupe d’intervention de la gendarmerie nationale
gna, gouvernement d’accord national
gpa, gestation pour autrui
hlm, habitation à loyer modéré
ia, intelligence artificielle
inrae, Institut national de recherche pour l’agriculture l’alimentation et l’environnement
insee, Institut national de la statistique et des études économiques
inserm, Institut national de la santé et de la recherche médicale
irm, imagerie par résonance magnétique
isf, impôt de solidarité sur la fortune
ist, infection sexuellement transmissible
ivg, interruption volontaire de grossesse
lgv, ligne à grande vitesse
ogm, organisme génétiquement modifié
oit, Organisation internationale du travail
omc, Organisation mondiale du commerce
oms, Organisation mondiale de la santé
ong, organisation non gouvernementale
onu, Organisation des Nations unies
otan, Organisation du traité de l’Atlantique nord
ocde, Organisation de coopération et de développement économiques
pac, politique agricole commune
pacs, pacte civil de solidarité
pib, produit intérieur brut
plu, plan local d’urbanisme
pma, procréation médicalement assistée
pme, petites et moyennes entreprises
pnb, produit national brut
pse, plan de sauvegarde de l’emploi
qpc, question prioritaire de constitutionnalité
rgpd, règlement général sur la protection des données
rsa, revenu de solidarité active
rtt, réduction du temps de travail
scot, schéma de cohérence territoriale
sdf, sans domicile fixe
smic, salaire minimum de croissance
sncf, Société nationale des chemins de fer
svt, sciences de la vie et de la Terre
tgv, train à grande vitesse
tpe, très petites entreprises
tva, taxe sur la valeur ajoutée
ue, Union européenne
unesco, Organisation des Nations unies pour l’éducation la science et la culture
urss, Union des républiques socialistes soviétiques
usa, États-Unis
vae, validation des acquis de l’expérience
vih, virus de l’immunodéficience humaine
vrp, voyageur représentant placier
vtc, voiture de transport avec chauffeur
zad, zone à défendre
zfe, zone à faibles émissions
`
