/** The French messages for invalid options of a configuration. In English, the message of `InvalidOptionError` is used. */
import type { InvalidOptionError } from '../../index.ts'
import { nearestName } from '../../internal.ts'

/** « l’option « fields.title.boost » vaut -1 ; valeur attendue : un nombre supérieur à 0 ». */
export function frenchOptionProblem({ option, value, allowed, unknown }: InvalidOptionError): string {
  if (unknown === undefined)
    return `l’option « ${option} » vaut ${frenchValue(value)} ; valeur attendue : ${frenchAllowed(allowed)}`
  const known = allowed.split(', ')
  const name = unknown === 'option' ? option : String(value)
  const nearest = nearestName(name, known)
  const problem =
    unknown === 'option'
      ? `l’option « ${name} » n’existe pas`
      : `le champ « ${name} » de l’option « ${option} » n’existe pas`
  return nearest === undefined
    ? `${problem} ; noms possibles : ${allowed || 'aucun'}`
    : `${problem}. Vouliez-vous dire « ${nearest} » ?`
}

/** The allowed values of an option, in French; unchanged if it is a list of values or unknown. */
function frenchAllowed(allowed: string): string {
  const known = FRENCH_ALLOWED[allowed]
  if (known !== undefined) return known
  for (const [english, french] of PATTERNS) {
    const match = english.exec(allowed)
    if (match !== null) return french(match)
  }
  return allowed
}

function frenchValue(value: unknown): string {
  if (typeof value === 'string') return `« ${shortened(value)} »`
  if (Array.isArray(value)) return 'une liste'
  if (value === null) return 'null'
  if (value === undefined) return 'undefined'
  if (typeof value === 'object') return 'un objet'
  if (typeof value === 'function') return 'une fonction'
  return String(value)
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** Messages with a number or a list of names. */
const PATTERNS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^a whole number from (\d+) to (\d+)$/, ([, least, most]) => `un nombre entier de ${least} à ${most}`],
  [
    /^1 to (\d+) text fields, and at most \d+ typed ones$/,
    ([, most]) => `de 1 à ${most} champs de texte, et autant d’autres au plus`,
  ],
  [
    /^text, or another name: (.+) have another meaning in filters$/,
    ([, names]) => `un texte, ou un autre nom : dans un filtre, ${names} ont un autre sens`,
  ],
]

/** By the library's English text. `test/cli/option-problems.test.ts` finds missing ones. */
export const FRENCH_ALLOWED: Readonly<Record<string, string>> = {
  "an object such as { input: 'content', out: 'public/search.trv' }":
    "un objet tel que { input: 'content', out: 'public/search.trv' }",
  'a file, a folder, a glob, or an array of them': 'un fichier, un dossier, un motif, ou une liste de ceux-ci',
  'a file name': 'le nom d’un fichier',
  'an object': 'un objet',
  'no value if "sitemap" is set': 'rien, s’il y a un plan de site (sitemap)',
  'a URL, or an object such as { url, delay: 1000 }': 'une adresse, ou un objet tel que { url, delay: 1000 }',
  'a file in JSON or YAML': 'un fichier JSON ou YAML',
  'true or false': 'true ou false',
  'a function': 'une fonction',
  'a field name': 'le nom d’un champ',
  "an object of field names such as { title: 'titre' }": "un objet de noms de champs tel que { title: 'titre' }",
  'a field name or an array of field names': 'le nom d’un champ, ou plusieurs',
  "an array of language tags such as ['en', 'de']": "une liste de codes de langue telle que ['en', 'de']",
  'a glob or an array of globs': 'un motif ou une liste de motifs',
  "an object such as { exclude: 'drafts' }": "un objet tel que { exclude: 'brouillons' }",
  'a URL such as https://exemple.fr/sitemap.xml': 'une adresse telle que https://exemple.fr/sitemap.xml',
  "an object such as { fields: ['title', 'body'] }": "un objet tel que { fields: ['title', 'body'] }",
  'an array of field names, or an object { name: { boost } }':
    'une liste de noms de champs, ou un objet { nom: { boost } }',
  'an array of field names': 'une liste de noms de champs',
  'non-empty field names': 'des noms de champs non vides',
  'each field name once': 'chaque nom de champ une seule fois',
  'an object such as { boost: 2 }': 'un objet tel que { boost: 2 }',
  'a finite number above 0': 'un nombre supérieur à 0',
  "an object such as { promote: [{ query, ids }], hide: ['id'] }":
    "un objet tel que { promote: [{ query, ids }], hide: ['id'] }",
  "an object such as { query: 'Tripoli', ids: ['treve'] }": "un objet tel que { query: 'Tripoli', ids: ['treve'] }",
  'an array of { query, ids }': 'une liste de { query, ids }',
  'a query, or an array of queries': 'une requête, ou une liste de requêtes',
  'an array of document ids': 'une liste d’identifiants de documents',
  'an object such as { synonyms: [] }': 'un objet tel que { synonyms: [] }',
  'an array of groups or of { from, to }': 'une liste de groupes ou de { from, to }',
  'an array of words, or { from, to }': 'une liste de mots, ou { from, to }',
  'a number above 0 and at most 1': 'un nombre supérieur à 0 et inférieur ou égal à 1',
  'an object that maps words to words': 'un objet qui associe un mot à un autre',
  'a word': 'un mot',
  'an array of groups of words': 'une liste de groupes de mots',
  'a word list from WordList.fromBytes(), or false':
    'une liste de mots telle que la donne WordList.fromBytes, ou false',
  'an array of words': 'une liste de mots',
  'an array of non-empty words': 'une liste de mots, dont aucun n’est vide',
  'an array of words, or a function that returns one': 'une liste de mots, ou une fonction qui en donne une',
  "'month-first' or 'day-first'": "'month-first' ou 'day-first'",
  "an object such as { locale: 'it' }": "un objet tel que { locale: 'it' }",
  'a BCP 47 language tag, such as "tr" or "pt-BR"': 'un code de langue (BCP 47), tel que « tr » ou « pt-BR »',
  'one language': 'une seule langue',
  'the text of a synonyms file': 'le texte d’un fichier de synonymes',
  'a name that no other index has': 'un nom qu’aucun autre index ne porte',
  'lower-case letters, digits, "-" and "_", starting with a letter or a digit':
    'des lettres minuscules sans accent, des chiffres, « - » et « _ », avec une lettre ou un chiffre au début',
}
