/**
 * Brings British spellings to the American ones, so that both have one class: `colour` to `color`, `organise` to `organize`, `centre` to `center`.
 *
 * Each rule is a pattern that both spellings of a word follow; the stems are listed where the pattern alone would also take other words (`four`, `hour`).
 * See P. Peters, The Cambridge Guide to English Usage, 2004, on each pattern.
 */

type Rule = readonly [pattern: RegExp, instead: string]

/** The stems of colour, favour … in American English -or; glamour is written so in both, but glamor is met. */
const OUR =
  'arb|ard|arm|behavi|belab|cand|clam|clang|col|demean|disfav|dishon|dol|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|misdemean|neighb|od|parl|ranc|rig|rum|sav|savi|splend|succ|tab|tum|val|vap|vig|wat(?=ercol)'
const RE =
  'accout|amphitheat|calib|cent|epicent|fib|goit|lit|lust|manoeuv|maneuv|massac(?=!)|meag|met|mit|nit|och|reconnoit|sab|saltpet|scept|sepulch|somb|spect|theat'

/** Verbs in -ise that are never written -ize: the ending is not the suffix (advise), or belongs to a longer one (exercise). */
const ISE =
  /(?:^(?:a|ar|comp|cru|d|de|gu|misgu|no|ra|pra|upra|r|su|unw|v|w|bru|bra|po|ap)|adv|appra|advert|chast|circumc|comprom|desp|dev|disgu|enterpr|exc|exerc|franch|improv|inc|likew|merchand|otherw|prem|prom|prec|conc|reprise|rev|superv|surm|surpr|telev|expert|parad|trea?t|anch?|ant|mort|pra|ra|rch|clockw|lengthw|edgew|crossw|sunr|moonr|highr|enfranch|repr|lia|mala|mayonna|porpo|tortoi|turquo|no|po|marqu|val|chem|camp|mara|cerem|exp|m?uprai?|compr|appr|exor?c(?=!))$/

