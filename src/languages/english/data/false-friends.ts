/** Words that the stemmer joins and that are not forms of one another, by hand; index-data/english/README.md says how they were found. */

/** A line is a class: its words, those with + with their regular inflections. */
export const APART = `
business businesses
witness+
experiment+ experimental experimentally experimentation experimenter experimenters
department+ departmental
apartment+
important importantly importance
several
position+ positional
success successes successful successfully
succession successions successive successively
process+ processor processors
procession+
compassion compassionate
customer+
customs
mineral+
polite politely politeness
united
unit+ unitary
united
severe severely severer severest severity
miner+
human+ humanly
humane humanely
humanity humanities humanitarian humanitarians
competent competence competently competency competencies
conversation+ conversational
grateful gratefully
admiral+
literal literally
literature literatures
literary
literate literacy illiterate
hospital+ hospitalize hospitalized hospitalization hospitalizations
hospitable hospitality
initial+ initially
initiate+ initiation initiative initiatives
positive+ positively positivity
`

/** Words with a meaning of their own: the rest of their class counts less for them. */
export const OWN_SENSE = `
objective subjective executive relative native detective representative authority
personal personnel physical digital critical professional numerous public publication
`

/** Words that their accents tell from others. */
export const TOLD_BY_ACCENT = `résumé exposé rosé pâté lamé maté saké attaché flambé sauté`
