/** Words with the same stem that are not forms of one another, listed by hand; index-data/english/README.md says how they were found. */

/** Each line is a class. Words with + include their regular inflections. */
export const APART = `
business businesses
witness+
experiment+ experimental experimentally experimentation experimenter experimenters
department+ departmental
apartment+
important importantly importance
several
position+ positional
positive positives positively positivity
success successes successful successfully
succession successions successive successively
processor processors
procession+
compassion compassionate compassionately
customer+
customs
mineral+
miner+
polite politely politeness
unite unites united uniting
unit units unitary
severe severely severer severest severity
human+ humanly
humane humanely
humanity humanities humanitarian humanitarians
competent competence competently competency competencies
conversation+ conversational
conversion+
grateful gratefully
admiral+
literal literally
literature literatures
literary
literate literacy illiterate illiteracy
hospital+ hospitalize hospitalized hospitalizes hospitalizing hospitalization hospitalizations
hospitable hospitality
initial+ initially
initiate+ initiation initiative initiatives
accession+
aide aides
amenity amenities
anime
animal+
animate+ animation animations animator animators
ante antes
audition+
authority authorities
authorize+ authorization authorizations
belle belles
candidate+
caste castes
celebrity celebrities
recession+ recessionary
civilize+ civilization civilizations
colon colons
commandment+
consolation
contention contentious
contraction+
convention+ conventional conventionally
cooper+
coronation+
corporal+
coupe coupes
recreation recreational
deposition+
discretion discretionary
diversion+
emergency emergencies
empirical empirically
engineer+
finale finales
informal informally informality
formation+
heroine heroines
identical identically
incidence
integral integrals integrally
integrity
ironic ironically ironical
liberal+ liberalism liberally liberalize liberalized liberalization
majority majorities
minority minorities
maximize+ maximization
mechanism+
medication+
memorial+
morale
nominal nominally
officer+
optimism optimistic optimistically optimist optimists
optimal optimally optimize optimizes optimized optimizing optimization optimizations optimizer
oriental orientals
pastoral
petite
physics physicist physicists
premiere+
precedent+
preside+
protestant+ protestantism
providence
publication+
quite
respective respectively
responsible responsibly responsibility responsibilities irresponsible
revolver+
silicone silicones
stocking+
suite suites
temperate
terminal+ terminally
tribunal+
underlying
utility utilities
vacation+
vegetation
wilderness+
handful handfuls
illness illnesses
probate
fastness
likeness likenesses
harness+
governess governesses
station+
ration+
locale locales
sect sects sectarian sectarianism
stationary
stationery
depart+ departure departures
`

/** Words with a separate meaning: the rest of their class counts less for them. */
export const OWN_SENSE = `
objective subjective executive relative native detective representative allowance fitness
personal personality digital critical professional numerous public physical marginal
composition conductor commentator wellness offering setting meeting building being
`

/** Words that accents distinguish from others. */
export const TOLD_BY_ACCENT = `résumé exposé rosé pâté lamé maté saké attaché flambé sauté`
