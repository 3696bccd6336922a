/** Acronyms and the words of what they stand for, a line each, as `readSynonyms` reads them. Written by scripts/french-tables.mjs from index-data/french/; edit the lists there. */

export const ACRONYMS = `adn, acide désoxyribonucléique
aah, allocation adultes handicapés
apl, aide personnalisée logement
bce, banque centrale européenne
bnf, bibliothèque nationale france
btp, bâtiment travaux publics
caf, caisse allocations familiales
cdd, contrat durée déterminée
cdi, contrat durée indéterminée
cedh, cour européenne droits homme
cese, conseil économique social environnemental
chu, centre hospitalier universitaire
cjue, cour justice union européenne
cnil, commission nationale informatique libertés
cnrs, centre national recherche scientifique
cpam, caisse primaire assurance maladie
cpf, compte personnel formation
cpi, cour pénale internationale
csa, conseil supérieur audiovisuel
cse, comité social économique
csg, contribution sociale généralisée
dgse, direction générale sécurité extérieure
dgsi, direction générale sécurité intérieure
dpe, diagnostic performance énergétique
dpo, délégué protection données
ehpad, établissement hébergement personnes âgées dépendantes
ena, école nationale administration
ens, école normale supérieure
fmi, fonds monétaire international
giec, groupe experts intergouvernemental évolution climat
gign, groupe intervention gendarmerie nationale
gna, gouvernement accord national
gpa, gestation autrui
hlm, habitation loyer modéré
ia, intelligence artificielle
inrae, institut national recherche agriculture alimentation environnement
insee, institut national statistique études économiques
inserm, institut national santé recherche médicale
irm, imagerie résonance magnétique
isf, impôt solidarité fortune
ist, infection sexuellement transmissible
ivg, interruption volontaire grossesse
lgv, ligne grande vitesse
ogm, organisme génétiquement modifié
oit, organisation internationale travail
omc, organisation mondiale commerce
oms, organisation mondiale santé
ong, organisation non gouvernementale
onu, organisation nations unies
otan, organisation traité atlantique nord
ocde, organisation coopération développement économiques
pac, politique agricole commune
pacs, pacte civil solidarité
pib, produit intérieur brut
plu, plan local urbanisme
pma, procréation médicalement assistée
pme, petites moyennes entreprises
pnb, produit national brut
pse, plan sauvegarde emploi
qpc, question prioritaire constitutionnalité
rgpd, règlement général protection données
rsa, revenu solidarité active
rtt, réduction temps travail
scot, schéma cohérence territoriale
sdf, domicile fixe
smic, salaire minimum croissance
sncf, société nationale chemins fer
svt, sciences vie terre
tgv, train grande vitesse
tpe, très petites entreprises
tva, taxe valeur ajoutée
ue, union européenne
unesco, organisation nations unies éducation science culture
urss, union républiques socialistes soviétiques
usa, états-unis
vae, validation acquis expérience
vih, virus immunodéficience humaine
vrp, voyageur représentant placier
vtc, voiture transport chauffeur
zad, zone défendre
zfe, zone faibles émissions`
