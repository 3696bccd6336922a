/**
 * Every weight that decides which hits come first, with its source and what it brings.
 *
 * "Gain" is what nDCG@10 loses if the part is taken out, × 100, mean of four collections (docs/relevance-parts.md, `npm run ablation` in bench/; under 0.1
 * it is noise). "Chosen on" or "compared on" names the collections that a value was compared on. "By judgement" means that no collection decides it: French pairs of
 * words in the tests do. The weights of single groups of variants are data of their language (`languages/french/data/variants.ts`).
 */

// BM25F: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, §3.5.

/** How soon repeating a word stops to help. The paper's usual value; 0.4 to 1.6 compared on seven collections; 0.9 to 1.6 are within 0.4 of one another. */
export const K1 = 1.2

/** How much length counts against a title, 0 to 1: a long title is padded. The paper's usual value. */
export const TITLE_B = 0.75

/** How much length counts against any other field: a long body may simply say more. Chosen on seven collections. Gain of length in texts: 7.4. */
export const TEXT_B = 0.6

/** Boost of a field named like a title, inside BM25F. Chosen on seven collections. Gain over 1: 0.1, the title bonus being there. */
export const TITLE_BOOST = 2

/**
 * How soon repeating a word in the query stops to help: the third factor of BM25 (k3), whose usual values are 7 to 1000. 8 and no limit compared on three
 * English collections, 8 also on four French ones. nDCG@10 × 100 less that of counting each word once: CISI +7.3, CACM +2.4, Cranfield −0.1, syntec +0.1, cdtn 0.0,
 * legi −0.1, cnil −0.2. Few short queries repeat a word; long ones repeat what they are about.
 */
export const REPETITION_K3 = 8

// Titles.

/** How many times the title's own score is added again, if title and query name the same things (`title-bonus.ts`). Gain: 2.2, the largest of all (cdtn 4.6, cnil 4.6). */
export const TITLE_BONUS = 2

// The word as typed, and its class.

/** Weight of the word as typed, as a term of its own in addition to its class, so that inflections rank after it. Gain: 0.4 (syntec 1.4). */
export const OWN_FORM_WEIGHT = 0.3

/** `etat` was typed: how much `état` counts as the word typed. People who leave accents out mean any of them, but what looks like the query comes first. By judgement. */
export const OWN_UNACCENTED_WEIGHT = 0.75

/** `péché` was typed: `pêche` is another word, `peche` may be the same in haste. By judgement. */
export const OWN_ACCENTS_WEIGHT = 0.25

/** Another word of the class that is not an inflection (`pêche` for `péché`). By judgement; gain of all accent rules: 0.0, no loss. */
export const FALSE_FRIEND_WEIGHT = 0.3

/** The same if the query may have been typed without accents and its spelling is a word too. By judgement. */
export const MAYBE_UNACCENTED_WEIGHT = 0.6

/** A word written without accents, for a query with accents: most often the same word in capitals. By judgement. */
export const WRITTEN_WITHOUT_ACCENTS_WEIGHT = 0.8

/**
 * Another word of the class by derivation (`établissement` for `établir`). What Snowball joins is mostly syntactic derivation, another part of speech with the
 * same meaning (J. Kuryłowicz, "Dérivation lexicale et dérivation syntaxique", 1936): less than an inflection, more than a word of the family. 0.6, 0.8 and 1
 * compared on four collections: the means are within 0.2 of one another.
 */
export const SAME_STEM_WEIGHT = 0.8

/** The rest of its class for a word with a meaning of its own (`droit` for `droite`), and back. By judgement. */
export const OTHER_SENSE_WEIGHT = 0.4

// Words that a query word also finds. All of them count inside BM25F, with the rarity of the query word.

/** Words that people ask with (`comment`, `peut`), as a share of any other word. 0 to 0.4 compared on seven collections. Gain: 0.0 (cdtn 0.8, cnil −1.1). */
export const QUESTION_WORD_WEIGHT = 0.3

/** The a of « livret a », as long as nobody knows whether documents have « livret A »: less than 1, so that it need not be held. Then it counts 1 or nothing. */
export const DOUBTFUL_LETTER_WEIGHT = 0.3

/** A derived word (`libyen` for `Libye`). Gain: 0.5 (cnil 0.7, cdtn 0.4). */
export const FAMILY_WEIGHT = 0.3

/** Default of `synonymWeight`: synonyms that the user gives. By judgement: no synonyms are built in. */
export const SYNONYM_WEIGHT = 0.7

/** Built-in spellings of several words (`m2` for `mètre carré`). By judgement; gain of variants and numbers together: 0.2. */
export const PHRASE_WEIGHT = 0.9

/** The parts of a compound such as `sans-papiers`, in a text that has all of them but not as one word. By judgement. */
export const COMPOUND_PARTS_WEIGHT = 0.7

/** An acronym for its long form, and back: either may mean something else. Gain: 0.0, R@100 up to 1.3 (cnil); at 0.4 legi loses 0.1 (docs/relevance-log.md). */
export const ACRONYM_WEIGHT = 0.2

/** A Roman numeral for digits, and back (`XIV`, `14`). By judgement; gain of variants and numbers together: 0.2. */
export const NUMERAL_WEIGHT = 0.7

/** A form that is as often a word of its own, for the word that it is a form of, and back (`left` and `leave`). By judgement. */
export const HALF_FORM_WEIGHT = 0.5

