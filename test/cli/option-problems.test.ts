import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { FRENCH_ALLOWED, frenchOptionProblem } from '../../src/cli/messages/option-problems.ts'
import { checkConfig } from '../../src/config/config.ts'
import { InvalidOptionError } from '../../src/errors.ts'

/** The files whose checks a configuration goes through. */
const CHECKS = [
  'config/config.ts',
  'config/editorial-file.ts',
  'check-options.ts',
  'readers/read-options.ts',
  'readers/site-copy.ts',
  'schema/schema.ts',
  'schema/editorial.ts',
  'languages/lexicon/word-options.ts',
  'languages/lexicon/word-language.ts',
  'languages/english/english.ts',
  'languages/english/options.ts',
  'languages/french/options.ts',
  'languages/language-of-tag.ts',
  'languages/unicode/unicode.ts',
  'language/multilingual.ts',
]

/** The texts that the calls of a file give as what is allowed. */
function allowedTexts(file: string): string[] {
  const text = readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8')
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'InvalidOptionError') {
      const allowed = node.arguments?.[2]
      if (allowed !== undefined && ts.isStringLiteral(allowed)) texts.push(allowed.text)
    }
    if (ts.isCallExpression(node) && node.expression.getText() === 'checkOptions') {
      const shape = node.arguments[3]
      if (shape !== undefined && ts.isStringLiteral(shape)) texts.push(shape.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return texts
}

test.each(CHECKS)('all that %s allows has its French', file => {
  for (const text of allowedTexts(file)) expect(Object.keys(FRENCH_ALLOWED)).toContain(text)
})

test('the texts are found', () => {
  expect(CHECKS.flatMap(allowedTexts).length).toBeGreaterThan(25)
})

describe('what is wrong with a configuration, in French', () => {
  const least = { input: 'content', out: 'search.trv' }
  test.each([
    [{ ...least, outt: 'x' }, 'l’option « outt » n’existe pas. Vouliez-vous dire « out » ?'],
    [
      { out: 'a' },
      'l’option « input » vaut undefined ; valeur attendue : un fichier, un dossier, un motif, ou une liste de ceux-ci',
    ],
    [
      { ...least, fields: { title: { boost: -1 } } },
      'l’option « fields.title.boost » vaut -1 ; valeur attendue : un nombre supérieur à 0',
    ],
    [
      { ...least, fields: { date: { type: 'jour' } } },
      'l’option « fields.date.type » vaut « jour » ; valeur attendue : "text", "keyword", "number", "date"',
    ],
    [{ ...least, sections: 1 }, 'l’option « sections » vaut 1 ; valeur attendue : true ou false'],
    [
      { ...least, french: { synonyms: 'trêve' } },
      'l’option « synonyms » vaut « trêve » ; valeur attendue : une liste de groupes ou de { from, to }',
    ],
    [
      { out: 'a', sitemap: { url: 'https://exemple.fr/sitemap.xml', delay: -1 } },
      'l’option « sitemap.delay » vaut -1 ; valeur attendue : un nombre entier de 0 à 600000',
    ],
    [
      { out: 'a', sitemap: 'exemple.fr' },
      'l’option « sitemap » vaut « exemple.fr » ; valeur attendue : une adresse telle que https://exemple.fr/sitemap.xml',
    ],
    [
      { ...least, fields: Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`champ${i}`, {}])) },
      'l’option « fields » vaut un objet ; valeur attendue : de 1 à 64 champs de texte, et autant d’autres au plus',
    ],
  ])('%j', (config, problem) => {
    expect(problemOf(config)).toBe(problem)
  })

  test('a field that a filter does not know', () => {
    const error = new InvalidOptionError('sort.field', 'dat', 'date, views', 'Unknown field', 'field')
    expect(plain(frenchOptionProblem(error))).toBe(
      'le champ « dat » de l’option « sort.field » n’existe pas. Vouliez-vous dire « date » ?',
    )
  })
})

function problemOf(config: unknown): string {
  try {
    checkConfig(config)
  } catch (error) {
    return plain(frenchOptionProblem(error as InvalidOptionError))
  }
  throw new Error('nothing is wrong')
}

/** With plain spaces, so that the table can be read. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ')
}
