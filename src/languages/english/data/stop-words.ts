/** Stop words and question words. */

/** Articles, pronouns, auxiliaries, and the shortest prepositions and conjunctions. */
export const STOP_WORDS = `
a an the this that these those
i me my myself we us our ours ourselves you your yours yourself yourselves he him his himself
she her hers herself it its itself they them their theirs themselves
am is are was were be been being have has had having do does did doing
will would shall should can could may might must cannot
and or but nor if then than so as because
of in on at by for with from to into onto upon about
not no there here such too very also just eg ie etc
`

/**
 * Words that say how people ask, not what for: interrogatives, politeness, verbs of asking, the conjunctions and conjunctive adverbs that join sentences without
 * a time or a place, and the adverbs that point at what follows, as in the French list (`cependant`, `notamment`). Not `while`, `since`, `until`: they may say when.
 */
export const QUESTION_WORDS = `
who whom whose what which when where why how whether
please hello hi hey dear thanks thank sorry regards anyone anybody someone somebody
tell know find want wants get got wonder wondering looking like
although though whereas unless however therefore thus hence nevertheless nonetheless moreover furthermore otherwise namely
especially particularly notably
`
