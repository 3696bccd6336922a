/** Spelling variants and abbreviations: words that stand for one another. Written by scripts/french-tables.mjs from index-data/french/; edit the lists there. */

/** A weight, then the words of a group; those behind a bar exactly as they are spelt. */
export const VARIANTS = `.95 saint|st
.95 sainte|ste
.95 madame|mme
.95 mesdames|mmes
.95 mademoiselle|mlle melle
.95 mesdemoiselles|mlles
.95 monsieur messieurs|m. mr mm.
.95 docteur|dr
.95 professeur|pr
.9 maître|mᵉ
.95 monseigneur|mgr
.9 veuve|vve
.9 compagnie|cie
.9 société|sté
.9 établissements|ets éts
.95 avenue|av ave
.95 boulevard|bd bld blvd bvd boul
.9 place|pl
.95 route|rte
.95 faubourg|fbg fg
.9 impasse|imp
.9 square|sq
.9 chemin|chem
.8 allée|all
.8 résidence|rés
.9 bâtiment|bât
.9 appartement|appt
.95 numéro|n° num
.95 article|art. arts.
.9 alinéa|al.
.9 chapitre|chap.
.9 page|p. pp.
.9 volume|vol.
.9 tome|t.
.9 figure|fig.
.9 paragraphe|§
.95 téléphone|tél
.85 télévision|télé télés tele tv tvs
.8 courriel|e-mail e-mails email emails mél méls mail mails
.9 département|dépt dept dpt
.85 gouvernement|gvt gouv
.9 arrondissement|arrdt arr
.95 janvier|janv
.95 février|févr fevr fév fev
.95 avril|avr
.95 juillet|juil
.95 octobre|oct
.95 novembre|nov
.95 décembre|déc
.95 heure|h
.95 euro|eur
.8 livre|£ gbp
.9 dollar|usd
.95 centilitre|cl
.95 millilitre|ml
.9 minute|min mn
.9 seconde|sec
.95 kilomètre|km
.95 micromètre|μm
.95 nanomètre|nm
.95 microgramme|μg
.95 microlitre|μl
.6 mètre|m
.95 centimètre|cm
.95 millimètre|mm
.95 kilogramme|kilo kilos kg
.6 gramme|g
.95 milligramme|mg
.6 tonne|t
.6 litre|l
.95 hectare|ha
.95 kilowattheure kilowatt-heure|kwh
.6 watt|w
.9 gigaoctet|go
.9 mégaoctet|mo
.8 degré|°c
.8 million|mio
.9 milliard|md mds
.9 et-cætera cætera cetera|etc
.8 c'est-à-dire|càd cad
.9 jésus-christ|jc
1 clé clef
1 paie paye
1 saoul soûl
1 bistro bistrot bistros
1 iraq irak
1 iraquien irakien
.95 kiev kyiv
1 québécois québecois
1 tsar tzar
1 yaourt yoghourt yogourt
1 ognon oignon
1 nénuphar nénufar
1 évènement événement
1 réglementaire règlementaire
1 réglementation règlementation
1 combatif combattif
1 charriot chariot
1 imbécillité imbécilité
1 connaître connaitre
1 cybersécurité cyber-sécurité
1 shampoing shampooing
.9 laïc laïque
.8 professionnel|pro pros
.8 information|info infos
.8 manifestation|manif manifs
.8 application|appli applis
.8 photographie|photo photos
.85 cinéma|ciné cinés cine
.85 laboratoire|labo labos
.85 restaurant|resto restos
.8 maximum|max maxi
.6 minimum|mini
.9 référence|réf réfs ref
.95 rendez-vous|rdv
.8 aujourd'hui|ajd
.8 toujours|tjs tjrs
.8 quelqu'un|qqn
.8 beaucoup|bcp
.8 |svp stp
.9 environ|env
.9 habitant|hab
.9 édition|éd éds
.9 quantité|qté
.85 association|asso assos assoc
.85 professeur|prof profs
.85 appartement|appart apparts
.85 baccalauréat|bac bacs
.85 réfrigérateur|frigo frigos
.85 adolescent|ado ados
.85 kinésithérapeute|kiné kinés kine
.85 vétérinaire|véto vétos veto
.85 météorologie|météo meteo
.85 dictionnaire|dico dicos
1 t-shirt tee-shirt
.6 avant|av
.85 président|pdt
.9 lieutenant|lt
.8 démonstration|démo démos demo
.8 publicité|pub pubs
.8 récupération|récup recup
.9 premier 1er
.9 deuxième second 2e
.5 second deuxième 2e 2d 2de
.9 après|apr
.85 mathématiques|maths math
.8 biologique|bio bios
.7 automobile|auto autos
.6 croire|cru crue crus crues
.6 pleuvoir|plu
.3 lire|lit
1 eczéma exéma
1 lis lys
1 asseoir assoir
1 fantasme phantasme
1 acupuncture acuponcture
1 igloo iglou
1 douceâtre douçâtre
.9 croître|crû
.9 taire|tû
.95 alpha|α
.95 bêta béta|β
.95 gamma|γ
.95 delta|δ
.95 epsilon|ε
.95 zêta|ζ
.95 êta|η
.95 thêta théta|θ
.95 iota|ι
.95 kappa|κ
.95 lambda|λ
.95 pi|π
.95 rhô rho|ρ
.95 sigma|σ
.95 tau|τ
.95 upsilon|υ
.95 phi|φ
.95 psi|ψ
.95 oméga omega|ω`

/** Variants of several words, as `readSynonyms` reads them. */
export const PHRASES = `m2, mètre carré
km2, kilomètre carré
m3, mètre cube
kmh, km h`
