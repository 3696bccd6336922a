/**
 * Every weight that decides which hits come first, with its source and its gain.
 *
 * "Gain" is what nDCG@10 × 100 loses on average over four collections if the part is taken out (docs/relevance-parts.md, `npm run ablation` in bench/; less
 * than 0.1 is noise). "Chosen on" or "compared on" names the collections on which values were compared. "By judgement" means that no collection decides the
 * value: pairs of French words in the tests do. The weights of single groups of variants belong to the data of their language
 * (`languages/french/data/variants.ts`).
 */

// BM25F: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, §3.5.

/** How soon repeating a word stops helping. The paper's usual value. 0.4 to 1.6 compared on seven collections: 0.9 to 1.6 are within 0.4 of one another. */
export const K1 = 1.2

/** How much length counts against a title, 0 to 1: a long title is padded. The paper's usual value. */
export const TITLE_B = 0.75

/** How much length counts against any other field: a long body may simply say more. Chosen on seven collections. Gain of length in texts: 7.4. */
export const TEXT_B = 0.6

/** Boost of a field named like a title, inside BM25F. Chosen on seven collections. Gain over 1: 0.1 with the title bonus on. */
export const TITLE_BOOST = 2

/**
 * How soon repeating a word in the query stops helping: the third factor of BM25 (k3), whose usual values are 7 to 1000. 8 and no limit compared on three
 * English collections, 8 also on four French ones. Change of nDCG@10 × 100 from counting each word once: CISI +7.3, CACM +2.4, Cranfield −0.1, syntec +0.1,
 * cdtn 0.0, legi −0.1, cnil −0.2. Short queries seldom repeat a word; long ones repeat the words of their subject.
 */
export const REPETITION_K3 = 8

// Titles.

/** How many times the title's own score is added again, if title and query name the same things (`title-bonus.ts`). Gain: 2.2, the largest of all (cdtn 4.6, cnil 4.6). */
export const TITLE_BONUS = 2

// The word as typed, and its class.

/** Weight of the word as typed, as a separate term in addition to its class, so that its inflections rank lower. Gain: 0.4 (syntec 1.4). */
export const OWN_FORM_WEIGHT = 0.3

/**
 * How much `état` counts as the typed word if `etat` was typed. People who leave accents out may mean any word, but the one that looks like the query comes
 * first. By judgement.
 */
export const OWN_UNACCENTED_WEIGHT = 0.75

/** How much `peche` counts as the typed word if `péché` was typed: it may be the same word written in haste; `pêche` is another word. By judgement. */
export const OWN_ACCENTS_WEIGHT = 0.25

/** Another word of the class that is not an inflection (`pêche` for `péché`). By judgement; gain of all accent rules: 0.0. */
export const FALSE_FRIEND_WEIGHT = 0.3

/** The same if the query may have been typed without accents and its spelling is a word too. By judgement. */
export const MAYBE_UNACCENTED_WEIGHT = 0.6

/** A word written without accents, for a query with accents: most often the same word in capitals. By judgement. */
export const WRITTEN_WITHOUT_ACCENTS_WEIGHT = 0.8

/**
 * Another word of the class by derivation (`établissement` for `établir`). Snowball mostly joins syntactic derivations, which have the same meaning in another
 * part of speech (J. Kuryłowicz, "Dérivation lexicale et dérivation syntaxique", 1936). They count less than an inflection and more than a word of the family.
 * 0.6, 0.8 and 1 compared on four collections: the means are within 0.2 of one another.
 */
export const SAME_STEM_WEIGHT = 0.8

/** The rest of the class for a word with a different meaning (`droit` for `droite`), and back. By judgement. */
export const OTHER_SENSE_WEIGHT = 0.4

// Words that a query word also finds. All of them count inside BM25F with the rarity of the query word.

/** Question words (`comment`, `peut`), as a share of any other word. 0 to 0.4 compared on seven collections. Gain: 0.0 (cdtn 0.8, cnil −1.1). */
export const QUESTION_WORD_WEIGHT = 0.3

/**
 * The a of « livret a », until it is known whether documents contain « livret A »: less than 1, so that it is not required. After that it counts 1 or nothing.
 */
export const DOUBTFUL_LETTER_WEIGHT = 0.3

/** A derived word (`libyen` for `Libye`). Gain: 0.5 (cnil 0.7, cdtn 0.4). */
export const FAMILY_WEIGHT = 0.3

/** Default of `synonymWeight`: synonyms that the user gives. By judgement: no synonyms are built in. */
export const SYNONYM_WEIGHT = 0.7

/** Built-in spellings of several words (`m2` for `mètre carré`). By judgement; gain of variants and numbers together: 0.2. */
export const PHRASE_WEIGHT = 0.9

/** The parts of a compound such as `sans-papiers`, in a text that contains all of them but not as one word. By judgement. */
export const COMPOUND_PARTS_WEIGHT = 0.7

/**
 * From this weight on, a variant is the same word otherwise written (`no.` and `number`, `St.` and `Saint`), and documents that hold it count for the rarity of the
 * word. The lists give 0.9 and 0.95 to such, and less to all others.
 */
export const SAME_WORD_WEIGHT = 0.9

/** An acronym for its long form, and back: either may mean something else. Gain: 0.0, R@100 up to 1.3 (cnil); at 0.4 legi loses 0.1 (docs/relevance-log.md). */
export const ACRONYM_WEIGHT = 0.2

/** A Roman numeral for digits, and back (`XIV`, `14`). By judgement; gain of variants and numbers together: 0.2. */
export const NUMERAL_WEIGHT = 0.7

/** A form that is as often another word, for the word that it is a form of, and back (`left` and `leave`). By judgement. */
export const HALF_FORM_WEIGHT = 0.5

