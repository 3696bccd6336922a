/** What the program says in French. */

import type { Messages } from './english.ts'
import { evaluationProblems, problems } from './french-problems.ts'
import { frenchHeld } from './held-words.ts'
import { FRENCH_MCP } from './mcp-texts.ts'
import { FRENCH_QUERY_PROBLEMS } from './query-problems.ts'

const number = new Intl.NumberFormat('fr')
const precise = new Intl.NumberFormat('fr', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const oneDecimal = new Intl.NumberFormat('fr', { maximumFractionDigits: 1 })
const measure = new Intl.NumberFormat('fr', { minimumFractionDigits: 3, maximumFractionDigits: 3 })
const signed = new Intl.NumberFormat('fr', {
  minimumFractionDigits: 3,
  maximumFractionDigits: 3,
  signDisplay: 'exceptZero',
})
const probability = new Intl.NumberFormat('fr', { minimumFractionDigits: 4, maximumFractionDigits: 4 })
const percent = new Intl.NumberFormat('fr', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
const date = new Intl.DateTimeFormat('fr', { dateStyle: 'medium', timeZone: 'UTC' })

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
  const documents = `${isLowerBound ? 'plus de ' : ''}${count(total, 'document', 'documents')}`
  if (first === 1 && last === total) return documents
  return `${number.format(first)} à ${number.format(last)} sur ${documents}`
}

function version(file: string, found: number, newest: number): string {
  const advice = found > newest ? 'Mettre trouvaille à jour' : 'Le reconstruire'
  return `${file} : format de version ${found}, alors que ce programme lit la version ${newest}. ${advice}.`
}

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
    promoted: 'choisi par la rédaction',
  },

  help: {
    usage: 'Usage :',
    commands: 'Commandes :',
    options: 'Options :',
    purpose: 'Recherche en texte intégral pour le français : construit des index et y cherche les réponses.',
    more: 'trouvaille <commande> --help en dit plus sur une commande.',
    exitCodes: 'Codes de retour : 0 tout va bien · 1 fichier fautif ou abîmé · 2 mauvais usage.',
    operands: {
      paths: 'chemins…',
      file: 'fichier.trv',
      files: 'fichier.trv…',
      fileOrFolder: 'fichier.trv|dossier',
      question: 'question',
      text: 'texte',
      id: 'id',
      typed: 'début',
      folder: 'dossier',
      shell: 'bash|zsh|fish',
    },
    values: {
      file: 'fichier',
      fields: 'a,b',
      field: 'champ',
      count: 'n',
      match: 'any|all|n|p%',
      countUpTo: 'n|all',
      prefix: 'préfixe',
      columns: 'a:type,b:type',
      condition: 'a=valeur',
      sort: 'a:desc',
      boost: 'a=2',
      recency: 'a:jours',
      cursor: 'curseur',
      language: 'fr|en',
      glob: 'motif',
      host: 'adresse',
    },
    summaries: {
      init: 'Regarde un dossier et écrit la configuration qui lui convient.',
      completion: 'Écrit ce qu’il faut à un shell pour compléter commandes et options.',
      build:
        'Construit un index à partir de fichiers, de dossiers et de motifs (Markdown, HTML, JSON, CSV, flux, texte).',
      search: 'Répond à une question, les meilleurs documents d’abord.',
      evaluate: 'Mesure comment un index répond à des questions aux réponses connues, et montre les pires.',
      serve:
        'Montre dans le navigateur une page qui cherche dans un index, ou dans ceux d’un dossier : pour l’essayer.',
      mcp: 'Sert des index aux assistants par le Model Context Protocol (entrée et sortie standard).',
      explain: 'Dit pourquoi un document a son rang : quels mots de la question y ont rencontré quels mots.',
      suggest: 'Propose de quoi finir ce qui est tapé.',
      similar: 'Trouve les documents qui ressemblent à un document de l’index.',
      inspect: 'Dit ce que contient un index et ce qu’il pèse.',
      verify: 'Lit chaque octet d’un index et le compare aux sommes de contrôle.',
      analyze: 'Montre les mots que l’index voit dans un texte (« - » lit l’entrée standard).',
    },
    describe: {
      out: 'l’index à écrire',
      fields: 'les champs où chercher ; par défaut, tous ceux qui contiennent du texte',
      columns: 'les champs pour filtrer et trier, avec leur type : keyword (mot-clé), number ou date',
      store: 'les champs à garder et à rendre avec les réponses ; par défaut, tous',
      noStoreBody: 'ne pas garder « body » : fichier plus petit, sans extraits du texte',
      id: 'le champ qui identifie un document (par défaut : id) ; un fichier à un seul document peut s’en passer',
      include:
        'les fichiers à lire dans les dossiers, tels que guide/**/*.md ; par défaut, tous ceux que l’on sait lire',
      exclude: 'les fichiers et dossiers à laisser de côté, tels que brouillons',
      sections: 'faire un document de chaque section d’une page, pour que les réponses y mènent',
      noCode: 'laisser de côté les blocs de code',
      strict: 'ne rien écrire s’il y a la moindre faute ; par défaut, ce qui est fautif est laissé de côté, et signalé',
      force: 'remplacer la configuration qui s’y trouve',
      port: 'le port où écouter (par défaut : 4747 ; 0 : n’importe lequel de libre)',
      host: 'l’adresse où écouter ; par défaut, seule cette machine y a accès',
      config: 'le fichier de configuration ; par défaut, trouvaille.config.ts, .js, .mjs ou .json dans ce dossier',
      incremental: 'ne lire que les fichiers modifiés depuis la dernière construction (notés dans FICHIER.ledger)',
      watch: 'reconstruire dès qu’un fichier change, jusqu’à Ctrl+C',
      limit: 'combien de réponses montrer (par défaut : 10)',
      offset: 'combien de réponses sauter d’abord',
      countUpTo: 'jusqu’où compter les documents qui répondent (par défaut : 10 000)',
      match: 'combien de mots de la question un document doit contenir (par défaut : any, un seul)',
      searchFields: 'les champs où chercher (par défaut : tous)',
      filter: 'seulement les documents tels que : a=x, a=x,y, a!=x, a>=x… ; répétée : toutes les conditions',
      facets: 'les champs de mots-clés dont compter les valeurs',
      boost: 'ce que comptent les mots de ces champs, tel que title=3',
      unfinished: 'le dernier mot peut être inachevé',
      noFuzzy: 'prendre les mots comme ils sont, fautes de frappe comprises',
      noSplit: 'ne pas séparer les mots tapés d’un seul tenant (lecole)',
      recency:
        'préférer les documents récents : un champ de dates, et après combien de jours la moitié de cet avantage est perdue',
      after: 'la page qui suit ce curseur (le « next » de --json)',
      sort: 'les champs selon lesquels trier, tels que date:desc (score en est un)',
      synonyms: 'un fichier de synonymes : une ligne par groupe (a, b) ou par sens (a => b)',
      suggestions: 'combien de propositions montrer (par défaut : 8)',
      questions: 'les questions : une ligne {"id": …, "text": …} pour chacune (obligatoire)',
      judgments: 'ce qui y répond : des lignes question TAB document TAB note (obligatoire)',
      against: 'un autre index, à comparer question par question',
      byTopic: 'faire d’abord la moyenne des questions de même identifiant avant le premier trait d’union',
      worst: 'combien montrer des pires questions, ou de celles qui ont le plus bougé (par défaut : 10)',
      words: 'montrer les mots qui commencent ainsi, avec ou sans accents',
      question: 'lire le texte comme une question',
      json: 'écrire du JSON, pour les programmes',
      lang: 'la langue des messages (par défaut : celle de LC_ALL, LC_MESSAGES ou LANG)',
      noColor: 'sans couleurs ; comme avec NO_COLOR',
      help: 'montrer cette aide',
      version: 'montrer la version',
    },
  },

  wrongUsage: {
    error: 'erreur :',
    unknownCommand: name => `la commande « ${name} » n’existe pas`,
    unknownShell: (name, known) => `« ${name} » n’est pas un shell connu ; il y a : ${list(known)}`,
    unknownOption: option => `l’option ${option} n’existe pas ici (un texte qui commence par un tiret se met après --)`,
    missingValue: option => `${option} attend une valeur`,
    unexpectedValue: option => `${option} ne prend pas de valeur`,
    missingOption: option => `${option} est obligatoire`,
    missingOperand: operand => `il manque <${operand}>`,
    unexpectedOperand: value => `« ${value} » est de trop`,
    wrongCount: (option, value, most) =>
      `${option} doit être un nombre entier de 0 à ${number.format(most)}, et non « ${value} »`,
    wrongCountUpTo: value => `--count-up-to prend un nombre entier à partir de 1 ou all, et non « ${value} »`,
    wrongMatch: value =>
      `--match doit être any, all, un nombre entier à partir de 1 ou une part telle que 75%, et non « ${value} »`,
    wrongColumn: value =>
      `--columns attend des champs et leur type, tels que section:keyword,published:date,views:number, et non « ${value} »`,
    textAndColumn: field => `« ${field} » est dans --fields et dans --columns ; on ne cherche pas dans une colonne`,
    wrongBoost: value => `--boost se compose de champs et de facteurs, tels que title=3, et non « ${value} »`,
    wrongRecency: value => `--recency est un champ de dates et des jours, tels que published:30, et non « ${value} »`,
    wrongCursor: value =>
      `--after est le « next » d’une page précédente, avec la même question et les mêmes options, sans --offset, et non « ${value} »`,
    wrongFilter: value =>
      `--filter attend =, !=, <, <=, > ou >= entre un champ et une valeur qui lui convient, tels que section=monde ou published>=2019-11-26, et non « ${value} »`,
    wrongLanguage: value => `--lang doit être fr ou en, et non « ${value} »`,
    unknownField: (field, known) => `le champ « ${field} » n’existe pas ; il y a : ${list(known) || 'aucun champ'}`,
    seeHelp: command => `Voir ${command} --help.`,
  },

  failure: {
    staleCursor: 'l’index a changé depuis la page précédente : redemander la première',
    cannotRead: (file, reason) => `${file} : lecture impossible : ${reason}`,
    cannotWrite: (file, reason) => `${file} : écriture impossible : ${reason}`,
    damaged: (file, section, offset) =>
      `${file} : ce n’est pas un index entier : section « ${section} » abîmée à l’octet ${number.format(offset)}. Le reconstruire ou le télécharger de nouveau.`,
    version,
    other: (file, message) => `${file} : ${message}`,
    system: {
      ENOENT: 'ce fichier ou ce dossier n’existe pas',
      EACCES: 'accès refusé',
      EPERM: 'accès refusé',
      EISDIR: 'c’est un dossier',
      ENOTDIR: 'une partie du chemin n’est pas un dossier',
      ENOSPC: 'le disque est plein',
      EROFS: 'le disque est en lecture seule',
      EMFILE: 'trop de fichiers sont ouverts',
      EADDRINUSE: 'un autre programme y écoute ; en choisir un autre avec --port',
      EADDRNOTAVAIL: 'cette machine n’a pas cette adresse',
      ENOTFOUND: 'cette adresse n’existe pas',
    },
  },

  config: {
    wrong: (file, reason) => `${file} : configuration inutilisable : ${reason}`,
  },

  build: {
    reading: files => `Lecture de ${count(files, 'fichier', 'fichiers')}`,
    indexing: documents => `Indexation de ${count(documents, 'document', 'documents')}`,
    nothing: 'erreur : aucun document à indexer.',
    moreProblems: n => `… et ${count(n, 'autre problème', 'autres problèmes')}.`,
    kept: (out, n) => `${count(n, 'problème', 'problèmes')} ; ${out} n’a pas été écrit.`,
    unchanged: n => `${count(n, 'document repris', 'documents repris')} du fichier précédent`,
    passedOver: n => `${count(n, 'fichier d’un autre type laissé', 'fichiers d’un autre type laissés')} de côté`,
    watching: paths => `En attente de changements dans ${list(paths)} (Ctrl+C pour finir)`,
    leftOut: n => `${count(n, 'problème', 'problèmes')} : ce qui est fautif est laissé de côté`,
    searched: fields => `champs cherchés : ${list(fields)}`,
    columns: fields => `champs pour filtrer et trier : ${list(fields)}`,
    stored: fields => `champs gardés : ${list(fields)}`,
  },

  init: {
    exists: file => `${file} existe déjà ; --force le remplace`,
    nothing: folder => `${folder} : rien à indexer n’y a été trouvé`,
    found: (documents, input) => `${count(documents, 'document', 'documents')} dans ${input}`,
    next: 'trouvaille build construit l’index.',
    comments: {
      input: 'Les fichiers, dossiers et motifs à lire.',
      out: 'L’index, là où les pages peuvent le charger.',
      fields: 'Ce qui est cherché ; et, avec un type, ce par quoi on filtre, compte et trie.',
      others: 'Et encore : docs/readers.md, docs/cli.md.',
    },
  },

  serve: {
    nothing: folder => `${folder} : il n’y a là aucun index (.trv)`,
    at: (address, names) => `${address}  ${list(names)}`,
    untilStopped: 'Ctrl+C pour finir',
    cannotListen: (place, reason) => `${place} : impossible d’y écouter : ${reason}`,
  },

  search: {
    none: question => `Aucun document ne répond à « ${question} ».`,
    corrected: question => `Réponses à « ${question} ».`,
    didYouMean: question => `Vouliez-vous dire « ${question} » ?`,
    problem: (code, text) => `« ${text} » est lu comme des mots : ${FRENCH_QUERY_PROBLEMS[code]}`,
    found,
    held: counts => frenchHeld(counts, n => number.format(n)),
    facet: (field, counts) =>
      `${field} : ${counts.map(({ value, count }) => `${value} (${number.format(count)})`).join(', ') || 'aucune valeur'}`,
    beyond: (total, isLowerBound) =>
      `Plus de réponses : il y en a ${isLowerBound ? 'plus de ' : ''}${number.format(total)}.`,
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
    worst: n => (n === 1 ? 'La pire question' : `Les ${number.format(n)} pires questions`),
    perfect: 'Chaque question a ses meilleures réponses en tête.',
    moved: n =>
      n === 1 ? 'La question qui a bougé' : `Les ${number.format(n)} questions qui ont le plus bougé, par nDCG@10`,
    unmoved: 'Aucune question n’a bougé.',
    first: 'venait d’abord',
    wanted: 'devait venir',
    nothing: 'rien',
    answer: grade => `réponse, note ${number.format(grade)}`,
    notFound: 'ne contient aucun mot de la question',
    notThere: 'absent de l’index',
    title: 'titre',
    closeness: 'proximité',
    lacking: words => `manque : ${list(words)}`,
  },

  explain: {
    unknown: (file, id) => `${file} : aucun document n’a l’identifiant « ${id} ».`,
    notFound: question => `Ce document ne répond pas à « ${question} ».`,
    tooFar: most => `Ce document ne vient pas parmi les ${number.format(most)} premiers.`,
    place: (rank, total, title) =>
      `${title}\n${number.format(rank)}${rank === 1 ? 'er' : 'e'} sur ${number.format(total)}`,
    word: word => `« ${word} »`,
    rarity: (holding, all) => `dans ${count(holding, 'document', 'documents')} sur ${number.format(all)}`,
    itself: 'le mot même',
    form: (form, relation) => `« ${form} », ${relation}`,
    relations: {
      same: 'le mot même',
      accents: 'le même mot, aux accents près',
      stem: 'une autre forme du mot',
      variant: 'une autre graphie',
      synonym: 'un synonyme',
      family: 'un mot de sa famille',
      prefix: 'un mot qui commence ainsi',
      typo: 'le mot, tapé avec une faute',
    },
    where: (field, frequency, length, average) =>
      `${number.format(frequency)} fois dans ${field}, long de ${count(Math.round(length), 'mot', 'mots')} (${number.format(Math.round(average))} en moyenne)`,
    title: 'Le titre dit ce que dit la question',
    close: (first, second) => `« ${first} » et « ${second} » sont proches`,
    sum: 'Ensemble',
  },

  suggest: { none: typed => `Rien ne finit « ${typed} ».` },

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
    kept: 'champs gardés',
    fields: 'Champ',
    boost: 'Poids',
    holding: 'Documents',
    columns: 'Colonne',
    types: { keyword: 'mot-clé', number: 'nombre', date: 'date' },
    role: 'Rôle',
    title: 'titre',
    stored: 'gardé',
    section: 'Section',
    share: 'Part',
    word: 'Mot',
    frequent: 'Mots les plus fréquents, mots vides exclus',
    startingWith: prefix => `Mots les plus fréquents en « ${prefix}… »`,
    noWord: prefix => `Aucun mot ne commence par « ${prefix} ».`,
    noWords: 'Il n’y a aucun mot.',
  },

  verify: {
    whole: (file, bytes) => `${file} est entier : ${count(bytes, 'octet lu et comparé', 'octets lus et comparés')}.`,
  },

  analyze: {
    text: 'Mot',
    source: 'Dans le texte',
    place: 'Place',
    position: 'Position',
    kind: 'Nature',
    class: 'Classe',
    stopWord: 'mot vide',
    nothing: 'Il n’y a aucun mot dans ce texte.',
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

  problems,
  evaluationProblems,
}
