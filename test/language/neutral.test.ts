/** No file of the core holds a word or a letter of one language: what is French is in src/languages/french/, behind the `Language` interface. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { french } from '../../src/languages/french/french.ts'

const src = join(import.meta.dirname, '../../src')
const CORE = 'text language format columns schema index dictionary query search highlight features open'.split(' ')

/** Stop words are the words that code would test for: pronouns, articles, conjunctions. */
const FRENCH_WORDS = new Set(
  [...french().stopWords, 'et', 'ou', 'sauf', 'fr', 'french'].filter(word => word.length > 1),
)
/** English words of messages that happen to be French ones. */
for (const word of ['as', 'on']) FRENCH_WORDS.delete(word)

const FRENCH_LETTERS = /[àâäçéèêëîïôöùûüÿœæ«»]/i
/** What holds such letters for all languages: the letters that Unicode does not decompose, and the quotation marks that most languages share. */
const LETTERS_ALLOWED = new Set(['text/fold.ts', 'language/define-language.ts'])

/** The literals of a source file that hold French; modules it imports, addresses, and messages that name `french()` aside. */
function frenchIn(name: string, source: string): string[] {
  const french: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (
      ts.isStringLiteralLike(node) ||
      ts.isRegularExpressionLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    ) {
      const words = node.text.replace(/french\(\)|https?:\S+/g, '').split(/[^\p{L}\p{M}'’]+/u)
      const hasWord = words.some(word => FRENCH_WORDS.has(word.toLowerCase()))
      if (hasWord || (FRENCH_LETTERS.test(node.text) && !LETTERS_ALLOWED.has(name))) french.push(node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(name, source, ts.ScriptTarget.ES2022, true))
  return french
}

const files = CORE.flatMap(folder =>
  readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => `${folder}/${file}`),
)

test.each(files)('src/%s', file => {
  expect(frenchIn(file, readFileSync(join(src, file), 'utf8'))).toEqual([])
})

describe('what the scan takes for French', () => {
  test.each([
    "typed.toLocaleUpperCase('fr')",
    "const OPERATORS = new Map([['ET', 'and']])",
    'const ESCAPED = /\\\\(?=(?:AND|OU)(?!\\S))/g',
    'const PRONOUN = /^(?:t-)?(?:je|tu|ils?)/iu',
    "if (word === 'SAUF') return",
    "const LIGATURE = 'œ'",
    'const OPENING = /[«([]/',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of source
    'return `${word} est`',
    "if (language.name === 'french') return",
  ])('%s', line => expect(frenchIn('query/line.ts', line)).toHaveLength(1))

  test.each([
    "import { french } from './languages/french/french.ts'",
    "throw new InvalidOptionError('language', language, 'a language such as french()')",
    '// Puis-je ? « Oui »',
    "const OPERATORS = new Map([['AND', 'and']])",
  ])('and not: %s', line => expect(frenchIn('query/line.ts', line)).toEqual([]))
})
