/** The French messages for problems of files. */
import type { ColumnType } from '../../index.ts'
import type { EvaluationProblemTexts, ProblemTexts } from '../../internal.ts'
import type { Problem, ValueType, YamlErrorCode } from '../../readers/index.ts'

const types: Record<ValueType, string> = {
  array: 'une liste',
  boolean: 'un booléen',
  null: 'vide',
  number: 'un nombre',
  object: 'un objet',
  string: 'un texte',
}

const systemErrors: Readonly<Record<string, string>> = {
  ENOENT: 'ce fichier ou ce dossier n’existe pas',
  EACCES: 'accès refusé',
  EPERM: 'accès refusé',
  EISDIR: 'c’est un dossier',
  ELOOP: 'trop de liens renvoient les uns aux autres',
  EMFILE: 'trop de fichiers sont ouverts',
}

const csv: Record<Extract<Problem, { kind: 'csv' }>['reason'], string> = {
  'open-quote': 'une cellule commence par un guillemet qui n’est jamais fermé',
  'lone-quote': 'un guillemet se trouve dans une cellule ; mettre la cellule entre guillemets et l’y écrire ""',
  'too-large': 'une cellule dépasse un million de caractères ; manque-t-il un guillemet ?',
}

const yaml: Record<YamlErrorCode, string> = {
  ALIAS_PROPS: 'un alias ne prend ni ancre ni étiquette',
  BAD_ALIAS: 'cet alias est mal écrit',
  BAD_COLLECTION_TYPE: 'cette étiquette ne convient pas à ce qui la suit',
  BAD_DIRECTIVE: 'cette directive (%) est inconnue',
  BAD_DQ_ESCAPE:
    'cet échappement n’existe pas ; entre guillemets "…", écrire \\\\ pour une barre oblique inverse, ou utiliser \'…\'',
  BAD_INDENT: 'le retrait est faux, ou un crochet n’est pas fermé',
  BAD_PROP_ORDER: 'une ancre ou une étiquette est mal placée',
  BAD_SCALAR_START: 'une valeur ne peut pas commencer par ce caractère ; la mettre entre guillemets',
  BLOCK_AS_IMPLICIT_KEY: 'un deux-points suivi d’une espace se trouve dans une valeur ; la mettre entre guillemets',
  BLOCK_IN_FLOW: 'un bloc en retrait ne peut pas se trouver entre crochets',
  DUPLICATE_KEY: 'cette clé existe déjà',
  IMPOSSIBLE: 'le contenu est illisible',
  KEY_OVER_1024_CHARS: 'une clé dépasse 1 024 caractères ; manque-t-il un guillemet ?',
  MISSING_CHAR: 'il manque un caractère : guillemet fermant, deux-points, virgule ou espace',
  MULTILINE_IMPLICIT_KEY: 'une clé s’étend sur plusieurs lignes ; manque-t-il un deux-points ou un guillemet ?',
  MULTIPLE_ANCHORS: 'une valeur a plusieurs ancres',
  MULTIPLE_DOCS: 'il y a plusieurs documents YAML',
  MULTIPLE_TAGS: 'une valeur a plusieurs étiquettes',
  NON_STRING_KEY: 'une clé n’est pas un texte',
  RESOURCE_EXHAUSTION: 'sa lecture demanderait trop de mémoire',
  TAB_AS_INDENT: 'une tabulation sert de retrait ; utiliser des espaces',
  TAG_RESOLVE_FAILED: 'cette étiquette est inconnue',
  UNEXPECTED_TOKEN: 'quelque chose suit une valeur complète ; un guillemet manque, ou n’est pas doublé à l’intérieur',
}

const valuesOf: Record<ColumnType, string> = {
  keyword: 'un texte, ou une liste de textes',
  number: 'un nombre (12, 3,50 ou 1 250,00)',
  date: 'une date (2019-11-14, 14/11/2019 ou 14 novembre 2019)',
}