/** A number in letters for digits, and back (`douze`, `12`). By judgement; gain as above. */
export const WRITTEN_OUT_WEIGHT = 0.8

// Unfinished words and typos.

/**
 * A completion of the unfinished last word. 0.1 to 1 compared on seven collections with words cut to 60%: 3.9 better than no completions, within 0.2 from 0.6
 * on.
 */
export const COMPLETION_WEIGHT = 0.6

/** How many completions count, the most used first: people who keep typing get the others. Not measured separately. */
export const MOST_COMPLETIONS = 50

/**
 * How many letters a word must have to be allowed one edit, or two (the next constant): most neighbours of shorter words are other words. Gain of corrections
 * with one typo a query: 6.5 (docs/robustness.md).
 */
export const ONE_EDIT_LENGTH = 4
export const TWO_EDITS_LENGTH = 8

/**
 * What another first letter costs, in edits: the first letter is nearly always right (E. Yannakoudakis, D. Fawthrop, "The rules of spelling errors", 1983).
 */
export const FIRST_LETTER_COST = 0.4

/**
 * How far behind the best a correction may be, in edits. With the cost of a first letter it is less than 1, so that two edits are not tried if one finds a
 * word. Not measured separately.
 */
export const CORRECTION_RANGE = 0.5

/** How many corrections of a word count. Not measured separately. */
export const MOST_CORRECTIONS = 3

/**
 * A correction if there are several. Of 3,521 words misspelt at random, the best candidate was the intended word for 99.5% if it was the only one, for 72% if
 * not (docs/french.md).
 */
export const CORRECTION_WEIGHT_OF_SEVERAL = 0.7

/** A correction of two edits: it was the intended word for 96%, measured as above. */
export const CORRECTION_WEIGHT_TWO_EDITS = 0.95

/** A correction of a word with a capital, which may be a name. By judgement. */
export const CORRECTION_WEIGHT_OF_CAPITAL = 0.8

/** A correction of a word whose class is in documents: the word may be right. By judgement. */
export const CORRECTION_WEIGHT_IN_CLASS = 0.7

/** A correction by its frequency in the language (0 to 3); the last is for words that are not in the language's list. By judgement. */
export const CORRECTION_WEIGHT_BY_FREQUENCY: readonly number[] = [0.9, 0.95, 1, 1, 0.9]

/** How many times more documents another word must have to be suggested in place of a word that some documents contain. By judgement. */
export const ASK_BACK_RATIO = 100

/** How many words near a `word~` count, and how much by edits. By judgement: the operator says what the user wants. */
export const MOST_NEARBY = 50
export const NEARBY_WEIGHTS: readonly number[] = [1, 0.6, 0.4]

// Proximity, after Y. Rasolofo, J. Savoy, "Term Proximity Scoring for Keyword-Based Retrieval Systems", 2003. Gain: 0.3 (syntec 1.0, cdtn 0.4).

/** What a pair of neighbours adds at most, for each of two counts, as a share of its rarity. */
export const PROXIMITY_WEIGHT = 0.1

/**
 * What the parts of a compound of the query add if they are side by side. Without it, a short text with both parts anywhere often comes first. By judgement.
 */
export const COMPOUND_PROXIMITY_WEIGHT = 0.5

/** How soon more pairs stop helping. */
export const PROXIMITY_SATURATION = 0.4

/** How many words apart two words may be to be near each other. */
export const PROXIMITY_WINDOW = 8

/** How many of the best documents proximity is computed for. Thirty give the same nDCG@10 as fifty on each of the four collections. */
export const PROXIMITY_DEPTH = 30

/**
 * What a preferred quotation adds to a document that contains it, as a share of the rarities of its words. A document that also contains all other words gets
 * more than any other can have. 0, 0.3, 0.6 and 1 compared on sentences of three collections with two words changed (docs/relevance-pasted.md): 0.8917, 0.8993,
 * 0.9060 and 0.9095; at 1, queries with two words in quotation marks begin to lose.
 */
export const QUOTATION_WEIGHT = 0.6

// Similar documents, recency, suggestions, snippets.

/** How many words of a document are used to find similar ones: as many as in Lucene's MoreLikeThis. */
export const MOST_SIMILAR_TERMS = 25

/** The share of these words that a similar document must contain: three of twenty-five. Fewer is chance, many more is a copy. By judgement. */
export const SIMILAR_SHARE = 0.1

/** Default of `recency.weight`: how much of the score recency decides. By judgement: an option, off by default. */
export const RECENCY_WEIGHT = 0.5

/** How many words in a text a word in a title is worth to suggestions: the boost of titles. */
export const SUGGESTED_TITLE_WEIGHT = 4

/** What a phrase gains in suggestions for each word beyond its first: it saves more typing than a word. By judgement. */
export const SUGGESTED_LENGTH_GAIN = 1

/** How much a related word counts for a snippet: it shows half as well as the word itself why a text was found. By judgement. */
export const RELATED_SNIPPET_SHARE = 0.5

// Passages: compared on 85 queries about articles (docs/passages.md).

/** How many of the best documents passages are taken from. Not measured separately. */
export const PASSAGE_DEPTH = 50

/**
 * How much a word of the title or of the section's heading counts for a passage below it, as a frequency. 0.25 to 3 compared: 1 and 2 give the same, MRR@10 is
 * 0.02 lower at 3.
 */
export const PASSAGE_TITLE_WEIGHT = 2

/** How much a word elsewhere in the document counts for one of its passages, as a frequency. 0 to 1 compared: MRR@10 is 0.02 lower at 0, the same at 0.4. */
export const PASSAGE_CONTEXT_WEIGHT = 0.2
