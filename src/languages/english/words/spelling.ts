/**
 * Converts British to American spellings, so that both have one class: `colour` to `color`, `organise` to `organize`, `centre` to `center`.
 *
 * Each rule is a pattern that both spellings of a word follow. The stems are listed if the pattern alone would also match other words (`four`, `hour`). See P.
 * Peters, The Cambridge Guide to English Usage, 2004, on each pattern.
 */

type Rule = readonly [pattern: RegExp, instead: string]

/** The stems of colour, favour … in American English -or. */
const OUR =
  'arb|ard|arm|behavi|belab|cand|clam|clang|col|demean|disfav|dishon|dol|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|misdemean|neighb|od|parl|ranc|rig|rum|sav|savi|splend|succ|tum|val|vap|vig'
/** The stems of centre, metre … in American English -er. */
const RE =
  'accout|amphitheat|calib|cent|epicent|fib|goit|lit|lust|maneuv|meag|met|mit|nit|och|philt|reconnoit|sab|saltpet|scept|sepulch|somb|spect|theat'
const MEASURES = 'kilo|centi|milli|micro|nano|deci|deca|hecto|mega|giga'

/**
 * What precedes an -ise that is not the suffix -ize: advise, exercise, surprise, paradise, pairwise; and nouns in -is, whose plural looks like a verb: irises.
 */
const NO_SUFFIX =
  /(?:^.{1,2}|^(?:ar|bra|bru|chem|cru|fin|gu|misgu|mort|pen|no|po|equipo|counterpo|pra|ra|val|pelv|lor|cer|mant)|w|pr|(?:up|sun|moon|high|low|crack|cr)r|(?:ad|de|re|super|tele|impro)v|advert|chast|circumc|exc|inc|conc|prec|comprom|prem|prom|dem|surm|desp|exerc|franch|merchand|parad|expert|treat|pract|disgu|appra|upra|marqu|torto|turquo|porpo|clitor|trell|(?:metr|megal|necr|acr)opol|epiderm|glott|cannab|chrysal|clemat|clev|hagg|orr|portcull|probosc|amaryll|verdigr|vichysso)$/