export const problems: ProblemTexts = {
  'not-found': () => 'ce fichier ou ce dossier n’existe pas',
  'nothing-matches': () => 'aucun fichier ne correspond à ce motif',
  unreadable: ({ code }) => `lecture impossible (${systemErrors[code] ?? code})`,
  loop: ({ target }) => `ce lien ramène à ${target}, qui le contient ; il n’est pas suivi`,
  'unknown-format': ({ known }) => `ce type de fichier n’est pas lu ; types connus : ${known.join(', ')}`,
  empty: () => 'il ne contient aucun texte',
  'too-large': ({ megabytes }) =>
    `il contient plus de ${megabytes} millions de caractères, trop pour un seul texte ; le diviser`,
  'wrong-encoding': ({ encoding, isDeclared }) =>
    isDeclared
      ? `le texte n’est pas en ${encoding}, contrairement à ce que déclare le fichier ; l’enregistrer en UTF-8`
      : `le texte n’est pas en ${encoding} (ancien encodage, tel que Windows-1252 ?) ; l’enregistrer en UTF-8`,
  'unknown-encoding': ({ encoding }) =>
    `le fichier déclare l’encodage « ${encoding} », qui est inconnu ; l’enregistrer en UTF-8`,
  binary: () =>
    'un octet est nul : le fichier n’est pas un texte, ou il est en UTF-16 sans indicateur d’ordre des octets (BOM) ; l’enregistrer en UTF-8',
  json: ({ found, column }) => `colonne ${column} : JSON invalide : ${unexpected(found)}`,
  'no-document': ({ found }) => `un document doit être un objet ; ici : ${types[found]}`,
  yaml: ({ code, column }) => `colonne ${column} : YAML invalide : ${yaml[code]}`,
  'yaml-alias': ({ reason }) => `l’en-tête est illisible : ${reason}`,
  toml: ({ reason, column }) => `colonne ${column} : TOML invalide : ${reason}`,
  'front-matter-open': ({ mark }) => `l’en-tête n’est jamais fermé : il manque une ligne ${mark}`,
  'front-matter-large': ({ most }) => `l’en-tête compte plus de ${most.toLocaleString('fr')} caractères`,
  'too-deep': ({ levels }) => `il compte plus de ${levels.toLocaleString('fr')} niveaux imbriqués`,
  'front-matter-type': ({ found }) => `l’en-tête doit se composer de clés et de valeurs ; ici : ${types[found]}`,
  csv: ({ reason }) => csv[reason],
  'csv-width': ({ found, wanted }) =>
    `l’enregistrement a ${found} cellules, alors que la première ligne nomme ${wanted} champs`,
  'csv-name': ({ name }) => `la première ligne nomme deux fois le champ « ${name} »`,
  http: ({ status }) => `le serveur répond avec le statut ${status}`,
  unreachable: ({ reason }) => `le serveur ne répond pas (${reason})`,
  'no-sitemap': () => 'ce n’est pas un plan de site (sitemap)',
  'too-slow': ({ seconds }) =>
    `sa lecture, inachevée au bout de ${seconds.toLocaleString('fr')} secondes, a été arrêtée ; l’enregistrer de nouveau ou l’exclure`,
  'too-much-memory': ({ megabytes }) =>
    `sa lecture demande plus de ${megabytes.toLocaleString('fr')} Mo de mémoire et a été arrêtée ; le diviser ou l’exclure`,
  broken: ({ format }) => `ce fichier ${format} est illisible : il est endommagé, ou d’un autre type`,
  'no-feed': () => 'ce XML n’est ni du RSS ni de l’Atom',
  'xml-open': ({ name }) => `<${name}> n’est jamais fermé`,
  'missing-id': ({ field }) =>
    `le document n’a pas d’identifiant (champ « ${field} »), et le nom d’un fichier à plusieurs documents n’en tient pas lieu`,
  'wrong-id': ({ field, found }) =>
    `l’identifiant (champ « ${field} ») doit être un nombre ou un texte non vide ; ici : ${types[found === 'string' ? 'null' : found]}`,
  'duplicate-id': ({ id, file, line }) => `l’identifiant ${quote(id)} est déjà celui de ${file}:${line}`,
  'no-text': ({ field, found }) =>
    `le champ « ${field} » doit être un texte (ou une liste de textes) ; ici : ${types[found]}`,
  'wrong-value': ({ field, type, found }) => `le champ « ${field} » doit contenir ${valuesOf[type]} ; ici : ${found}`,
  'wrong-document': ({ reason }) => reason,
  'more-problems': ({ count }) => `${count} ${count < 2 ? 'autre problème' : 'autres problèmes'} dans ce fichier`,
}

export const evaluationProblems: EvaluationProblemTexts = {
  'not-json': () => 'cette ligne n’est pas du JSON',
  'no-question': () => 'une question doit être un objet tel que {"id": "q1", "text": "…"}',
  'no-question-id': () =>
    'la question n’a pas d’identifiant : « id » doit être un nombre ou un texte non vide, sans tabulation',
  'no-question-text': () => 'la question n’a pas de texte : « text » doit être un texte non vide',
  'duplicate-question': ({ id, line }) => `l’identifiant « ${id} » est déjà celui de la ligne ${line}`,
  'no-questions': () => 'il ne contient aucune question',
  columns: ({ found }) =>
    `un jugement a trois colonnes, question, document et note, séparées par des tabulations ; ici : ${found}`,
  grade: ({ found, most }) =>
    `une note est un nombre d’au plus ${most}, 0 ou moins si le document ne répond pas ; ici : « ${found} »`,
  'unknown-question': ({ id }) => `aucune question n’a l’identifiant « ${id} »`,
  contradiction: ({ question, document, line }) =>
    `la ligne ${line} donne au document « ${document} » une autre note pour la question « ${question} »`,
  'no-judgments': () => 'il ne contient aucune réponse : aucun jugement n’a de note au-dessus de 0',
}

function quote(id: string | number): string {
  return typeof id === 'number' ? String(id) : `« ${id} »`
}

function unexpected(found: string | undefined): string {
  if (found === undefined) return 'fin inattendue'
  return `${JSON.stringify(found)} inattendu`
}