const RULES: readonly Rule[] = [
  [new RegExp(`^((?:un|dis|mis|re|over|multi|water|tri|bi|techni|post|out|off|well)?(?:${OUR}))our(?!aged?$)`), '$1or'],
  [new RegExp(`^((?:kilo|centi|milli|micro|nano|deci|deca|hecto|deka)?(?:${RE}))re(s|d)?$`), '$1er$2'],
  [new RegExp(`^((?:kilo|centi|milli|micro|nano)?(?:${RE}))ring$`), '$1ering'],
  [/^((?:mano?euv))r(able|ability)$/, '$1er$2'],
  // Analyse, catalyse; not lysed alone.
  [/([a-z]{2,}ly)s(e|ed|es|ing|er|ers)$/, '$1z$2'],
  // Dialogue, catalogue; not vogue and rogue.
  [/([aeiouy][a-z]*o)gue(s?)$/, '$1g$2'],
  [/([aeiouy][a-z]*o)gu(ed|ing|er|ers)$/, '$1g$2'],
  // Travelled, cancelling, jeweller: of more than one syllable.
  [/^((?:dia|due|fue|cru?e|di|gru)l)l(ed|ing|ings|er|ers|est|y)$/, '$1$2'],
  [/([aeiouy][^aeiou]+(?:e|a|ue|i)l)l(or|ors|ery|eries|ous|ously|er|ers|ed|ing|ings)$/, '$1$2'],
  [/^wooll(en|ens|y)$/, 'wool$1'],
  [/^((?:ful|en|ap|in|dis|enthr|rec?|insta)(?:fi|ro|pa|sti|ti|a)?)l(s?)$/, '$1l$2'],
  [/^(skil|wil)ful/, '$1lful'],
  // Fulfilment, enrolment, instalment.
  [/^(fulfil|enrol|instal|distil|enthral)(ment|ments|s)?$/, '$1l$2'],
  [/^(de|of|pre?t)(fen|fen|en)ce(s|d|less)?$/, '$1$2se$3'],
  [/^licence(s|d|e|es)?$/, 'license$1'],
  [/^practis(e|ed|es|ing|er|ers)$/, 'practic$1'],
  // Greek and Latin diphthongs.
  [/haem/, 'hem'],
  [/aemi/, 'emi'],
  [/p(?:ae)d/, 'ped'],
  [/(an)aes/, '$1es'],
  [/gynaec/, 'gynec'],
  [/oestr/, 'estr'],
  [/oesoph/, 'esoph'],
  [/f(?:oe)t/, 'fet'],
  [/rrhoe/, 'rrhe'],
  [/pnoe/, 'pne'],
  [/oedem/, 'edem'],
  [/palaeo/, 'paleo'],
  [/^(arch|pal)aeo/, '$1eo'],
  [/aesthet/, 'esthet'],
  [/mediaev/, 'mediev'],
  [/faec/, 'fec'],
  [/aetiolog/, 'etiolog'],
  [/caesar(i|e)an/, 'cesarean'],
  [/cesarian/, 'cesarean'],
  [/coeliac/, 'celiac'],
  [/^homoeo/, 'homeo'],
  [/^am(?:oe)b/, 'ameb'],
  [/^man(?:oe)uv/, 'maneuv'],
  [/^leuc(?=[ao]|em)/, 'leuk'],
  [/sulph/, 'sulf'],
  [/^sceptic/, 'skeptic'],
  [/^(m|sm)ould/, '$1old'],
  [/^moult(s|ed|ing)?$/, 'molt$1'],
  [/^moust/, 'must'],
  [/^(program|gram|kilogram|milligram|microgram|centigram|diagram)me(s?)$/, '$1$2'],
  [/^grey/, 'gray'],
  [/^plough/, 'plow'],
  [/^aeroplane/, 'airplane'],
  [/^alumini/, 'alumin'],
  [/^pyjama/, 'pajama'],
  [/^cosy$|^cosi(er|est|ly|ness)$/, 'cozy$1'],
  [/^doughnut/, 'donut'],
  [/^(judg|acknowledg|abridg|lodg)ement/, '$1ment'],
  [/^ageing$/, 'aging'],
  [/^whisk(?:e)y?(s?)$/, 'whisky$1'],
  [/^whiskies$/, 'whiskys'],
  [/^(lik|siz|sal|mov|lov|us|liv|shar|rat|tam|nam|blam|unmistak|unlik|unmov|unshak)eab/, '$1ab'],
  [/^artefact/, 'artifact'],
  [/^enquir/, 'inquir'],
  [/^tranquill/, 'tranquil'],
  [/^carburett/, 'carburet'],
  [/^omelette/, 'omelet'],
  [/^mollusc/, 'mollusk'],
  [/^despatch/, 'dispatch'],
  [/^(con|in|de|re)(n?)exion/, '$1$2ection'],
  [/^(in|de|re)flexion/, '$1flection'],
  [/^(to|for|back|after|down|up|in|out|home|on|wind|lee|sea|east|west|north|south|heaven|sky)wards$/, '$1ward'],
  [/^(among|amid)st$/, '$1'],
  [/^whilst$/, 'while'],
  [/^(learn|burn|dream|lean|leap|spoil|spil)t$/, '$1ed'],
  [/^(un)?(learn|burn|spoil)t$/, '$1$2ed'],
  [/^spiled$/, 'spilled'],
  [/^liquorice/, 'licorice'],
  [/^yoghourt|^yoghurt/, 'yogurt'],
  [/^tsar/, 'czar'],
  [/^gaol/, 'jail'],
  [/^draughts?m/, 'draftsm'],
  [/^adviser/, 'advisor'],
  [/^chill(?:i|y)es$/, 'chilis'],
  [/^chilli(s?)$/, 'chili$1'],
  [/^axe$/, 'ax'],
  [/^jewellery$|^jewelery$/, 'jewelry'],
  [/^counsellor|^counselor/, 'counselor'],
  [/^councillor/, 'councilor'],
  [/^speciality$/, 'specialty'],
  [/^specialities$/, 'specialties'],
  [/^per-?cent$/, 'percent'],
  [/^orientat(e|ed|es|ing)$/, 'orient$1'],
]

/** Letters that a British spelling has and few other words: the rules are only tried then. */
const MAY_BE_BRITISH =
  /our|re[sd]?$|ring$|ys[ei]|ogu|ll|il(?:ment|s)?$|[ao]l(?:ment|s)?$|en[cs]e|ae|oe|ulph|sceptic|oul|oust|mme|grey|gh|min[iu]|yjam|cos[iy]|dgement|ageing|whisk|eab|tefact|enquir|quill|rett|ette|usc|desp|xion|ward|st$|lst|t$|liq|yog|tsar|gaol|draugh|advis|chil|^axe|jewel|council|special|cent|orient|practis|licenc|fil|leuc|cesar/

/** The American spelling of a folded word; the word itself if it has no other. */
export function americanSpelling(word: string): string {
  let spelled = word
  if (word.includes('is')) spelled = withZ(word)
  if (!MAY_BE_BRITISH.test(spelled)) return spelled
  for (const [pattern, instead] of RULES) if (pattern.test(spelled)) spelled = spelled.replace(pattern, instead)
  return spelled
}

/** Organise, organisation: the suffix -ise and what follows it, of a verb that has a syllable before it. */
const SUFFIX_ISE = /^([a-z]*[aeiouy][a-z]*?)is(e|ed|es|er|ers|ing|ation|ations|ational|able|ability)$/

function withZ(word: string): string {
  const match = SUFFIX_ISE.exec(word)
  if (match === null || ISE.test(match[1]) || /[aeou]$/.test(match[1])) return word
  return `${match[1]}iz${match[2]}`
}
