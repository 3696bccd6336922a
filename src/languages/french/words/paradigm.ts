/**
 * Whether two words of one class are inflections of one word, by their endings: `commune` and `communes`, `donner` and `donnant`, but not
 * `établir` and `établissement`, which Snowball gives the same stem.
 *
 * A paradigm is a set of endings that follow one stem. Two words are inflections if they are the same letters with two endings of a paradigm. It compares words
 * without accents after repair (rewriting.ts), when irregular forms are regular. (M. Riegel, J.-C. Pellat, R. Rioul, Grammaire méthodique du français, chapters
 * IX and X.)
 */

import { inflectionTest } from '../../lexicon/inflections.ts'

/** Endings of the tenses that all verbs form from the infinitive. */
const FUTURE = 'ai as a ons ez ont ais ait ions iez aient'
const PRESENT = 'ons ez ent ais ait ions iez aient ant ante ants antes'

const PARADIGMS = (): readonly string[] => [
  // Nouns and adjectives.
  ' s e es x',
  'al ale aux ales als',
  'ail ails aux',
  'eau eaux el elle elles els',
  'eur eurs euse euses',
  'eux euse euses',
  'teur teurs trice trices',
  'er ers ere eres',
  'ier iers iere ieres',
  'f fs ve ves',
  'if ifs ive ives',
  'c cs que ques che ches',
  'el els elle elles',
  'il ils ille illes',
  'en ens enne ennes',
  'on ons onne onnes',
  'et ets ette ettes',
  't ts tte ttes',
  's sse sses',
  'n nne nnes ns',
  'l lle lles ls',
  'g gs gue gues',
  'e esse es esses',
  // Verbs.
  `er e es ${PRESENT} ee ees a as ai ames ates erent asse asses assent assions assiez at ${future('er')}`,
  `er e es eons eant eante eants eantes eais eait eaient ez ent ions iez ee ees ea eas eai eames eates erent easse eat ${future('er')}`,
  `yer ie ies ient y ye yes yent yons yez yant ya ${future('ie')} ${future('ye')}`,
  `ir i ie is ies it imes ites irent isse isses issons issez issent issais issait issions issiez issaient issant issante issants issantes ${future('ir')}`,
  `ir s t ${PRESENT} i ie is ies it irent imes ites ${future('ir')} u ue us ues`,
  `rir re res rons rez rent rais rait raient rions riez rant rante rants rantes rit rirent ert erte erts ertes ${future('rir')}`,
  `eillir eille eilles eillons eillez eillent eillait eillant eilli eillie eillis eillies eillit ${future('eiller')}`,
  `re r s t e es ${PRESENT} u ue us ues is it irent imes ites isse isses issent ${future('r')}`,
  `enir enons enez enais enait enaient enions eniez enant enante enants enantes enu enus enue enues iens ient iennent ienne iennes ins int inrent inmes ${future('iendr')}`,
  `ler l le les ${future('lle')} lle lles llent ${suffixed('l')}`,
  `ter te tes ${future('tte')} tte ttes ttent ${suffixed('t')}`,
  `cer c ce ces ${future('ce')} cent cez cions ciez ${suffixed('c')}`,
  `oir ${PRESENT} ois oit oie oies oient oyons oyez oyais oyait oyaient oyant u ue us ues ut urent ${future('oir')}`,
]

function future(stem: string): string {
  return FUTURE.split(' ')
    .map(ending => stem + ending)
    .join(' ')
}

/** The endings of a verb in -er that keep its last consonant single. */
function suffixed(consonant: string): string {
  return `e ee es ees ons ez ais ait aient ions iez ant a ai as erent`
    .split(' ')
    .map(ending => consonant + ending)
    .join(' ')
}

/** The v of venir and viendra. */
const SHORTEST_STEM = 1

/** Whether two words without accents are one stem with two endings of a paradigm. */
export const areInflections = /* @__PURE__ */ inflectionTest(PARADIGMS, SHORTEST_STEM)