/** A number in letters for digits, and back (`douze`, `12`). By judgement; gain as above. */
export const WRITTEN_OUT_WEIGHT = 0.8

// Words in the making and typos.

/** A completion of the unfinished last word. 0.1 to 1 compared on seven collections, with words cut to 60%: 3.9 better than no completions, within 0.2 from 0.6 on. */
export const COMPLETION_WEIGHT = 0.6

/** How many completions count, the most used first: people who type on get the others. Not measured apart. */
export const MOST_COMPLETIONS = 50

/** Words of this many letters and more may have one edit, and two. In shorter words most neighbours are other words. Gain of corrections, one typo a query: 6.5 (docs/robustness.md). */
export const ONE_EDIT_LENGTH = 4
export const TWO_EDITS_LENGTH = 8

/** What another first letter costs, in edits: it is nearly always right (E. Yannakoudakis, D. Fawthrop, "The rules of spelling errors", 1983). */
export const FIRST_LETTER_COST = 0.4

/** How far behind the best a correction may be, in edits: with the cost of a first letter less than 1, so that two edits are not looked for if one finds a word. Not measured apart. */
export const CORRECTION_RANGE = 0.5

/** How many corrections of a word count. Not measured apart. */
export const MOST_CORRECTIONS = 3

/**
 * A correction if there are several: of 3,521 words misspelt at random, the best candidate was the word meant in 99.5 % if it was alone, in 72 % if not
 * (docs/french.md).
 */
export const CORRECTION_WEIGHT_OF_SEVERAL = 0.7

/** A correction of two edits: it was the word meant in 96 %, measured as above. */
export const CORRECTION_WEIGHT_TWO_EDITS = 0.95

/** A correction of a word with a capital, which may be a name. By judgement. */
export const CORRECTION_WEIGHT_OF_CAPITAL = 0.8

/** A correction of a word whose class documents hold: it may be right. By judgement. */
export const CORRECTION_WEIGHT_IN_CLASS = 0.7

/** A correction by its frequency in the language (0 to 3); the last is for words that are not on the language's list. By judgement. */
export const CORRECTION_WEIGHT_BY_FREQUENCY: readonly number[] = [0.9, 0.95, 1, 1, 0.9]

/** How many times more documents another word must have for a word that some document has to be asked back. By judgement. */
export const ASK_BACK_RATIO = 100

/** How many words near a `word~` count, and how much by edits. By judgement: the operator says what is wanted. */
export const MOST_NEARBY = 50
export const NEARBY_WEIGHTS: readonly number[] = [1, 0.6, 0.4]

// Proximity: after Y. Rasolofo, J. Savoy, "Term Proximity Scoring for Keyword-Based Retrieval Systems", 2003. Gain: 0.3 (syntec 1.0, cdtn 0.4).

/** What a pair of neighbours adds at most, for each of two counts, as a share of its rarity. */
export const PROXIMITY_WEIGHT = 0.1

/** What it adds that the parts of a compound of the query stand side by side. Without it, a short text with both parts anywhere often comes first. By judgement. */
export const COMPOUND_PROXIMITY_WEIGHT = 0.5

/** How soon more pairs stop to help. */
export const PROXIMITY_SATURATION = 0.4

/** How many words apart two words are near each other. */
export const PROXIMITY_WINDOW = 8

/** How many of the best documents are looked at for proximity. Thirty give the nDCG@10 of fifty on each of the four collections. */
export const PROXIMITY_DEPTH = 30

/**
 * What a quotation that is a wish adds to a document that holds it, as a share of the rarities of its words. A document that holds all other words as well
 * gets more than any other can have. 0, 0.3, 0.6 and 1 compared on sentences of three collections with two words changed (docs/relevance-pasted.md): 0.8917,
 * 0.8993, 0.9060 and 0.9095; at 1, queries with two words in quotation marks begin to lose.
 */
export const QUOTATION_WEIGHT = 0.6

// Similar documents, recency, suggestions, snippets.

/** More words than this bring no more likeness: Lucene's MoreLikeThis takes as many. */
export const MOST_SIMILAR_TERMS = 25

/** The share of these words that a similar document must hold: three of twenty-five. Fewer is chance, many more is a copy. By judgement. */
export const SIMILAR_SHARE = 0.1

/** Default of `recency.weight`: how much of the score youth decides. By judgement: an option, off by default. */
export const RECENCY_WEIGHT = 0.5

/** A word in a title is worth this many in a text to suggestions: the boost of titles. */
export const SUGGESTED_TITLE_WEIGHT = 4

/** A phrase gains so much in suggestions for each word beyond its first: it saves more typing than a word. By judgement. */
export const SUGGESTED_LENGTH_GAIN = 1

/** A related word shows half as well why a text was found as the word itself: it counts so much for a snippet. By judgement. */
export const RELATED_SNIPPET_SHARE = 0.5

// Passages: compared on 85 queries about articles (docs/passages.md).

/** How many of the best documents passages are taken from. Not measured apart. */
export const PASSAGE_DEPTH = 50

/** How much a word of the title or of the section's heading counts for a passage below it, as a frequency. 0.25 to 3 compared; 1 and 2 are the same, MRR@10 is 0.02 lower at 3. */
export const PASSAGE_TITLE_WEIGHT = 2

/** How much a word that the document has elsewhere counts for a passage of it, as a frequency. 0 to 1 compared; MRR@10 is 0.02 lower at 0, the same at 0.4. */
export const PASSAGE_CONTEXT_WEIGHT = 0.2
