/** The French messages of the program. */

import { frenchHeld } from '../../internal.ts'
import type { Messages } from './english.ts'
import { dateFormat, numberFormat } from './formats.ts'
import { frenchHelp } from './french-help.ts'
import { evaluationProblems, problems } from './french-problems.ts'
import { FRENCH_MCP } from './mcp-texts.ts'
import { frenchOptionProblem } from './option-problems.ts'
import { FRENCH_QUERY_PROBLEMS } from './query-problems.ts'

const number = numberFormat('fr')
const precise = numberFormat('fr', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const oneDecimal = numberFormat('fr', { maximumFractionDigits: 1 })
const measure = numberFormat('fr', { minimumFractionDigits: 3, maximumFractionDigits: 3 })
const signed = numberFormat('fr', {
  minimumFractionDigits: 3,
  maximumFractionDigits: 3,
  signDisplay: 'exceptZero',
})
const probability = numberFormat('fr', { minimumFractionDigits: 4, maximumFractionDigits: 4 })
const percent = numberFormat('fr', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
const date = dateFormat('fr', { dateStyle: 'medium', timeZone: 'UTC' })

/** In French, zero is singular. */
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n < 2 ? one : many}`
const list = (names: readonly string[]) => names.join(', ')
/** Enough to see which they are. */
const some = (names: readonly string[]) => list(names.length > 10 ? [...names.slice(0, 10), '…'] : names)

function bytes(n: number): string {
  if (n < 1000) return count(n, 'octet', 'octets')
  if (n < 1e6) return `${oneDecimal.format(n / 1e3)} ko`
  return `${oneDecimal.format(n / 1e6)} Mo`
}

function found(total: number, first: number, last: number, isLowerBound = false): string {
  const results = `${isLowerBound ? 'plus de ' : ''}${count(total, 'résultat', 'résultats')}`
  if (first === 1 && last === total) return results
  return `${number.format(first)} à ${number.format(last)} sur ${results}`
}

function version(file: string, found: number, newest: number): string {
  const advice = found > newest ? 'Mettre trouvaille à jour' : 'Le reconstruire'
  return `${file} : index au format ${found}, alors que ce programme lit le format ${newest}. ${advice}.`
}

const columnTypes: Messages['inspect']['types'] = { keyword: 'mot-clé', number: 'nombre', date: 'date' }

export const french: Messages = {
  format: {
    number: n => number.format(n),
    score: n => precise.format(n),
    measure: n => measure.format(n),
    difference: n => signed.format(n),
    probability: p => probability.format(p),
    percent: share => percent.format(share),
    date: day => date.format(day),
    milliseconds: ms => `${oneDecimal.format(ms)} ms`,
    seconds: ms => `${oneDecimal.format(ms / 1000)} s`,
    bytes,
    documents: n => count(n, 'document', 'documents'),
    files: n => count(n, 'fichier', 'fichiers'),
    words: n => count(n, 'mot', 'mots'),
    fields: list,
    promoted: 'mis en avant par la rédaction',
  },

  help: frenchHelp,

  wrongUsage: {
    error: 'erreur :',
    unknownCommand: name => `la commande « ${name} » n’existe pas`,
    unknownShell: (name, known) => `le shell « ${name} » n’est pas pris en charge ; shells possibles : ${list(known)}`,
    unknownOption: option => `l’option ${option} n’existe pas pour cette commande`,
    didYouMean: name => `Vouliez-vous dire ${name} ?`,
    afterDashes: 'Un texte qui commence par un tiret se place après --.',
    missingValue: option => `${option} attend une valeur`,
    unexpectedValue: option => `${option} ne prend pas de valeur`,
    missingPaths: 'il manque <chemins…>. Nommer un dossier à indexer, ou lancer trouvaille init dans le projet',
    missingOut: '--out est obligatoire. Nommer le fichier d’index à écrire, par exemple --out search.trv',
    missingOption: option => `${option} est obligatoire`,
    notTogether: (option, other) => `${option} est incompatible avec ${other}`,
    missingOperand: operand => `il manque <${operand}>`,
    unexpectedOperand: value => `argument en trop : « ${value} »`,
    wrongCount: (option, value, least, most) =>
      `${option} attend un nombre entier de ${number.format(least)} à ${number.format(most)}, et non « ${value} »`,
    wrongCountUpTo: value => `--count-up-to attend un nombre entier à partir de 1, ou all, et non « ${value} »`,
    wrongMatch: value =>
      `--match attend any, all, un nombre entier à partir de 1 ou un pourcentage tel que 75%, et non « ${value} »`,
    wrongColumn: value =>
      `--columns attend des champs et leur type, tels que section:keyword,published:date,views:number, et non « ${value} »`,
    textAndColumn: field =>
      `« ${field} » figure à la fois dans --fields et dans --columns ; on ne cherche pas de mots dans une colonne`,
    wrongBoost: value => `--boost attend un champ et son poids, tels que title=3, et non « ${value} »`,
    wrongRecency: value =>
      `--recency attend un champ de dates et un nombre de jours, tels que published:30, et non « ${value} »`,
    wrongCursor: value =>
      `--after attend le « next » d’une page précédente de la même requête, avec les mêmes options et sans --offset, et non « ${value} »`,
    wrongFilter: value =>
      `--filter attend un champ, un opérateur (=, !=, <, <=, > ou >=) et une valeur qui convient au champ, comme dans section=monde ou published>=2019-11-26, et non « ${value} »`,
    noSynonyms:
      '--synonyms demande que le français ou l’anglais soit parmi les langues ; les autres n’ont pas de synonymes',
    oneLanguage: '--per-language exige plusieurs langues : --languages en,fr',
    wrongAnchors: (value, known) => `--anchors attend l’une de ces valeurs : ${list(known)}, et non « ${value} »`,
    wrongLanguage: value => `--lang attend fr ou en, et non « ${value} »`,
    unknownColumn: (field, known) =>
      `« ${field} » n’est pas une colonne de l’index ; colonnes : ${list(known) || 'aucune'}. Pour en faire une, reconstruire l’index avec --columns ${field}:<type>`,
    otherColumnType: (option, field, type, fitting) =>
      `${option} n’accepte pas « ${field} », colonne de type « ${columnTypes[type]} » ; colonnes possibles : ${list(fitting) || 'aucune'}`,
    unknownField: (field, known) => `le champ « ${field} » n’existe pas ; champs : ${list(known) || 'aucun'}`,
    seeHelp: command => `Voir ${command} --help.`,
  },

  failure: {
    staleCursor: 'l’index a changé depuis la page précédente : redemander la première page',
    cannotRead: (file, reason) => `${file} : lecture impossible : ${reason}`,
    cannotWrite: (file, reason) => `${file} : écriture impossible : ${reason}`,
    notAnIndex: file => `${file} : ce n’est pas un fichier d’index ; trouvaille build en construit un`,
    damaged: (file, section, offset) =>
      `${file} : index endommagé (section « ${section} », octet ${number.format(offset)}). Le reconstruire ou le télécharger de nouveau.`,
    version,
    other: (file, message) => `${file} : ${message}`,
    cluster: {
      noAddress: url => `${url} : ce n’est pas l’adresse d’un cluster, telle que http://127.0.0.1:9200`,
      noAnswer: url => `${url} : pas de réponse`,
      unsupported: url => `${url} : ce n’est pas OpenSearch 2.10 ou plus récent`,
      noIndex: (name, url) => `${name} : aucun index de ce nom à l’adresse ${url}`,
      mismatch: name =>
        `${name} : l’index a été créé avec d’autres champs, d’autres options ou une autre langue. Choisir un autre nom, ou le reconstruire avec rebuild()`,
      incomplete: name => `${name} : une partie de l’index ne répond pas`,
      refused: (url, message) => `${url} : ${message}`,
    },
    wrongSynonyms: line => `une ligne est un groupe (a, b) ou un sens (a => b), et non « ${line} »`,
    isFolder: path => `${path} : c’est un dossier, et non un fichier d’index. Nommer l’un de ses fichiers .trv`,
    system: {
      ENOENT: 'ce fichier ou ce dossier n’existe pas',
      EACCES: 'accès refusé',
      EPERM: 'accès refusé',
      EISDIR: 'c’est un dossier',
      ENOTDIR: 'une partie du chemin n’est pas un dossier',
      ENOSPC: 'le disque est plein',
      EROFS: 'le disque est en lecture seule',
      EMFILE: 'trop de fichiers sont ouverts',
      EADDRINUSE: 'ce port est déjà utilisé ; en choisir un autre avec --port',
      EADDRNOTAVAIL: 'cette machine n’a pas cette adresse',
      ENOTFOUND: 'cette adresse n’existe pas',
    },
  },

  config: {
    setting: (file, problem) => `${file} : ${problem}`,
    wrong: (file, reason) => `${file} : configuration inutilisable : ${reason}`,
  },

  optionProblem: frenchOptionProblem,

  operators: { and: ['ET'], or: ['OU'] },

  build: {
    reading: files => `Lecture de ${count(files, 'fichier', 'fichiers')}`,
    indexing: documents => `Indexation de ${count(documents, 'document', 'documents')}`,
    noEditorial: 'les choix de la rédaction ne sont pas pris en charge dans un index OpenSearch',
    refused: (n, shown) => `${count(n, 'document refusé', 'documents refusés')} : ${shown.join(' ; ')}`,
    oneThread: 'La racinisation personnalisée s’exécute dans un seul fil : --threads est sans effet.',
    languages: tags => `Langues des documents : ${list(tags.length > 0 ? tags : ['fr'])}`,
    fetching: url => `Téléchargement des pages de ${url}`,
    nothing: hasSkips =>
      `erreur : aucun document à indexer.${hasSkips ? '' : ' Types de fichiers lus : .md, .html, .json, .csv et .txt, entre autres.'}`,
    moreProblems: n => `… et ${count(n, 'autre problème', 'autres problèmes')}.`,
    kept: (out, n) => `${count(n, 'problème', 'problèmes')} ; ${out} n’a pas été écrit.`,
    noLedger: (file, reason) =>
      `${file} : écriture impossible (${reason}) ; la prochaine construction lira tous les fichiers.`,
    unchanged: n => `${count(n, 'document repris', 'documents repris')} du fichier précédent`,
    skipped: (what, which) => `laissé de côté : ${what} (${list(which)})`,
    surplus: fields =>
      `un index cherche dans 64 champs au plus ; laissés de côté : ${some(fields)}. Choisir avec --fields.`,
    unknownIds: ids => `documents mis en avant ou masqués par la rédaction, mais absents de l’index : ${some(ids)}`,
    suggestedColumns: columns => `colonnes possibles, pour filtrer et trier : --columns ${columns.join(',')}`,
    from: file => `(ce chemin vient de ${file})`,
    watching: paths => `En attente de modifications dans ${list(paths)} (Ctrl+C pour arrêter)`,
    leftOut: n => `${count(n, 'problème', 'problèmes')} : les contenus fautifs sont laissés de côté`,
    element: 'Pour afficher le champ de recherche, placer ces lignes dans les pages :',
    searched: fields => `champs de recherche : ${list(fields)}`,
    columns: fields => `colonnes : ${list(fields)}`,
    stored: fields => `champs conservés : ${list(fields)}`,
  },

  init: {
    exists: file => `${file} existe déjà ; --force le remplace`,
    nothing: folder => `${folder} : aucun texte à indexer`,
    found: (documents, input) => `${count(documents, 'document', 'documents')} dans ${input}`,
    reasons: {
      built: 'c’est le site généré',
      generator: config => `d’après ${config}, les pages s’y trouvent`,
      name: 'un dossier de ce nom contient d’ordinaire des textes',
      only: 'les textes n’ont pas de dossier distinct',
      chosen: 'comme demandé',
    },
    others: inputs => `Autres dossiers qui contiennent des textes : ${list(inputs)}`,
    noAnswer: 'pas de réponse : rien n’a été écrit',
    ask: 'Quel dossier contient les textes ?',
    choice: (input, files) => `${input} (${count(files, 'fichier', 'fichiers')})`,
    number: most => `Numéro (de 1 à ${most}, Entrée pour 1) : `,
    next: 'trouvaille build construit l’index.',
    comments: {
      input: 'Les fichiers, dossiers et motifs à lire.',
      out: 'Le fichier d’index, là où les pages peuvent le charger.',
      fields: 'Les champs de recherche et, avec un type, les colonnes qui servent à filtrer, compter et trier.',
      languages: 'Les langues des documents ; perLanguage: true écrit un index par langue.',
      others: 'Autres réglages : docs/readers.md, docs/cli.md.',
    },
  },

  serve: {
    nothing: folder => `${folder} : aucun fichier d’index (.trv) dans ce dossier`,
    at: (address, names) => `${address}  ${list(names)}`,
    untilStopped: 'Ctrl+C pour arrêter',
    cannotListen: (place, reason) => `${place} : écoute impossible : ${reason}`,
  },

  search: {
    none: question => `Aucun résultat pour « ${question} ».`,
    noneFiltered: 'Aucun document ne remplit ces conditions.',
    emptyQuery:
      'La requête est vide. Avec --filter, une requête vide énumère les documents qui remplissent les conditions.',
    corrected: question => `Résultats pour « ${question} ».`,
    didYouMean: question => `Vouliez-vous dire « ${question} » ?`,
    problem: (code, text) => `« ${text} » est lu comme des mots : ${FRENCH_QUERY_PROBLEMS[code]}`,
    found,
    held: counts => frenchHeld(counts, n => number.format(n), ' · '),
    facet: (field, counts) =>
      `${field} : ${counts.map(({ value, count }) => `${value} (${number.format(count)})`).join(', ') || 'aucune valeur'}`,
    also: (sections, others) => {
      const more = others > 0 ? [`et ${count(others, 'autre', 'autres')}`] : []
      return `Aussi : ${[...sections, ...more].join(' · ')}`
    },
    beyond: (total, isLowerBound) =>
      `Fin des résultats : il y en a ${isLowerBound ? 'plus de ' : ''}${number.format(total)}.`,
  },

  evaluate: {
    questions: n => count(n, 'question', 'questions'),
    topics: n => `de ${count(n, 'sujet', 'sujets')}`,
    unjudged: ids =>
      `${count(ids.length, 'question sans réponse jugée ne compte', 'questions sans réponse jugée ne comptent')} pas : ${some(ids)}`,
    missing: (file, ids) =>
      `${count(ids.length, 'document jugé absent', 'documents jugés absents')} de ${file}, donc non ${ids.length < 2 ? 'trouvé' : 'trouvés'} : ${some(ids)}`,
    difference: 'différence',
    p: 'p',
    worst: n =>
      n === 1 ? 'La question la moins bien traitée' : `Les ${number.format(n)} questions les moins bien traitées`,
    perfect: 'Chaque question a ses meilleures réponses en tête.',
    moved: n =>
      n === 1
        ? 'La question dont le nDCG@10 a changé'
        : `Les ${number.format(n)} questions dont le nDCG@10 a le plus changé`,
    unmoved: 'Aucun résultat n’a changé.',
    first: 'premiers résultats',
    wanted: 'résultats attendus',
    nothing: 'aucun',
    answer: grade => `réponse, note ${number.format(grade)}`,
    notFound: 'ne contient aucun mot de la question',
    notThere: 'absent de l’index',
    title: 'titre',
    proximity: 'proximité',
    quotation: text => `« ${text} »`,
    lacking: words => `mots absents : ${list(words)}`,
  },

  explain: {
    unknown: (file, id) => `${file} : aucun document n’a l’identifiant « ${id} ».`,
    notFound: question => `Ce document ne répond pas à « ${question} ».`,
    tooFar: most => `Ce document ne figure pas parmi les ${number.format(most)} premiers.`,
    place: (rank, total, title) =>
      `${title}\n${number.format(rank)}${rank === 1 ? 'er' : 'e'} sur ${number.format(total)}`,
    word: word => `« ${word} »`,
    rarity: (holding, all) => `dans ${count(holding, 'document', 'documents')} sur ${number.format(all)}`,
    itself: 'le mot lui-même',
    form: (form, relation) => `« ${form} », ${relation}`,
    relations: {
      same: 'le mot lui-même',
      accents: 'le même mot, aux accents près',
      stem: 'une autre forme du mot',
      variant: 'une autre graphie',
      synonym: 'un synonyme',
      family: 'un mot de sa famille',
      prefix: 'un mot qui commence ainsi',
      typo: 'le mot, après correction',
    },
    where: (field, frequency, length, average) =>
      `${number.format(frequency)} fois dans ${field}, long de ${count(Math.round(length), 'mot', 'mots')} (${number.format(Math.round(average))} en moyenne)`,
    title: 'Le titre reprend la requête',
    close: (first, second) => `« ${first} » et « ${second} » sont proches`,
    quotation: text => `l’expression « ${text} »`,
    sum: 'Total',
  },

  suggest: { none: typed => `Aucune proposition pour « ${typed} ».` },

  mcp: FRENCH_MCP,

  similar: { none: id => `Aucun document ne ressemble à « ${id} ».` },

  inspect: {
    format: 'format',
    language: 'langue',
    hash: 'contenu',
    documents: 'documents',
    words: 'mots',
    postings: 'occurrences par champ',
    tokens: 'occurrences',
    bytes: 'octets',
    id: 'identifiant',
    kept: 'champs conservés',
    stopWordPositions: 'mots vides',
    leftOut: 'sans positions',
    fields: 'Champ',
    boost: 'Poids',
    holding: 'Documents',
    columns: 'Colonne',
    types: columnTypes,
    role: 'Rôle',
    title: 'titre',
    stored: 'conservé',
    section: 'Section',
    share: 'Part',
    word: 'Mot',
    frequent: 'Mots les plus fréquents, mots vides exclus',
    startingWith: prefix => `Mots les plus fréquents en « ${prefix}… »`,
    noWord: prefix => `Aucun mot ne commence par « ${prefix} ».`,
    noWords: 'L’index ne contient aucun mot.',
  },

  verify: {
    whole: (file, bytes) => `${file} est intact : ${count(bytes, 'octet lu et comparé', 'octets lus et comparés')}.`,
  },

  analyze: {
    text: 'Mot',
    source: 'Dans le texte',
    place: 'Place',
    position: 'Position',
    kind: 'Nature',
    class: 'Classe',
    stopWord: 'mot vide',
    nothing: 'Ce texte ne contient aucun mot.',
    kinds: {
      word: 'mot',
      elision: 'élision',
      number: 'nombre',
      acronym: 'sigle',
      compound: 'composé',
      date: 'date',
      symbol: 'symbole',
      address: 'adresse',
      ordinal: 'ordinal',
    },
  },

  notes: {
    'windows-1252': n => `${count(n, 'fichier lu', 'fichiers lus')} en Windows-1252`,
    'endless-words': n => `${count(n, 'mot démesuré retiré', 'mots démesurés retirés')} des textes`,
  },

  skips: {
    draft: n => count(n, 'brouillon', 'brouillons'),
    'no-index': n => `${count(n, 'page qui demande', 'pages qui demandent')} à ne pas être indexée${n < 2 ? '' : 's'}`,
    redirect: n => count(n, 'page de redirection', 'pages de redirection'),
    excluded: n => `${count(n, 'fichier écarté', 'fichiers écartés')} par exclude`,
    'link-outside': n => `${count(n, 'lien qui sort', 'liens qui sortent')} du dossier (--follow les suit)`,
    'not-included': n => `${count(n, 'fichier non retenu', 'fichiers non retenus')} par include`,
    'other-kind': n => `${count(n, 'fichier', 'fichiers')} d’un type qui n’est pas lu`,
    'not-a-feed': n => `${count(n, 'fichier XML qui n’est', 'fichiers XML qui ne sont')} ni du RSS ni de l’Atom`,
    'not-a-page': n => `${count(n, 'fichier qui n’est pas une page', 'fichiers qui ne sont pas des pages')} du site`,
    'outside-content': n => `${count(n, 'fichier', 'fichiers')} hors des dossiers de pages du site`,
    'project-file': n => `${count(n, 'fichier destiné', 'fichiers destinés')} aux développeurs du projet`,
    translation: n => `${count(n, 'fichier', 'fichiers')} de traductions`,
    'other-language': n => `${count(n, 'page dont il existe', 'pages dont il existe')} une traduction en français`,
    navigation: n => count(n, 'sommaire', 'sommaires'),
    robots: n => `${count(n, 'page exclue', 'pages exclues')} par robots.txt`,
    'other-site': n => `${count(n, 'adresse', 'adresses')} d’autres sites`,
    'beyond-limit': n => `${count(n, 'page', 'pages')} au-delà de --max-pages`,
    'needs-package': (n, name) =>
      `${count(n, 'fichier qui demande', 'fichiers qui demandent')} un paquet : npm install ${name}`,
    encrypted: n => `${count(n, 'fichier protégé', 'fichiers protégés')} par un mot de passe`,
    'no-text-layer': n => `${count(n, 'document numérisé', 'documents numérisés')} sans texte`,
  },

  problems,
  evaluationProblems,
}
