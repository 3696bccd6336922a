/**
 * The versions that files keep of English are raised whenever tokens, class keys or stop words change: a digest of what the rules and the lists give for
 * fixed texts says so. Whoever sees this fail raises the version in src/languages/english/version.ts and records the new digest here.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { english } from '../../../src/languages/english/english.ts'
import { DATA_VERSION, RULES_VERSION } from '../../../src/languages/english/version.ts'
import { TokenList } from '../../../src/text/token.ts'

const language = english()
const texts = ['pairs.tsv', 'snowball-sample.tsv', 'paradigms.tsv', 'spellings.tsv'].map(name =>
  readFileSync(new URL(name, import.meta.url), 'utf8'),
)
const tokens = texts.flatMap(text => {
  const tokens = new TokenList()
  language.tokenize(text, tokens)
  return Array.from(
    { length: tokens.length },
    (_, i) => `${tokens.words[i]} ${tokens.positions[i]} ${tokens.spans[i]} ${tokens.kinds[i]}`,
  )
})
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
      "data": 2,
      "keys": "3a3e0b049920548e",
      "rules": 2,
      "stopWords": "7758c68f95db3a66",
      "tokens": "fba7688d754c5755",
    }
  `)
})
