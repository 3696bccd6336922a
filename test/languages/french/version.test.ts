/**
 * The versions that files keep of French are raised whenever tokens, class keys or stop words change: a digest of what the rules and the lists give for a
 * fixed text says so. Whoever sees this fail raises the version in src/languages/french/version.ts and records the new digest here.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { french } from '../../../src/languages/french/french.ts'
import { DATA_VERSION, RULES_VERSION } from '../../../src/languages/french/version.ts'
import { TokenList } from '../../../src/text/token.ts'

const articles = new URL('../../../index-data/articles/', import.meta.url)
const language = french()

function tokensOf(text: string): string[] {
  const tokens = new TokenList()
  language.tokenize(text, tokens)
  return Array.from(
    { length: tokens.length },
    (_, i) => `${tokens.words[i]} ${tokens.positions[i]} ${tokens.spans[i]} ${tokens.kinds[i]}`,
  )
}

const texts = [
  ...readdirSync(articles)
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => readFileSync(new URL(name, articles), 'utf8')),
  ...['snowball-sample.tsv', 'same-class.tsv', 'other-class.tsv'].map(name =>
    readFileSync(new URL(name, import.meta.url), 'utf8'),
  ),
  // What articles seldom have.
  'SIRET 123 456 789 00012, IBAN FR76 3000 6000 0112 3456 7890 189, TVA FR 40 123 456 824, 10’000 francs, v2.0, v. 1.2.3, 192.168.1.10',
  'LIVRET A, livrets A/LDDS, livret A : hépatites A et B, génération Y',
  'USB3.0, L. 121-1 et suivants, 14/11/2019, 5 500, 2019², β-carotène, 10 µm, 48h, 3,5 %, XIXe, étudiant·e·s, R&D, C++, #trêve, contact@exemple.fr',
]
const tokens = texts.flatMap(tokensOf)
const words = [...new Set(tokens.map(token => token.split(' ')[0]))].sort()
const digestOf = (values: readonly string[]) =>
  createHash('sha256').update(values.join('\n')).digest('hex').slice(0, 16)

test('tokens and class keys are those of these versions', () => {
  expect({
    rules: RULES_VERSION,
    data: DATA_VERSION,
    tokens: digestOf(tokens),
    keys: digestOf(words.map(language.key)),
    stopWords: digestOf([...language.stopWords].sort()),
  }).toMatchInlineSnapshot(`
    {
      "data": 5,
      "keys": "26c0fa9ef8a3fd5c",
      "rules": 7,
      "stopWords": "2328c3466f6f2237",
      "tokens": "2cef9c1be3b377f0",
    }
  `)
})
