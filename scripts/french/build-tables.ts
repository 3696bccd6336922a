/**
 * Writes src/languages/french/data/inflection-tables.ts from index-data/french.
 *
 *   npx esbuild scripts/french/build-tables.ts --bundle --platform=node --format=esm | node --input-type=module
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { readRepairs, repairStem, rewriteForm } from '../../src/languages/french/rules/rewriting.ts'
import { stemFrench } from '../../src/languages/french/words/snowball.ts'
import { isFunctionWord } from '../../src/languages/french/words/stop-words.ts'
import { fold } from '../../src/text/fold.ts'
import { writeEndings } from './write-endings.ts'
import { writeSorted } from './write-sorted.ts'

const FOLDER = 'index-data/french'
/** How many letters of a key lead to its families: line-table.ts. */
const BEGINNING = 3
const TARGET = 'src/languages/french/data/inflection-tables.ts'

function rows(file: string): string[] {
  return readFileSync(`${FOLDER}/${file}`, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
}

/** Repairs by what they add, then by how many letters they drop: rewriting.ts reads them. */
function repairs(file: string): string {
  const byAddition = new Map<string, string>()
  const inOrder = rows(file).sort((a, b) => (a.slice(1) < b.slice(1) ? -1 : 1))
  for (const line of inOrder) {
    const [operation, ...endings] = line.split(' ')
    const added = operation.slice(1)
    const list = String.fromCharCode(0x25 + Number(operation[0])) + writeEndings(endings)
    byAddition.set(added, (byAddition.get(added) ?? `${added} `) + list)
  }
  return [...byAddition.values()].join('\n')
}

const wordRepairs = repairs('word-repairs.txt')
const stemRepairs = repairs('stem-repairs.txt')
const falseFriends = rows('false-friends.tsv').map(line => line.split('\t'))
const ofKind = (kind: string) => falseFriends.filter(([of]) => of === kind).map(([, words]) => words)

// A class of several words is named by the letters that they share: that is shorter to write than one of the words.
const ownClass = new Map<string, string>()
const names = new Set<string>()
for (const words of [...ofKind('apart'), ...rows('names.txt')].map(line => line.split(' '))) {
  const shared = words.reduce((a, b) => a.slice(0, sharedLetters(a, b)))
  const name = shared.length > 1 && !isFunctionWord(shared) ? shared : words[0]
  if (names.has(name)) throw new Error(`two classes would be called ${name}`)
  names.add(name)
  for (const word of words) {
    if (ownClass.has(word)) throw new Error(`${word} has two classes of its own`)
    ownClass.set(word, name)
  }
}
const apart = [...ownClass]
  .map(([word, name]) => {
    const shared = sharedLetters(word, name)
    return word === name ? word : `${word}${String.fromCharCode(0x30 + shared)}${name.slice(shared)}`
  })
  .sort()

function sharedLetters(a: string, b: string): number {
  let shared = 0
  while (shared < a.length && a[shared] === b[shared]) shared++
  return shared
}

// The key as inflection.ts makes it, from the tables at hand.
const [ofWords, ofStems] = [readRepairs(wordRepairs), readRepairs(stemRepairs)]
function key(word: string): string {
  const folded = fold(word.replace(/[-']/g, ''))
  const own = ownClass.get(folded) ?? (folded.endsWith('s') ? ownClass.get(folded.slice(0, -1)) : undefined)
  return own === undefined ? repairStem(stemFrench(rewriteForm(folded, ofWords)), ofStems) : `=${own}`
}

/** Without accents, which their classes do not need; but for words that accents alone tell from others. */
const toldByAccent = new Set([...ofKind('accent'), ...ofKind('accent-only')])
function spelling(word: string): string {
  return toldByAccent.has(word) ? word : fold(word)
}

const families: string[] = []
const strangers: string[] = []
for (const line of [...rows('families.tsv'), ...rows('demonyms.tsv')]) {
  const byKey = new Map<string, string>()
  for (const word of line.split(/[\t ]/)) {
    if (byKey.has(key(word))) continue
    byKey.set(key(word), spelling(word))
    if (!fold(word).startsWith(beginning(key(word)))) strangers.push(`${word} (${key(word)})`)
  }
  const [first, ...others] = byKey.values()
  if (others.length === 0) continue
  families.push([first, ...others.map(other => shorten(first, other))].join(' '))
}

// Of derived words, pairs of a rule share a line; rules without a list have a table of their own.
const pairs = new Map<string, string[]>()
const rules: string[] = []
for (const line of rows('derivations.txt')) {
  const [base, baseKey, derived, derivedKey, ...stems] = line.split(' ')
  if (stems[0] === '*') {
    rules.push(`${base} ${baseKey} ${derived} ${derivedKey}`)
    continue
  }
  const pair = `${base} ${derived}`
  for (const stem of stems) {
    if (stem.length >= BEGINNING) pairs.set(pair, [...(pairs.get(pair) ?? []), stem])
    else families.push(`${stem}${base.replace('-', '')} ${stem}${derived}`)
  }
}
for (const [pair, [stem, ...others]] of pairs) {
  if (others.length > 0) continue
  pairs.delete(pair)
  const [base, derived] = pair.split(' ').map(ending => stem + ending.replace('-', ''))
  families.push(`${base} ${shorten(base, derived)}`)
}
families.sort()

if (strangers.length > 0)
  console.log(`found by the word alone, not by the beginning of the key: ${strangers.join(', ')}`)

function beginning(key: string): string {
  return key.replace(/^=/, '').slice(0, BEGINNING)
}

/** What others drop of the first word and add; one that does not begin as the first does is written whole, so that it is found. */
function shorten(first: string, other: string): string {
  const shared = sharedLetters(first, other)
  const drop = first.length - shared
  return shared >= BEGINNING && drop <= 9 ? `${drop}${other.slice(shared)}` : other
}

const tables: [string, string, string][] = [
  [
    'WORD_REPAIRS',
    'What to add to words, and how many letters to drop before at which endings, as rewriting.ts reads them.',
    wordRepairs,
  ],
  ['STEM_REPAIRS', 'The same for the stems that Snowball gives.', stemRepairs],
  [
    'APART',
    'Folded words that have a class of their own, as sorted-lines.ts reads them, each with the name of its class if that is not the word.',
    writeSorted(apart),
  ],
  [
    'TOLD_BY_ACCENT',
    'Words that accents tell from others: on the first line, those that are another word without accents.',
    [ofKind('accent').join(' '), ofKind('accent-only').join(' ')].join('\n'),
  ],
  [
    'OWN_SENSE',
    'Folded words that mean something else than the rest of their class, between spaces.',
    ` ${ofKind('sense').sort().join(' ')} `,
  ],
  [
    'FAMILIES',
    'Families, as sorted-lines.ts reads them: a word, then others as what they drop of it and add, or whole.',
    writeSorted(families),
  ],
  [
    'DERIVATIONS',
    'Pairs of words: the ending of the one (- is none), of the other, then what stands before both.',
    [...pairs]
      .map(([pair, stems]) => `${pair} ${stems.sort().join(' ')}`)
      .sort()
      .join('\n'),
  ],
  [
    'DERIVATION_RULES',
    'Rules that hold for any word: the ending of the base, of its key, of the derived word, of its key.',
    rules.join('\n'),
  ],
]
const source = tables.map(([name, about, text]) => `/** ${about} */\nexport const ${name} = \`${text}\`\n`).join('\n')
writeFileSync(
  TARGET,
  `/** The tables of inflection.ts, generated by scripts/french/build-tables.ts from index-data/french: sources and licences in its README.md. */\n\n${source}`,
)
for (const [name, , text] of tables)
  console.log(
    `${name}: ${text.split('\n').length} lines, ${text.length} characters, ${brotliCompressSync(text).length} bytes in brotli`,
  )
console.log(`together ${brotliCompressSync(source).length} bytes in brotli`)