const RULES: readonly Rule[] = [
  [
    new RegExp(
      `^((?:un|dis|mis|re|over|multi|water|tri|bi|techni|vari|anti|post|out|off|well)?(?:${OUR}))our(?!aged?$)`,
    ),
    '$1or',
  ],
  [/^((?:out)?man)oeuv/, '$1euv'],
  [new RegExp(`^((?:out)?(?:${MEASURES})?(?:${RE}))re(s?)$`), '$1er$2'],
  [new RegExp(`^((?:out)?(?:${MEASURES})?(?:${RE}))red$`), '$1ered'],
  [new RegExp(`^((?:out)?(?:${MEASURES})?(?:${RE}))ring(s?)$`), '$1ering$2'],
  // Centrepiece, fibreglass, theatregoer.
  [/^(cent|fib|theat|lust|meag|somb)re(?=piece|fold|board|glass|fill|goer|line|back|less|ness|ly)/, '$1er'],
  [/^(maneuv)r(abl|abil)/, '$1er$2'],
  // Analyse, catalyse; not lysed alone.
  [/([a-z]{2,}ly)s(e|ed|es|ing|er|ers)$/, '$1z$2'],
  // Dialogue, catalogue; not vogue, rogue and prorogue.
  [/^(?!pror)(.*[aeiouy].*o)gue(s?)$/, '$1g$2'],
  [/^(?!pror)(.*[aeiouy].*o)gu(ed|ing|er|ers)$/, '$1g$2'],
  // Dialled, fuelling: Snowball removes one l from longer words.
  [/^((?:re)?dial|duel|fuel|refuel|gruel|cruel|trial|medal|panel)l(ed|ing|ings|ist|ists|er|ers|est)$/, '$1$2'],
  [/^wooll(en|ens|y)$/, 'wool$1'],
  [/^(skil|wil)ful/, '$1lful'],
  [/^(fulfil|enrol|instal|distil|instil|enthral|appal)(ment|ments|s)?$/, '$1l$2'],
  [/^(defen|offen|preten)ce(s|d|less|lessness|lessly)?$/, '$1se$2'],
  [/^licence(s|d)?$/, 'license$1'],
  [/^(un)?practis(e|ed|es|ing|er|ers)$/, '$1practic$2'],
  // Greek and Latin diphthongs.
  [/haem/, 'hem'],
  [/aemi/, 'emi'],
  [/p(?:ae)d/, 'ped'],
  [/(an)aes/, '$1es'],
  [/gynaec/, 'gynec'],
  [/^oestr/, 'estr'],
  [/oesoph/, 'esoph'],
  [/f(?:oe)t/, 'fet'],
  [/rrhoe/, 'rrhe'],
  [/pnoe/, 'pne'],
  [/^((?:lymph|my|papill)?)oedem/, '$1edem'],
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
  [/^leuc(?=[ao]|em)/, 'leuk'],
  [/sulph/, 'sulf'],
  [/^sceptic/, 'skeptic'],
  [/^((?:re)?m|sm)ould/, '$1old'],
  [/^moult(s|ed|ing)?$/, 'molt$1'],
  [/^moust/, 'must'],
  [/^(program|gram|kilogram|milligram|microgram|centigram|diagram)me(s?)$/, '$1$2'],
  [/^grey/, 'gray'],
  [/^((?:snow)?)plough/, '$1plow'],
  [/^aeroplane/, 'airplane'],
  [/^alumini/, 'alumin'],
  [/^pyjama/, 'pajama'],
  [/^cosy$/, 'cozy'],
  [/^cosi(er|est|ly|ness)$/, 'cozi$1'],
  [/^doughnut/, 'donut'],
  [/(judg|acknowledg|abridg|lodg)ement/, '$1ment'],
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
  [/^((?:re|un)?learn|(?:sun|un)?burn|(?:day)?dream|lean|leap|(?:un)?spoil|spil)t$/, '$1ed'],
  [/^spiled$/, 'spilled'],
  [/^liquorice/, 'licorice'],
  [/^yoghourt|^yoghurt/, 'yogurt'],
  [/^tsar/, 'czar'],
  [/^gaol/, 'jail'],
  [/^draughts(m|w)/, 'drafts$1'],
  [/^(down|up)draught/, '$1draft'],
  [/^draught(y|ily|iness|ier|iest)$/, 'draft$1'],
  [/^chequer/, 'checker'],
  [/^chequebook/, 'checkbook'],
  [/^(mis)?spelt$/, '$1spelled'],
  [/^(phon|fog)eys?$/, '$1y'],
  [/^whizz$/, 'whiz'],
  [/^furore/, 'furor'],
  [/^aeon/, 'eon'],
  [/^caesium/, 'cesium'],
  [/^baulk/, 'balk'],
  [/^behov/, 'behoov'],
  [/^pedlar/, 'peddler'],
  [/^titbit/, 'tidbit'],
  [/^rouble/, 'ruble'],
  [/^adaptor/, 'adapter'],
  [/^flautist/, 'flutist'],
  [/^aero(?=foil)/, 'air'],
  [/^(nitro)?glycerine/, '$1glycerin'],
  [/^adviser/, 'advisor'],
  [/^chill(?:i|y)es$/, 'chilis'],
  [/^chilli(s?)$/, 'chili$1'],
  [/^axe$/, 'ax'],
  [/^jewellery$|^jewelery$/, 'jewelry'],
  [/^counsellor|^counselor/, 'counselor'],
  [/^councillor/, 'councilor'],
  [/^speciality$/, 'specialty'],
  [/^specialities$/, 'specialties'],
  [/^kerb(?!er)/, 'curb'],
  [/^racquet/, 'racket'],
  [/^cypher/, 'cipher'],
  [/^gips(y|ies)$/, 'gyps$1'],
  [/^calliper/, 'caliper'],
  [/^sanitarium/, 'sanatorium'],
  [/^haulier/, 'hauler'],
  [/^nought(s?)$/, 'naught$1'],
  [/^synch(s|ed|ing)?$/, 'sync$1'],
  [/^per-?cent$/, 'percent'],
]

/** What British spellings have and few other words: the rules are tried only for these. */
const MAY_BE_BRITISH =
  /our|oeu|re[sd]?$|ring|rep|ref|reb|reg|rel|ren|ys[ei]|ogu|ll|ilful|[aeio]l(?:ment|s)?$|en[cs]e|ae|oe|ulph|scept|oul|oust|mme|grey|gh|min[iu]|yjam|cos[iy]|dgement|ageing|whi|eab|tefact|enquir|rett|ette|usc|desp|xion|ward|st$|lt$|[mnp]t$|liq|yog|tsar|gaol|advis|chil|^axe|jewel|special|cent|practis|licenc|leuc|cesar|chequ|eys?$|furor|baulk|behov|pedlar|titbit|roubl|aptor|flaut|glycer|^kerb|acque|ypher|gips|callip|tarium|auli|noug|synch/

/** The American spelling of a folded word; the word itself if it has no other. */
export function americanSpelling(word: string): string {
  let spelled = word
  if (word.includes('is')) spelled = withZ(word)
  if (!MAY_BE_BRITISH.test(spelled)) return spelled
  for (const [pattern, instead] of RULES) if (pattern.test(spelled)) spelled = spelled.replace(pattern, instead)
  return spelled
}

/** Organise, organisation: the suffix -ise and what follows it, in a verb with a syllable before it. */
const SUFFIX_ISE =
  /^([a-z]*[aeiouy][a-z]*?)is(e|ed|es|er|ers|ing|ings|ingly|ation|ations|ational|ationally|able|ably|ability|ant|ance|ances|ator|ement|ements)$/

function withZ(word: string): string {
  const match = SUFFIX_ISE.exec(word)
  if (match === null || NO_SUFFIX.test(match[1]) || /[aeiu]$/.test(match[1])) return word
  // Distant, resistance, assistant: there is no verb in -ise.
  if (/^(?:ant|an|ement|ator)/.test(match[2]) && !/(?:cogn|organ|real|util|aggrand|agn|total|anal)$/.test(match[1]))
    return word
  return `${match[1]}iz${match[2]}`
}
